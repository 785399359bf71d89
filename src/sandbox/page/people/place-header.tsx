/** The header of a channel: name, topic, and buttons for the drawers. */
import { Icon, type IconName } from '../parts/icons.tsx';
import { mailboxPlace } from '../state/address.ts';
import { findChannel, useScene } from '../state/context.ts';
import { words } from '../words/words.ts';

export interface PlaceHeaderProps {
  readonly membersShown: boolean;
  readonly onMenu: () => void;
  readonly onMembers: () => void;
}

export function PlaceHeader({ membersShown, onMenu, onMembers }: PlaceHeaderProps) {
  const { view, place } = useScene();
  const channel = findChannel(view, place);
  const mailbox = place === mailboxPlace;
  const icon: IconName = mailbox ? 'mail' : channel?.serverId === null ? 'at' : 'hash';
  const waiting =
    Object.values(view.unread.people).reduce((sum, count) => sum + count, 0) +
    (view.unread.channels[view.directMessages.id] ?? 0) +
    view.unread.mail;
  return (
    <header class="place-header">
      <button
        type="button"
        class={waiting > 0 ? 'icon-button menu-button pending' : 'icon-button menu-button'}
        aria-label={words().places.menu}
        onClick={onMenu}
      >
        <Icon name="menu" size={24} />
      </button>
      <Icon name={icon} size={22} />
      <h1>{mailbox ? words().places.mailbox : channel?.name}</h1>
      {channel?.topic && <p class="topic">{channel.topic}</p>}
      <span class="spacer" />
      <InspectorButton />
      {!mailbox && (
        <button
          type="button"
          class={membersShown ? 'icon-button on' : 'icon-button'}
          aria-label={words().places.members}
          aria-pressed={membersShown}
          onClick={onMembers}
        >
          <Icon name="people" size={22} />
        </button>
      )}
    </header>
  );
}

function InspectorButton() {
  const { model, inspector, setInspector } = useScene();
  const { findings } = model;
  const rules = findings === 1 ? '1 rule broken' : `${findings} rules broken`;
  return (
    <button
      type="button"
      class={inspector.open ? 'icon-button inspector-button on' : 'icon-button inspector-button'}
      aria-label={findings > 0 ? `Inspector, ${rules}` : 'Inspector'}
      aria-pressed={inspector.open}
      aria-keyshortcuts="Alt+I"
      title="Inspector (Alt+I)"
      onClick={() => setInspector({ open: !inspector.open, interactionId: null })}
    >
      <Icon name="pulse" size={22} />
      {findings > 0 && <span class="badge">{findings > 99 ? '99+' : findings}</span>}
    </button>
  );
}
