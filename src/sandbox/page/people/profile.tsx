/** A person's profile, with actions. */
import type { Person } from '../../protocol/protocol.ts';
import { contextCommands } from '../message/context-commands.ts';
import { RoleTicks } from '../manage/memberships.tsx';
import { OutcomeLine } from '../manage/settings.tsx';
import { useAct } from '../manage/use-managed.ts';
import { AppBadge } from '../parts/app-badge.tsx';
import { Avatar } from '../parts/avatar.tsx';
import { Popover } from '../parts/popover.tsx';
import { faceOf, findChannel, serverOf, useScene } from '../state/context.ts';
import { mailboxPlace } from '../state/address.ts';
import { words } from '../words/words.ts';

export interface ProfileProps {
  readonly userId: string;
  readonly anchor: Element;
  readonly onClose: () => void;
}

export function Profile({ userId, anchor, onClose }: ProfileProps) {
  const { view } = useScene();
  const face = faceOf(view, userId);
  if (!face) return null;
  const person = view.people.find((other) => other.id === userId);
  return (
    <Popover
      anchor={anchor}
      side="left"
      kind="profile"
      label={words().manage.profile.of(face.name)}
      onClose={onClose}
    >
      <div class="profile-banner" style={{ '--hue': face.hue }} />
      <div class="profile-main">
        <Avatar
          name={face.name}
          hue={face.hue}
          size={72}
          online={face.isBot ? view.bot.online : true}
        />
        <p class="profile-name">
          {face.name}
          {face.isBot && <AppBadge />}
        </p>
        <p class="profile-username">{face.username}</p>
        {face.isBot && view.bot.description && <p>{view.bot.description}</p>}
        {person && <PersonFacts person={person} />}
        {person && <Roles personId={person.id} />}
        <Apps userId={userId} onClose={onClose} />
        <ProfileActions userId={userId} onClose={onClose} />
      </div>
    </Popover>
  );
}

/** The person's roles in the current server; they can be changed here. */
function Roles({ personId }: { personId: string }) {
  const { view, place } = useScene();
  const { outcome, act } = useAct();
  const server = serverOf(view, place);
  const isMember = server?.members.some(({ id }) => id === personId);
  if (!server || !isMember || server.roles.length === 0) return null;
  return (
    <section class="profile-part">
      <h3>{words().manage.roles}</h3>
      <RoleTicks
        server={server}
        personId={personId}
        held={server.memberRoles[personId] ?? []}
        act={act}
      />
      {outcome?.wrong && <OutcomeLine outcome={outcome} />}
    </section>
  );
}

/** The bot's user commands. */
function Apps({ userId, onClose }: { userId: string; onClose: () => void }) {
  const { view, place, actions } = useScene();
  const commands = contextCommands(view, place, 'user');
  if (commands.length === 0) return null;
  const channelId = findChannel(view, place)?.id ?? view.directMessages.id;
  return (
    <section class="profile-part">
      <h3>{words().manage.profile.apps}</h3>
      <ul>
        {commands.map(({ name }) => (
          <li key={name}>
            <button
              type="button"
              class="menu-item"
              onClick={() => {
                onClose();
                void actions.run(channelId, name, {}, userId);
              }}
            >
              <Avatar name={view.bot.name} hue={view.bot.hue} size={20} />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PersonFacts({ person }: { person: Person }) {
  const { view } = useScene();
  const say = words().manage.profile;
  const isMember = view.servers.filter((server) =>
    server.members.some((member) => member.id === person.id),
  );
  return (
    <dl class="profile-facts">
      <dt>{say.address}</dt>
      <dd>{person.email}</dd>
      <dt>{say.id}</dt>
      <dd>
        <code>{person.id}</code>
      </dd>
      {isMember.length > 0 && (
        <>
          <dt>{say.shared}</dt>
          <dd>{isMember.map((server) => server.name).join(', ')}</dd>
        </>
      )}
      {person.ownsApplication && (
        <>
          <dt>{say.application}</dt>
          <dd>{say.owns(view.bot.name)}</dd>
        </>
      )}
    </dl>
  );
}

function ProfileActions({ userId, onClose }: { userId: string; onClose: () => void }) {
  const { view, actions, goTo, becomePerson, manage } = useScene();
  const say = words().manage.profile;
  const act = (work: () => void) => () => {
    onClose();
    work();
  };
  if (userId === view.bot.userId) {
    return (
      <div class="profile-actions">
        <button
          type="button"
          class="button primary"
          onClick={act(() => goTo(view.directMessages.id))}
        >
          {say.message}
        </button>
      </div>
    );
  }
  if (userId !== view.person.id) {
    return (
      <div class="profile-actions">
        <button type="button" class="button primary" onClick={act(() => becomePerson(userId))}>
          {say.switchTo}
        </button>
        <button
          type="button"
          class="button"
          onClick={act(() => manage({ kind: 'people', personId: userId }))}
        >
          {say.manage}
        </button>
      </div>
    );
  }
  const { dmsClosed } = view.person;
  return (
    <div class="profile-actions">
      <button type="button" class="button secondary" onClick={act(() => goTo(mailboxPlace))}>
        {say.mailbox}
      </button>
      <button
        type="button"
        class="button"
        onClick={act(() => manage({ kind: 'people', personId: userId }))}
      >
        {say.manage}
      </button>
      <label class="option-row">
        <input
          type="checkbox"
          checked={!dmsClosed}
          onChange={() => void actions.setDmsClosed(!dmsClosed)}
        />
        <span>{say.takesDirect}</span>
      </label>
    </div>
  );
}
