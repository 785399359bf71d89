import { ConfigError } from '../config/config.ts';
import { DatabaseError } from '../db/errors.ts';
import { LocalServerError } from '../db/local/place.ts';
import { MigrationError } from '../db/migrate-files.ts';
import { fileTrouble } from '../lib/file-trouble.ts';
import { errorFacts } from '../log/error-facts.ts';
import { SecretsError } from './secrets.ts';
import { StartError } from './start-error.ts';

const bankErrors = ['CurrencyMismatch', 'BackupError', 'UnsettledError'];
const forPeople = [DatabaseError, LocalServerError, MigrationError, SecretsError, StartError];

/** Lines for the person who tried to start the bank; where there is nothing to do but report. */
export function explain(error: unknown): readonly string[] {
  if (error instanceof ConfigError) return error.lines;
  // By name, since importing the bank here would hold up the start.
  const ofBank = error instanceof Error && bankErrors.includes(error.name);
  if (error instanceof Error && (ofBank || forPeople.some((own) => error instanceof own))) {
    return error.message.split('\n');
  }
  const trouble = fileTrouble(error);
  if (trouble !== null) return [`${trouble}.`];
  const { class: kind, code, stack } = errorFacts(error);
  return [
    `An unexpected error: ${kind}${code === undefined ? '' : ` ${code}`}. The log has more.`,
    ...stack.slice(0, 3),
  ];
}
