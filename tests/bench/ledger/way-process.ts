/** A process with one way to book; it measures the cases that the suite asks for. */
import { createPool } from '../../../src/db/pool.ts';
import { parseDatabaseUrl } from '../../../src/lib/database-address.ts';
import { customerAt } from '../support/population.ts';
import { contenders } from './contenders.ts';
import { type LedgerMeasured, measureCase } from './measure.ts';
import type { WayAnswer, WayCase, WayTask } from './way.ts';

const [text = ''] = process.argv.slice(2);
const task = JSON.parse(text) as WayTask;
const address = parseDatabaseUrl(task.databaseUrl);
const pool = createPool(address, { limits: { statementMs: 120_000 } });
const customers = Array.from({ length: task.customers }, (_, position) => customerAt(position));
const place = { pool, customers, address, serverPid: task.serverPid };
const contender = contenders.find(({ name }) => name === task.way);

async function measured({ callers, pattern, quick }: WayCase): Promise<LedgerMeasured> {
  if (contender === undefined) throw new Error(`There is no way called ${task.way}`);
  return measureCase(place, { contender, callers, pattern }, quick);
}

process.on('message', (asked: WayCase) => {
  void measured(asked)
    .then((value): WayAnswer => ({ value }))
    .catch((error: unknown): WayAnswer => ({ error: `${(error as Error).stack}` }))
    .then((answer) => process.send?.(answer));
});
process.once('disconnect', () => void pool.close());
