import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OwnError } from '../lib/own-error.ts';

/** One file of `migrations/`. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly statements: readonly string[];
}

export type MigrationTrouble =
  | { readonly code: 'bad-name'; readonly file: string }
  | { readonly code: 'bad-number'; readonly file: string; readonly expected: number }
  /** The database was migrated by a newer version. */
  | { readonly code: 'newer'; readonly file: string }
  | { readonly code: 'changed'; readonly file: string; readonly ranAs: string }
  | {
      readonly code: 'failed';
      readonly file: string;
      readonly statement: number;
      readonly errno: number | null;
      /** The server's own message, or null. */
      readonly detail: string | null;
    }
  /** Another process is still migrating. */
  | { readonly code: 'locked'; readonly seconds: number };

/** The migrations do not match each other or the database, or one of them failed. */
export class MigrationError extends OwnError {
  override readonly name = 'MigrationError';
  readonly trouble: MigrationTrouble;

  constructor(trouble: MigrationTrouble, options?: ErrorOptions) {
    super(JSON.stringify(trouble), options);
    this.trouble = trouble;
  }
}

/** Matches comments and quoted text as a whole, so that a `;` in them does not end a statement. */
const pieces = new RegExp(
  [
    /--(?=\s|$)[^\n]*/,
    /#[^\n]*/,
    /\/\*[\s\S]*?\*\//,
    /'(?:[^'\\]|\\.|'')*'/,
    /"(?:[^"\\]|\\.|"")*"/,
    /`[^`]*`/,
    /;/,
    /[^;'"`#/-]+/,
    /[\s\S]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Splits SQL text into statements, without comments. */
export function splitStatements(text: string): string[] {
  const statements = [''];
  for (const piece of text.match(pieces) ?? []) {
    if (/^(?:--\s|--$|#|\/\*)/.test(piece)) statements.push(`${statements.pop()} `);
    else if (piece === ';') statements.push('');
    else statements.push(statements.pop() + piece);
  }
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '');
}

/** A number may also skip to the next ten, so that parallel branches do not collide. */
const follows = (number: number, former: number): boolean =>
  number === former + 1 || (former > 0 && number > former && number % 10 === 0);

/** Reads `NNNN_verb_noun.sql` files in order; refuses other names, gaps and duplicate numbers. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => !file.startsWith('.')).sort();
  const migrations: Migration[] = [];
  let former = 0;
  for (const file of files) {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) {
      throw new MigrationError({ code: 'bad-name', file });
    }
    if (!follows(number, former)) {
      throw new MigrationError({ code: 'bad-number', file, expected: former + 1 });
    }
    former = number;
    const text = await readFile(join(folder, file), 'utf8');
    const sha256 = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
    migrations.push({ number, name: file, sha256, statements: splitStatements(text) });
  }
  return migrations;
}
