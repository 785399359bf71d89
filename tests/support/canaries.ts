/** Searches for planted secrets in every place where they could have been stored. */
import type { Pool } from '../../src/db/pool.ts';

export interface Canary {
  readonly name: string;
  /** Every form in which it may be written. */
  readonly values: readonly string[];
  /** Where it is allowed: `entries.memo`, `mail`. */
  readonly home: readonly string[];
}

export interface Place {
  readonly where: string;
  readonly content: string | Uint8Array;
}

/** As text, and as a program would write the same bytes. */
const formsOf = (value: string): string[] => [
  value,
  value.toLowerCase(),
  encodeURIComponent(value),
  Buffer.from(value).toString('base64').replace(/=+$/, '').slice(0, -1),
  Buffer.from(value).toString('hex'),
];

/** `name at place` of every canary in a place that is not allowed. */
export function escaped(canaries: readonly Canary[], places: readonly Place[]): string[] {
  const contents = places.map(({ where, content }) => {
    const bytes = Buffer.from(content);
    const text = bytes.toString('utf8');
    // Bytes are searched as they are and as they would be printed.
    const shown = typeof content === 'string' ? '' : bytes.toString('hex');
    return { where, text: `${text}\n${text.toLowerCase()}\n${shown}` };
  });
  const found = canaries.flatMap(({ name, values, home }) =>
    contents
      .filter(({ where }) => !home.includes(where))
      .filter(({ text }) => values.flatMap(formsOf).some((form) => text.includes(form)))
      .map(({ where }) => `${name} in ${where}`),
  );
  return [...new Set(found)];
}

const selectTables = `
  SELECT table_name AS name
  FROM information_schema.tables
  WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'`;

/** Every value of every row, by column: the content of a stolen dump. */
export async function dumpOf(pool: Pool): Promise<Place[]> {
  const places: Place[] = [];
  for (const { name: table } of await pool.rows(selectTables)) {
    for (const row of await pool.rows(`SELECT * FROM \`${String(table)}\``)) {
      for (const [column, value] of Object.entries(row)) {
        if (value === null) continue;
        const content = value instanceof Uint8Array ? value : String(value);
        places.push({ where: `${String(table)}.${column}`, content });
      }
    }
  }
  return places;
}
