import type { Place } from '../model/index.ts';

/** A place as the details of an audit row: ids only. */
export const placeDetails = ({
  guildId,
  channelId,
}: Place): { guild?: string; channel: string } => ({
  ...(guildId === null ? {} : { guild: guildId }),
  channel: channelId,
});

/** Null where the act was not done on Discord. */
export const placeIn = ({ guild, channel }: Readonly<Record<string, string>>): Place | null =>
  channel === undefined ? null : { guildId: guild ?? null, channelId: channel };
