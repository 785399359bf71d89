/** What the doctor finds on Discord. */

export const discord = {
  sandbox: 'No Discord token is set: the bank runs with the sandbox.',
  login: {
    well: (name: string) => `Discord knows the bot as ${name}.`,
    refused: {
      says: 'Discord does not accept the token.',
      advice: 'Copy a new token from the developer portal into DISCORD_TOKEN.',
    },
    unreachable: (code: string) => ({
      says: `Discord does not answer (${code}).`,
      advice: 'Check the network, and DISCORD_API_URL if it is set.',
    }),
  },
  servers: {
    well: (count: number) =>
      count === 1 ? 'The bot is in one server.' : `The bot is in ${count} servers.`,
    none: (invite: string) => ({
      says: 'The bot is in no server.',
      advice: `Invite it: ${invite}`,
    }),
  },
  commands: {
    well: 'All commands are registered.',
    differ: {
      says: 'Discord lists other commands than this version of Passbook has.',
      advice: 'Start the bank: it registers them.',
    },
  },
  staffServer: {
    well: (name: string) => `The bot is in the staff server ${name}.`,
    none: {
      says: 'No staff server is set: there are no staff commands.',
      advice: 'Use /setup on Discord, or set DISCORD_STAFF_GUILD_ID.',
    },
    absent: (invite: string) => ({
      says: 'The bot is not in the staff server.',
      advice: `Correct DISCORD_STAFF_GUILD_ID, or invite the bot: ${invite}`,
    }),
  },
  channel: {
    well: (name: string) => `The bot can write in #${name}.`,
    none: (setting: string) => ({
      says: `${setting} is not set, so that no card or line is sent there.`,
      advice: `Use /setup on Discord, or set ${setting} to a channel of the staff server.`,
    }),
    absent: (setting: string) => ({
      says: `The bot does not see the channel of ${setting}.`,
      advice: 'Correct the setting, or give the bot the permission View Channel in it.',
    }),
    elsewhere: (setting: string, name: string) => ({
      says: `#${name}, the channel of ${setting}, is not in the staff server.`,
      advice: 'Choose a channel of the staff server: its cards are for staff only.',
    }),
    mayNot: (name: string, permissions: string) => ({
      says: `The bot lacks permissions in #${name}: ${permissions}.`,
      advice: 'Give them to the role of the bot in the settings of the channel.',
    }),
  },
  permissions: { ViewChannel: 'View Channel', SendMessages: 'Send Messages' },
  members: {
    well: 'The bot may read who has a role.',
    none: {
      says: 'The bot may not read who has a role, so that a request cannot name one.',
      advice: 'Turn on “Server Members Intent” in the developer portal.',
    },
  },
};
