/** Pots: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, PotDateFault } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatMoment } from '../../text/date.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

const plural = pluralIn('en');
const hours = (count: number): string => plural(count, { one: '1 hour', other: `${count} hours` });

export const potCommands = {
  'pot list': { description: 'See your pots and what is saved in them' },
  'pot new': { description: 'Save for a goal in a pot of its own', title: 'Open a pot' },
  'pot add': { description: 'Put money into a pot', title: 'Put money into a pot' },
  'pot take': { description: 'Take money out of a pot', title: 'Take money out of a pot' },
  'pot close': { description: 'Close an empty pot', title: 'Close a pot' },
  'pot lock': { description: 'Lock a pot until a day', title: 'Lock a pot' },
  'pot release': {
    description: 'Open a locked pot before its day, after the wait you chose',
    title: 'Release a pot early',
  },
  'pot round-up': {
    description: 'Round your payments up and save the rest in a pot',
    title: 'Round payments up',
  },
} satisfies Record<string, CommandText>;

const named = 'Its name, number or last four digits';

export const potFields = {
  pot: { label: 'Pot', hint: named },
  onlyPot: { label: 'Pot', hint: 'Its name or number. Empty: your only pot' },
  potName: {
    label: 'Name',
    hint: 'Up to 32 letters and digits.',
    example: 'Trip',
  },
  potGoal: { label: 'Goal', hint: 'The sum you save for', example: '500' },
  potDate: { label: 'By', name: 'Day of the goal', hint: 'YYYY-MM-DD', example: '2027-06-01' },
  lockUntil: { label: 'Locked until', name: 'Day', hint: 'YYYY-MM-DD', example: '2027-06-01' },
  lockWait: {
    label: 'Hours of waiting for an early release',
    name: 'Wait',
    hint: '0 to 72',
    example: '24',
    refusal: 'Enter a whole number of hours from 0 to 72.',
  },
  roundUpTo: {
    label: 'Round up to',
    choices: {
      1: { label: 'The next whole unit', hint: '12.30 saves 0.70' },
      10: { label: 'The next ten units', hint: '12.30 saves 7.70' },
      off: { label: 'Do not round up' },
    },
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const potOptions = {
  pot: 'pot',
  onlyPot: 'pot',
  potName: 'name',
  potGoal: 'goal',
  potDate: 'date',
  lockUntil: 'until',
  lockWait: 'wait',
  roundUpTo: 'to',
};

const tried: Record<ErrorData['POT_ONLY_SAVES']['tried'], string> = {
  PAY: 'A pot cannot pay. Take the money out with `/pot take` first.',
  RECEIVE: 'A pot receives no payments. Put money into it with `/pot add`.',
  MAIN: 'A pot cannot be your main account. Choose another account.',
  OTHER: 'A pot of a shared account takes money only from that account, and returns it only there.',
};
const dates: Record<PotDateFault['of'], string> = {
  GOAL: 'The day of the goal',
  LOCK: 'The day until which the pot is locked',
};

export const potSentences = {
  POT_ONLY_SAVES: ({ tried: what }, nothing) => `${tried[what]} ${nothing}`,
  POT_UNKNOWN: (_, nothing) =>
    `None of your open pots matches this, or several do. ${nothing} Choose one from the list.`,
  POT_LOCKED: ({ until }, nothing) =>
    `This pot is locked until ${formatMoment(until)}. ${nothing} You can still put money into it.`,
  POT_NOT_EMPTY: ({ balance: { units, currency } }, nothing) =>
    `There is still ${formatAmount(units, currency)} in this pot. ${nothing} Take it out first.`,
  POT_DATE: ({ of, fault, yearsMax }, nothing) =>
    fault === 'PAST'
      ? `${dates[of]} must be after today. ${nothing} Enter a later day.`
      : `${dates[of]} can be at most ${yearsMax} years ahead. ${nothing} Enter an earlier day.`,
  POT_LOCK_SHORTER: ({ until, waitHours }, nothing) =>
    `This pot is locked until ${formatMoment(until)}, with a wait of ${hours(waitHours)}. ` +
    `A lock can be made longer, but not shorter. ${nothing}`,
  POT_NOT_LOCKED: (_, nothing) => `This pot is not locked. ${nothing}`,
  POT_RELEASING: ({ at }, nothing) =>
    `You have already asked for the early release. The pot opens on ${formatMoment(at)}. ${nothing}`,
  ROUND_UP_CHANGED: (_, nothing) =>
    `The round-up on the card can no longer be saved. ${nothing} Try again for a new card.`,
  ROUND_UP_WHOLE: (_, nothing) =>
    `Amounts have no decimals here, so there is nothing to round up to one unit. ${nothing} ` +
    'Choose ten units.',
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Titles and sentences of notices. */
export const potEvents = {
  POT_RELEASE_ASKED: [
    'Early release of a pot',
    'The early release of a locked pot was asked for. `/pot list` shows when the pot opens.',
  ],
} as const;

