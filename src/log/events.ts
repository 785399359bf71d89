/**
 * Every event that may be logged. An event lists its facts, and each fact has a format. Values in
 * another format are dropped, so that no password, memo or token can reach the log as free text.
 */
const digits = /^\d{1,20}$/;
const word = /^[\w.:$-]{1,80}$/;

/** The format of each fact: a pattern for text, or `number`. */
export const factForms = {
  attempts: 'number',
  bytes: 'number',
  channelId: digits,
  code: /^[A-Z0-9_]{1,60}$/,
  command: /^[a-z0-9_ -]{1,110}$/,
  count: 'number',
  discordUserId: digits,
  errno: 'number',
  guildId: digits,
  /** Milliseconds. */
  ms: 'number',
  mode: word,
  name: word,
  phase: word,
  reference: /^[0-9A-Z-]{1,40}$/,
  requestId: digits,
  status: 'number',
  step: word,
  /** Milliseconds that the eldest of a batch waited. */
  waitMs: 'number',
  version: /^[\w.+~ -]{1,40}$/,
} as const satisfies Record<string, RegExp | 'number'>;

export type FactName = keyof typeof factForms;
export type Level = 'debug' | 'info' | 'warn' | 'error';
export interface EventForm {
  readonly level: Level;
  readonly facts: readonly FactName[];
  /** The terminal shows a full sentence, so this event is not printed there. */
  readonly hasOwnSentence?: boolean;
}

export const logEvents = {
  'app.starting': { level: 'info', facts: ['version', 'mode'] },
  'app.open': { level: 'info', facts: ['ms'] },
  'app.reopening': { level: 'info', facts: [] },
  'app.closing': { level: 'info', facts: ['name'] },
  'app.closed': { level: 'info', facts: ['ms'] },
  'app.close-failed': { level: 'error', facts: ['phase'] },
  'app.start-failed': { level: 'error', facts: ['phase'], hasOwnSentence: true },
  'app.defect': { level: 'error', facts: ['name'] },
  'database.ready': { level: 'info', facts: ['mode', 'version', 'ms'] },
  'database.waiting': { level: 'warn', facts: ['attempts', 'errno'], hasOwnSentence: true },
  'discord.waiting': { level: 'warn', facts: ['attempts', 'code'], hasOwnSentence: true },
  'database.died': { level: 'error', facts: [] },
  'database.restarted': { level: 'warn', facts: [] },
  'database.excess-rights': { level: 'warn', facts: ['count'], hasOwnSentence: true },
  'database.migrated': { level: 'info', facts: ['count'] },
  'database.not-durable': { level: 'warn', facts: ['name'] },
  'upkeep.backed-up': { level: 'info', facts: ['count', 'bytes', 'ms'] },
  'upkeep.copied': { level: 'info', facts: [] },
  'upkeep.drill-correct': { level: 'info', facts: ['ms'] },
  'upkeep.drill-wrong': { level: 'error', facts: ['ms'] },
  'upkeep.drill-refused': { level: 'warn', facts: ['ms'] },
  'upkeep.failed': { level: 'error', facts: ['name', 'attempts'] },
  'secrets.made': { level: 'info', facts: [] },
  'bot.first-answer': { level: 'debug', facts: ['command', 'ms'] },
  'bot.crowded': { level: 'warn', facts: ['count'] },
  'bot.rate-limited': { level: 'warn', facts: ['ms'] },
  'bot.ready': { level: 'info', facts: ['count', 'ms'] },
  'bot.gateway': { level: 'warn', facts: ['name', 'code'] },
  'bot.commands-registered': { level: 'info', facts: ['count', 'guildId'] },
  'bot.command': { level: 'info', facts: ['command', 'step', 'discordUserId', 'guildId', 'ms'] },
  'bot.refused': { level: 'info', facts: ['command', 'step', 'discordUserId', 'code'] },
  'bot.failed': { level: 'error', facts: ['command', 'step', 'discordUserId', 'reference'] },
  'bot.bank-away': { level: 'warn', facts: ['command', 'step'] },
  'bot.late': { level: 'warn', facts: ['command', 'step', 'discordUserId', 'code'] },
  'bot.welcome': { level: 'info', facts: ['guildId', 'code'] },
  'bot.notice': { level: 'warn', facts: ['discordUserId', 'code', 'attempts'] },
  'page.failed': { level: 'error', facts: ['name'] },
  'mail.failed': { level: 'warn', facts: ['code', 'attempts'] },
  'bot.resolved': { level: 'warn', facts: ['command', 'discordUserId', 'reference', 'code'] },
  'bank.background-failed': { level: 'error', facts: ['name', 'attempts'] },
  'bank.booking-refused': { level: 'error', facts: ['reference'] },
  'bank.job-failed': { level: 'error', facts: ['name', 'attempts'] },
  'bank.job-stuck': { level: 'error', facts: ['name', 'reference'] },
  'bank.kind-unknown': { level: 'warn', facts: ['name'] },
  'bank.stuck': { level: 'error', facts: ['reference'] },
  'bank.unreadable': { level: 'error', facts: ['name', 'requestId'] },
  'bank.request-reused': { level: 'warn', facts: ['reference'] },
  'bank.outcome-unknown': { level: 'error', facts: ['reference'] },
  'bank.notice-given-up': { level: 'warn', facts: ['name', 'code'] },
  'bank.batch': { level: 'debug', facts: ['count', 'ms', 'waitMs'] },
  'bank.batch-split': { level: 'warn', facts: ['count'] },
  'bank.halted': { level: 'error', facts: ['name'] },
  'log.forked': { level: 'error', facts: ['name'] },
  'log.witness-refused': { level: 'warn', facts: ['name', 'code'] },
  'log.not-published': { level: 'error', facts: [] },
  'bank.resumed': { level: 'warn', facts: [] },
  'bank.pepper-missing': { level: 'error', facts: ['name'] },
} as const satisfies Record<string, EventForm>;

export type LogEventName = keyof typeof logEvents;
export type LogFacts<Name extends LogEventName> = {
  readonly [Fact in (typeof logEvents)[Name]['facts'][number]]?: string | number | bigint | null;
};
