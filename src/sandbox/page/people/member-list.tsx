/** The members of the channel: the bot, then people. */
import { Avatar } from '../parts/avatar.tsx';
import { AppBadge } from '../parts/app-badge.tsx';
import { faceOf, peopleIn, serverOf, useScene } from '../state/context.ts';
import { words } from '../words/words.ts';

export function MemberList() {
  const { view, place, showProfile } = useScene();
  const server = serverOf(view, place);
  const people = server ? peopleIn(view, place) : [view.person];
  const groups = [
    { title: words().places.apps, ids: [view.bot.userId] },
    { title: words().places.people, ids: people.map((person) => person.id) },
  ];
  return (
    <aside class="members" aria-label={words().places.members}>
      {groups.map(({ title, ids }) => (
        <section key={title}>
          <h2 class="sidebar-title">{`${title} — ${ids.length}`}</h2>
          <ul>
            {ids.map((id) => {
              const face = faceOf(view, id);
              if (!face) return null;
              const online = face.isBot ? view.bot.online : true;
              return (
                <li key={id}>
                  <button
                    type="button"
                    class={online ? 'member' : 'member away'}
                    onClick={(event) => showProfile(id, event.currentTarget)}
                  >
                    <Avatar name={face.name} hue={face.hue} size={32} online={online} />
                    <span class="member-name" style={{ '--hue': face.hue }}>
                      {face.name}
                    </span>
                    {face.isBot && <AppBadge />}
                    {id === view.person.id && <span class="member-note">{words().places.you}</span>}
                    {id === server?.ownerId && (
                      <span class="member-note">{words().places.owner}</span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </aside>
  );
}
