/** The column of direct messages and servers. */
import { Badge } from '../parts/badge.tsx';
import { Icon } from '../parts/icons.tsx';
import { initialsOf } from '../parts/initials.ts';
import { serverOf, useScene } from '../state/context.ts';
import { mailboxPlace } from '../state/address.ts';
import type { Channel, Server } from '../../protocol/protocol.ts';
import { words } from '../words/words.ts';

export function Rail() {
  const { view, place, goTo, manage } = useScene();
  const here = place === mailboxPlace ? null : serverOf(view, place);
  const unread = (channels: readonly Channel[]): number =>
    channels.reduce((sum, channel) => sum + (view.unread.channels[channel.id] ?? 0), 0);
  const own = unread([view.directMessages]) + view.unread.mail;
  return (
    <nav class="rail" aria-label={words().places.servers}>
      <ul>
        <li>
          <button
            type="button"
            class={here ? 'rail-item' : 'rail-item current'}
            aria-current={here ? undefined : 'true'}
            aria-label={words().places.direct}
            title={words().places.direct}
            onClick={() => goTo(view.directMessages.id)}
          >
            <Icon name="chat" size={24} />
          </button>
          <Badge count={own} label={words().unread} />
        </li>
        <li class="rail-line" aria-hidden="true" />
        {view.servers.map((server) => (
          <li key={server.id} class={unread(server.channels) > 0 ? 'unread' : undefined}>
            <button
              type="button"
              class={server.id === here?.id ? 'rail-item current' : 'rail-item'}
              aria-current={server.id === here?.id ? 'true' : undefined}
              aria-label={server.name}
              title={server.name}
              style={{ '--hue': server.hue }}
              onClick={() => goTo(entryOf(server, place))}
              data-letters={initialsOf(server.name)}
            />
            {unread(server.channels) > 0 && <span class="spoken">{words().unread}</span>}
          </li>
        ))}
        <li>
          <button
            type="button"
            class="rail-item"
            aria-label={words().places.addServer}
            title={words().places.addServer}
            onClick={() => manage({ kind: 'new-server' })}
          >
            <Icon name="plus" size={24} />
          </button>
        </li>
      </ul>
    </nav>
  );
}

/** The channel to open for a server; the current one if it is in this server. */
function entryOf(server: Server, place: string): string {
  const inside = server.channels.some((channel) => channel.id === place);
  return inside ? place : (server.channels[0]?.id ?? place);
}
