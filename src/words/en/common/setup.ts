/** `/setup`: command, fields, options, refusals and cards. */
import type { ErrorData, SetupName } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { discord } from '../doctor/discord.ts';

export const setupCommands = {
  setup: {
    description: 'Set the bank up: staff channels, currency, deposits',
    title: 'Set up the bank',
  },
};

export const setupFields = {
  staffChannel: {
    label: 'Staff channel',
    hint: 'A channel of this server. Empty: as it is',
    example: '#staff',
  },
  logChannel: {
    label: 'Log channel',
    hint: 'One line per transaction. -: none. Empty: as it is',
    example: '#staff-log',
  },
  currencyName: { label: 'Currency', hint: '2 to 6 capital letters and digits', example: 'GEM' },
  depositRule: {
    label: 'Deposits',
    choices: {
      open: { label: 'Booked at once' },
      approval: { label: 'After a teller approves them' },
    },
  },
};

export const setupOptions = {
  staffChannel: 'staff_channel',
  logChannel: 'log_channel',
  currencyName: 'currency',
  depositRule: 'deposits',
};

type SetupCode = `SETUP_${'FORBIDDEN' | 'FIXED' | 'CHANNEL' | 'SERVER' | 'CURRENCY'}`;
export type SetupSentences = {
  readonly [C in SetupCode]: (data: ErrorData[C], nothing: string) => string;
};

const channels: Record<
  Exclude<ErrorData['SETUP_CHANNEL']['why'], 'PERMISSIONS'>,
  (nothing: string) => string
> = {
  UNKNOWN: (nothing) =>
    `There is no such channel in this server. ${nothing} ` +
    'Type its name as you see it, such as #staff.',
  SEVERAL: (nothing) =>
    'Several channels of this server have this name. ' +
    `${nothing} Paste the link of the channel instead.`,
  KIND: (nothing) => `This is not a text channel. ${nothing} Choose another one.`,
  NO_SERVER: (nothing) =>
    `The bot is not in this server. ${nothing} Invite ` +
    'it with the rights to run commands and to write.',
  AWAY: (nothing) => `Discord did not answer. ${nothing} Try again in a moment.`,
};

const ownerOnly =
  'Only the owner of the bank can set it up: the owner of the Discord application, or ' +
  'a user in BANK_OWNER_IDS.';

export const setupSentences: SetupSentences = {
  SETUP_FORBIDDEN: (_, nothing) => `${ownerOnly} ${nothing}`,
  SETUP_FIXED: ({ setting }, nothing) =>
    `${setting} is set in the environment of the bank, which takes ` +
    `precedence. ${nothing} The operator can remove it there.`,
  SETUP_CHANNEL: (data, nothing) => {
    if (data.why !== 'PERMISSIONS') return channels[data.why](nothing);
    const names = data.permissions.map((name) => discord.permissions[name]).join(', ');
    return (
      `The bot lacks permissions in this channel: ${names}. ${nothing} Give ` +
      'them to the bot in the settings of the channel, then press *Edit*.'
    );
  },
  SETUP_SERVER: ({ why }, nothing) =>
    why === 'DIRECT'
      ? 'The staff server is the one in which you choose ' +
        `its channels. ${nothing} Use \`/setup\` there.`
      : `Deposits that wait for a teller need a staff channel. ${nothing} Choose one as well.`,
  SETUP_CURRENCY: (_, nothing) =>
    `Money has been booked in the present currency, so its name stays. ${nothing}`,
};

export const setupNames: Readonly<Record<SetupName, string>> = {
  DISCORD_STAFF_GUILD_ID: 'Staff server',
  DISCORD_STAFF_CHANNEL_ID: 'Staff channel',
  DISCORD_STAFF_LOG_CHANNEL_ID: 'Log channel',
  BANK_CURRENCY: 'Currency',
  DEPOSITS: 'Deposits',
};

export const setup = {
  title: 'Set up the bank',
  names: setupNames,
  notSet: 'not set',
  byOperator: 'set by the operator',
  intro: 'Changes take a few seconds: the bank opens again with them.',
  saved: {
    title: 'Saved',
    sentence: 'The bank opens again with the new settings. This card changes when it is open.',
  },
  opened: 'The bank is open again',
  unchanged: 'These settings are in use already.',
  change: 'Change',
  openAccount: 'Open an account',
  left: {
    title: '**What is left**',
    channel: 'Choose a staff channel: use `/setup` in the server of your staff.',
    account: (register: Markup): Markup => md`Open an account for yourself with ${register}.`,
    managers: (grant: Markup, count: string): Markup =>
      md`Make two managers with ${grant}, in the staff server: ${count} of 2.`,
    done: (register: Markup): Markup => md`All is set up. Customers begin with ${register}.`,
  },
};
