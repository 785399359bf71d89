/** The channels of the current server, or direct messages and mailbox. */
import type { Channel } from '../../protocol/protocol.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Badge } from '../parts/badge.tsx';
import { Icon } from '../parts/icons.tsx';
import { mailboxPlace } from '../state/address.ts';
import { serverOf, useScene } from '../state/context.ts';
import { PersonSwitcher } from './person-switcher.tsx';
import { words } from '../words/words.ts';

export function ChannelList() {
  const { view, place, manage } = useScene();
  const server = place === mailboxPlace ? null : serverOf(view, place);
  return (
    <nav
      class="sidebar"
      aria-label={server ? words().places.channelsOf(server.name) : words().places.direct}
    >
      <div class="sidebar-head">
        <p>{server?.name ?? words().places.direct}</p>
        {server && (
          <button
            type="button"
            class="icon-button"
            aria-label={words().places.settingsOf(server.name)}
            title={words().places.serverSettings}
            onClick={() => manage({ kind: 'server', serverId: server.id })}
          >
            <Icon name="gear" />
          </button>
        )}
      </div>
      <div class="sidebar-body">
        {server ? (
          <ul>
            {server.channels.map((channel) => (
              <li key={channel.id}>
                <ChannelButton channel={channel} />
              </li>
            ))}
          </ul>
        ) : (
          <Private />
        )}
      </div>
      <PersonSwitcher />
    </nav>
  );
}

function ChannelButton({ channel }: { channel: Channel }) {
  const { view, place, goTo } = useScene();
  const unread = view.unread.channels[channel.id] ?? 0;
  const current = channel.id === place;
  const classes = ['place', current && 'current', unread > 0 && 'unread'].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      class={classes}
      aria-current={current ? 'page' : undefined}
      onClick={() => goTo(channel.id)}
    >
      <Icon name="hash" />
      <span class="place-name">{channel.name}</span>
      {unread > 0 && <span class="spoken">{words().unread}</span>}
    </button>
  );
}

function Private() {
  const { view, place, goTo } = useScene();
  const { directMessages, bot, unread } = view;
  const inMail = place === mailboxPlace;
  const inChat = place === directMessages.id;
  return (
    <ul>
      <li>
        <button
          type="button"
          class={inMail ? 'place current' : 'place'}
          aria-current={inMail ? 'page' : undefined}
          onClick={() => goTo(mailboxPlace)}
        >
          <Icon name="mail" />
          <span class="place-name">{words().places.mailbox}</span>
          <Badge count={unread.mail} label={words().unread} />
        </button>
      </li>
      <li class="sidebar-title" aria-hidden="true">
        {words().places.direct}
      </li>
      <li>
        <button
          type="button"
          class={inChat ? 'place current tall' : 'place tall'}
          aria-current={inChat ? 'page' : undefined}
          onClick={() => goTo(directMessages.id)}
        >
          <Avatar name={bot.name} hue={bot.hue} size={32} online={bot.online} />
          <span class="place-name">{bot.name}</span>
          <Badge count={unread.channels[directMessages.id] ?? 0} label={words().unread} />
        </button>
      </li>
    </ul>
  );
}
