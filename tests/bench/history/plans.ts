/** The statements of a history page and their query plans. */
import type { Reader } from '../../../src/db/pool.ts';
import type { Row } from '../../../src/db/rows.ts';
import type { Scalar } from '../../../src/db/text/scalars.ts';

interface Asked {
  readonly sql: string;
  readonly values: readonly Scalar[];
}

export interface Plan {
  readonly sql: string;
  /** One line per table: access type, key, and rows expected and read. */
  readonly steps: readonly Row[];
}

/** Runs `work` and explains each of its statements. */
export async function plansOf(
  reader: Reader,
  work: (reader: Reader) => Promise<unknown>,
): Promise<Plan[]> {
  const asked: Asked[] = [];
  await work({
    rows: async (sql, values = []) => {
      asked.push({ sql, values });
      return reader.rows(sql, values);
    },
  });
  const plans: Plan[] = [];
  for (const { sql, values } of asked) {
    const steps = await reader.rows(`EXPLAIN ${sql}`, values);
    plans.push({ sql: sql.replaceAll(/\n\s*/g, '\n').trim(), steps });
  }
  return plans;
}

const columns = ['table', 'type', 'key', 'key_len', 'rows', 'Extra'] as const;

export function planText(title: string, plans: readonly Plan[]): string {
  const table = plans.map(({ sql, steps }) => {
    const head = `| ${columns.join(' | ')} |\n|${' --- |'.repeat(columns.length)}`;
    const lines = steps.map(
      (step) => `| ${columns.map((column) => String(step[column] ?? '')).join(' | ')} |`,
    );
    return ['```sql', sql, '```', '', head, ...lines].join('\n');
  });
  return [`## ${title}`, ...table].join('\n\n');
}
