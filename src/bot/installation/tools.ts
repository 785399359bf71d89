/** What `/setup` needs besides the bank. */
import type { Finding } from '../../lib/finding.ts';
import type { Installation } from './installation.ts';

export type SetupField = 'staff_channel' | 'log_channel';

/** A channel by its id, or by its name without #. */
export type TypedChannel =
  { readonly kind: 'id'; readonly id: string } | { readonly kind: 'name'; readonly name: string };

export interface SetupServers {
  /** The id of a channel in which the bot may write. Throws SETUP_CHANNEL. */
  channel(guildId: string, typed: TypedChannel, field: SetupField): Promise<string>;
  /** Null when the bot is not in it, or Discord does not answer. */
  name(guildId: string): Promise<string | null>;
}

export interface SetupTools {
  readonly installation: Installation;
  readonly servers: SetupServers;
  /** The doctor's checks of the staff server and its channels. */
  examineStaff(): Promise<readonly Finding[]>;
}
