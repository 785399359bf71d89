/** The line above a place: its name, its topic, and the way to the drawers. */
import { Icon, type IconName } from '../parts/icons.tsx';
import { mailboxPlace } from '../state/address.ts';
import { findChannel, useScene } from '../state/context.ts';

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
        aria-label="Channels and people"
        onClick={onMenu}
      >
        <Icon name="menu" size={24} />
      </button>
      <Icon name={icon} size={22} />
      <h1>{mailbox ? 'Mailbox' : channel?.name}</h1>
      {channel?.topic && <p class="topic">{channel.topic}</p>}
      <span class="spacer" />
      {!mailbox && (
        <button
          type="button"
          class={membersShown ? 'icon-button on' : 'icon-button'}
          aria-label="Members"
          aria-pressed={membersShown}
          onClick={onMembers}
        >
          <Icon name="people" size={22} />
        </button>
      )}
    </header>
  );
}
