/** The settings that `/setup` saves in the database, by the names of their variables. */
export const setupNames = [
  'DISCORD_STAFF_GUILD_ID',
  'DISCORD_STAFF_CHANNEL_ID',
  'DISCORD_STAFF_LOG_CHANNEL_ID',
  'BANK_CURRENCY',
  'DEPOSITS',
] as const;
export type SetupName = (typeof setupNames)[number];

/** As in the environment. Null: no longer saved. */
export type SetupChanges = Readonly<Partial<Record<SetupName, string | null>>>;
export type SavedSettings = Readonly<Partial<Record<SetupName, string>>>;

/** Why a channel is not suitable; `permissions` are those that the bot lacks there. */
export type ChannelFault =
  | { readonly why: 'UNKNOWN' | 'SEVERAL' | 'KIND' | 'NO_SERVER' | 'AWAY' }
  | {
      readonly why: 'PERMISSIONS';
      readonly permissions: readonly ('ViewChannel' | 'SendMessages')[];
    };

/** OWNER: of the bank, while there are fewer than two managers. */
export type SetupRole = 'OWNER' | 'MANAGER';
