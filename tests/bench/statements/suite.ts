/** Statements of a year with ten thousand and a hundred thousand entries, in every format. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { databaseUrl } from '../../../src/lib/database-address.ts';
import { statementFormats } from '../../../src/documents/index.ts';
import { longLedger } from '../history/generate.ts';
import type { Suite, SuiteContext } from '../support/context.ts';
import { median } from '../support/measure.ts';
import { atMost } from '../support/report.ts';
import type { StatementMade, StatementTask } from './worker.ts';

const sizes = [10_000, 100_000] as const;
const workerFile = fileURLToPath(new URL('worker.js', import.meta.url));

async function made(task: StatementTask): Promise<StatementMade> {
  // The limits of memory are those of a bank.
  const child = fork(workerFile, [JSON.stringify(task)], {
    execArgv: [...process.execArgv, '--expose-gc'],
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  });
  const [result] = (await once(child, 'message')) as [StatementMade];
  await once(child, 'exit');
  return result;
}

async function run({ server, quick, rounds, progress }: SuiteContext) {
  const found = new Map<string, StatementMade[]>();
  for (const entries of quick ? sizes.slice(0, 1) : sizes) {
    const { pool, address } = await longLedger(server, entries, progress);
    await pool.close();
    for (let round = 1; round <= rounds; round += 1) {
      for (const format of statementFormats) {
        const result = await made({ databaseUrl: databaseUrl(address), format });
        if (result.entries < 0.98 * entries) throw new Error(`${result.entries} entries`);
        const key = `${format} ${entries}`;
        found.set(key, [...(found.get(key) ?? []), result]);
        progress(`round ${round}: ${key}: ${JSON.stringify(result)}`);
      }
    }
  }
  const middle = (key: string, of: (one: StatementMade) => number): number =>
    median((found.get(key) ?? []).map(of));
  const names = [...found.keys()];
  const [few, many] = sizes.map((size) => names.filter((key) => key.endsWith(` ${size}`)));
  const most = (keys: readonly string[] = [], of: (one: StatementMade) => number): number =>
    Math.max(...keys.map((key) => middle(key, of)));
  return {
    tables: [
      {
        title: 'A statement, by format and entries',
        columns: ['statement', 's', 's of processor', 'more memory, MB', 'file, MB', 'by month'],
        rows: names.map((key) => [
          key,
          middle(key, ({ ms }) => ms / 1_000),
          middle(key, ({ cpuMs }) => cpuMs / 1_000),
          middle(key, ({ memoryMb }) => memoryMb),
          middle(key, ({ sizeMb }) => sizeMb),
          found.get(key)?.[0]?.isSplit === true ? 'yes' : 'no',
        ]),
      },
    ],
    targets: [
      atMost(
        '10,000 entries, slowest format',
        2,
        most(few, ({ ms }) => ms / 1_000),
        ' s',
      ),
      ...(quick
        ? []
        : [
            atMost(
              '100,000 entries, most memory',
              100,
              most(many, ({ memoryMb }) => memoryMb),
              ' MB',
            ),
          ]),
    ],
    values: Object.fromEntries(found),
  };
}

export const statementsSuite: Suite = { name: 'statements', run };
