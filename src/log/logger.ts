/**
 * The log: allow-listed events go to a file; warnings and errors also to standard error, in short.
 */
import { pino } from 'pino';
import { errorFacts } from './error-facts.ts';
import {
  type EventForm,
  factForms,
  type FactName,
  type LogEventName,
  logEvents,
  type LogFacts,
} from './events.ts';
import { openLogFile } from './file.ts';

export interface Logger {
  /** Drops facts that are not in the event's list or not in their format. */
  event<Name extends LogEventName>(name: Name, facts: LogFacts<Name>, error?: unknown): void;
  close(): void;
}

/** One older file is kept, so the log never takes more than twice this size. */
const fileBytesMax = 20_000_000;

type FactValue = string | number | bigint | null | undefined;

function fit(name: FactName, value: FactValue): string | number | undefined {
  const form: RegExp | 'number' = factForms[name];
  if (value === null || value === undefined) return undefined;
  if (form === 'number') return typeof value === 'number' ? value : undefined;
  const text = `${value}`;
  return form.test(text) ? text : '(unfit)';
}

function pick(name: LogEventName, facts: Readonly<Record<string, FactValue>>) {
  const kept: Record<string, string | number> = {};
  for (const fact of logEvents[name].facts) {
    const value = fit(fact, facts[fact]);
    if (value !== undefined) kept[fact] = value;
  }
  return kept;
}

/** `warn database.waiting attempts=3 errno=2002`, for the person at the terminal. */
function shortLine(level: string, name: string, record: Readonly<Record<string, unknown>>): string {
  const facts = Object.entries(record).map(([fact, value]) => {
    const { class: kind, detail } = (value ?? {}) as { class?: string; detail?: string };
    return fact === 'error' ? `${kind}${detail ? `: ${detail}` : ''}` : `${fact}=${String(value)}`;
  });
  return `${[`${level}:`, name, ...facts].join(' ')}\n`;
}

export function createLogger(options: {
  readonly folder: string;
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly fileBytesMax?: number;
}): Logger {
  const file = openLogFile(options.folder, options.fileBytesMax ?? fileBytesMax);
  const log = pino(
    {
      level: options.level,
      base: { pid: process.pid },
      messageKey: 'event',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    file,
  );
  return {
    event: (name, facts, error) => {
      const { level, hasOwnSentence = false }: EventForm = logEvents[name];
      const record = {
        ...pick(name, facts),
        ...(error === undefined ? {} : { error: errorFacts(error) }),
      };
      log[level](record, name);
      if (!hasOwnSentence && (level === 'warn' || level === 'error')) {
        process.stderr.write(shortLine(level, name, record));
      }
    },
    close: () => file.end(),
  };
}
