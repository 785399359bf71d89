import type * as p from '../protocol/protocol.ts';
import type { PlaceOptions } from './options.ts';

/** The named channel, else the one the person is in, else the first one. */
export function channelIn(
  view: p.View,
  place: PlaceOptions & { readonly current: string | null },
): string {
  if (place.dm) return view.directMessages.id;
  const channels = view.servers.flatMap((server) => server.channels);
  if (place.channel === undefined) {
    return place.current ?? channels[0]?.id ?? view.directMessages.id;
  }
  const channel = channels.find(({ id, name }) => id === place.channel || name === place.channel);
  if (!channel) throw new Error(`${view.person.displayName} sees no channel ${place.channel}`);
  return channel.id;
}
