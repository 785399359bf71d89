import { BankError } from '../bank/index.ts';
import { DatabaseError, OutcomeUnknown } from '../db/errors.ts';
import { LocalServerError } from '../db/local/reports.ts';
import { MigrationError } from '../db/migrate-files.ts';

/** What a log may keep of something thrown. */
export interface ErrorFacts {
  readonly class: string;
  readonly code?: string;
  readonly errno?: number;
  /** Only of our own classes, whose messages hold no values. */
  readonly detail?: string;
  /** Where it happened: frames, without the message that stands above them. */
  readonly stack: readonly string[];
}

const ownClasses = [DatabaseError, OutcomeUnknown, LocalServerError, MigrationError, BankError];
const framesMax = 12;

export function errorFacts(thrown: unknown): ErrorFacts {
  if (!(thrown instanceof Error)) return { class: typeof thrown, stack: [] };
  const { code, errno } = thrown as { code?: unknown; errno?: unknown };
  // A message may span lines that look like anything; frames begin after it, at the first "at".
  const after = thrown.stack?.split(thrown.message).at(-1) ?? '';
  const frames = after.split('\n').map((line) => line.trim());
  return {
    class: thrown.name.slice(0, 80),
    ...(typeof code === 'string' || typeof code === 'number'
      ? { code: `${code}`.slice(0, 60) }
      : {}),
    ...(typeof errno === 'number' ? { errno } : {}),
    ...(ownClasses.some((own) => thrown instanceof own)
      ? { detail: thrown.message.slice(0, 500) }
      : {}),
    stack: frames
      .filter((line) => /^at [^ ].*:\d+:\d+\)?$/.test(line))
      .slice(0, framesMax)
      .map((line) => line.replace(/\(.*\/(?=(?:src|commands|dist|node_modules)\/)/, '(')),
  };
}
