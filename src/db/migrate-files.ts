import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One file of `migrations/`, read whole. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly statements: readonly string[];
}

/** A migration folder or a database history that does not fit; the message says what to do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Comments, quoted text and everything else, so that a `;` inside either does not end anything. */
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

/** The statements of a SQL text, without comments. */
export function splitStatements(text: string): string[] {
  const statements = [''];
  for (const piece of text.match(pieces) ?? []) {
    if (/^(?:--\s|--$|#|\/\*)/.test(piece)) statements.push(`${statements.pop()} `);
    else if (piece === ';') statements.push('');
    else statements.push(statements.pop() + piece);
  }
  return statements.map((statement) => statement.trim()).filter((statement) => statement !== '');
}

/** A subject may begin a ten of its own, so that work on two at once takes no number twice. */
const follows = (number: number, former: number): boolean =>
  number === former + 1 || (former > 0 && number > former && number % 10 === 0);

/** Reads `NNNN_verb_noun.sql` files in order; refuses other names, gaps and double numbers. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => !file.startsWith('.')).sort();
  const migrations: Migration[] = [];
  let former = 0;
  for (const file of files) {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(file)?.[1] ?? Number.NaN);
    if (Number.isNaN(number)) {
      throw new MigrationError(`migrations/${file} is not named like 0001_create_accounts.sql`);
    }
    if (!follows(number, former)) {
      throw new MigrationError(`migrations/${file}: the number should be ${former + 1}, no gaps`);
    }
    former = number;
    const text = await readFile(join(folder, file), 'utf8');
    const sha256 = createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
    migrations.push({ number, name: file, sha256, statements: splitStatements(text) });
  }
  return migrations;
}