/** Labels in the audit trail. */
export const potAudits = {
  POT_LOCKED: 'Pot locked',
  POT_RELEASE_ASKED: 'Early release of a pot asked for',
  ROUND_UPS_CHANGED: 'Round-ups changed',
};

export const potSteps = {
  pots: 'Your pots',
  newPot: 'New pot',
  takeAll: 'Take it all out',
  releasePot: 'Ask for early release',
};
export const potTopics = { pots: 'Pots', potLocks: 'Pots: locks and round-ups' };

const toNext = (units: number): string => (units === 1 ? 'unit' : `${units} units`);

export const pots = {
  type: 'Pot',
  labels: {
    pot: 'Pot',
    goal: 'Goal',
    by: 'By',
    lockedUntil: 'Locked until',
    earlyRelease: 'Early release',
    roundUp: 'Round-up',
  },
  list: {
    title: 'Your pots',
    empty: 'You have no pots yet. A pot keeps money for a goal apart from the rest.',
    picture: 'Bars: free and saved money, and how far each pot is',
  },
  free: 'Free',
  saved: 'Saved',
  yourAccount: 'Your account',
  progress: (saved: string, goal: string, percent: number): string =>
    `${saved} of ${goal} (${percent} %)`,
  reached: 'goal reached',
  by: (day: string): string => `by ${day}`,
  locked: (until: Markup): Markup => md`locked until ${until}`,
  releases: (at: Markup): Markup => md`opens early ${at}`,
  rounding: (pot: Markup, units: number): Markup =>
    md`Payments are rounded up to the next ${written(toNext(units))} into ${pot}.`,
  open: {
    question: 'Open this pot?',
    note: 'Only you can put money into it and take it out.',
    done: 'Pot opened',
  },
  close: {
    question: 'Close this pot?',
    note:
      'It cannot be opened again. Its entries stay in your statements, and payments are no ' +
      'longer rounded up into it.',
    confirm: 'Close the pot',
    done: 'The pot is closed',
  },
  lock: {
    question: 'Lock this pot?',
    wait: (count: number): string =>
      count === 0 ? 'at once, when you ask for it' : `${hours(count)} after you ask for it`,
    note:
      'While it is locked, money can be added but not taken out, and the pot cannot be ' +
      'closed. The lock can be made longer, but not shorter.',
    confirm: 'Lock the pot',
    done: 'The pot is locked',
  },
  release: {
    question: 'Release this pot early?',
    note: (count: number): string =>
      count === 0 ? 'It opens at once.' : `It opens ${hours(count)} after you confirm.`,
    waits: (at: Markup): Markup => md`It opens ${at}. To keep it locked, lock it again.`,
    isOpen: 'You can take money out now.',
    done: 'Early release asked for',
  },
  roundUps: {
    question: 'Round your payments up?',
    offQuestion: 'Stop rounding up?',
    to: 'To the next',
    units: toNext,
    example: (paid: string, rest: string): string => `A payment of ${paid} also saves ${rest}.`,
    note:
      'Transfers to other people are rounded up. The card of each payment shows the sum ' +
      'before you confirm. Withdrawals, standing orders and `all` or `half` are not rounded ' +
      'up.',
    done: 'Your payments are rounded up',
    offDone: 'Your payments are no longer rounded up',
  },
  roundUp: {
    into: (sum: string, pot: Markup): Markup => md`${sum} into ${pot}`,
    skipped: (sum: string): string =>
      `The round-up of ${sum} is skipped: the money does not suffice for it.`,
    renewed: (): string => 'The round-up has changed since the last card. Please check this one.',
  },
  buttons: {
    open: 'New pot',
    add: 'Add',
    take: 'Take out',
    lock: 'Lock',
    roundUp: 'Round-ups',
    close: 'Close',
    list: 'Your pots',
  },
};
