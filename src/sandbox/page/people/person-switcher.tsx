/** Shows the current person, and switches to another or adds a new one. */
import { useRef, useState } from 'preact/hooks';
import type { Person } from '../../protocol/protocol.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Badge } from '../parts/badge.tsx';
import { Icon } from '../parts/icons.tsx';
import { Popover } from '../parts/popover.tsx';
import { useScene } from '../state/context.ts';
import { NewPerson } from '../manage/new-person.tsx';
import { words } from '../words/words.ts';

export function PersonSwitcher() {
  const { view } = useScene();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const waiting = Object.values(view.unread.people).reduce((sum, count) => sum + count, 0);
  return (
    <div class="switcher">
      <button
        ref={button}
        type="button"
        class="switcher-button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Avatar name={view.person.displayName} hue={view.person.hue} size={32} online />
        <span class="switcher-text">
          <span class="switcher-hint">{words().person.youAre}</span>
          <span class="switcher-name">{view.person.displayName}</span>
          <span class="spoken">{words().person.switch}</span>
        </span>
        <Badge count={waiting} label={words().unreadForOthers} />
        <Icon name="down" />
      </button>
      {open && button.current && (
        <Popover
          anchor={button.current}
          side="above"
          kind="switcher-popup"
          label={words().places.people}
          onClose={() => setOpen(false)}
        >
          <People onDone={() => setOpen(false)} />
        </Popover>
      )}
    </div>
  );
}

function People({ onDone }: { onDone: () => void }) {
  const { view, becomePerson, manage } = useScene();
  return (
    <>
      <p class="popup-title">{words().person.who}</p>
      <ul class="people">
        {view.people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              class={person.id === view.person.id ? 'person current' : 'person'}
              aria-current={person.id === view.person.id ? 'true' : undefined}
              onClick={() => {
                becomePerson(person.id);
                onDone();
              }}
            >
              <Avatar name={person.displayName} hue={person.hue} size={32} />
              <span class="person-text">
                <span>{person.displayName}</span>
                <span class="person-note">{noteOf(person)}</span>
              </span>
              <Badge count={view.unread.people[person.id] ?? 0} label={words().unread} />
              {person.id === view.person.id && <Icon name="check" size={16} />}
            </button>
            <a
              class="icon-button"
              href={`#/${person.id}`}
              target="_blank"
              rel="noreferrer noopener"
              aria-label={words().person.openNew(person.displayName)}
              title={words().person.newTab}
            >
              <Icon name="open" size={16} />
            </a>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="menu-item manage-people"
        onClick={() => {
          onDone();
          manage({ kind: 'people', personId: view.person.id });
        }}
      >
        <Icon name="gear" size={18} />
        <span>{words().person.manage}</span>
      </button>
      <NewPerson
        onAdded={(person) => {
          becomePerson(person.id);
          onDone();
        }}
      />
    </>
  );
}

const noteOf = (person: Person): string =>
  person.ownsApplication ? `${person.username} · ${words().person.ownsApp}` : person.username;
