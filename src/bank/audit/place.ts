import type { Place } from '../model/index.ts';

/** How an audit row keeps a place: ids only. */
export const placeDetails = ({
  guildId,
  channelId,
}: Place): { guild?: string; channel: string } => ({
  ...(guildId === null ? {} : { guild: guildId }),
  channel: channelId,
});

/** Null where it was not done on Discord. */
export const placeIn = ({ guild, channel }: Readonly<Record<string, string>>): Place | null =>
  channel === undefined ? null : { guildId: guild ?? null, channelId: channel };
