/** One of several bank processes on one database: runs the given number of callers, and reports. */
import { parseDatabaseUrl } from '../../../src/lib/database-address.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { idSource } from '../../../src/lib/ids.ts';
import { ours } from '../ledger/ours.ts';
import { transferMaker } from '../ledger/workload.ts';
import { closedLoop } from '../support/measure.ts';
import { customerAt } from '../support/population.ts';

export interface WorkerTask {
  readonly databaseUrl: string;
  readonly callers: number;
  readonly customers: number;
  readonly warmMs: number;
  readonly measureMs: number;
  /** Different in each worker; request ids are made with it. */
  readonly number: number;
}

const [text = ''] = process.argv.slice(2);
const task = JSON.parse(text) as WorkerTask;
const nextId = idSource({ clock: systemClock, processNumber: BigInt(1_000 + task.number) });
const address = parseDatabaseUrl(task.databaseUrl);
const { callers, warmMs, measureMs } = task;
const open = await ours.open({ address, nextId, callers });
const customers = Array.from({ length: task.customers }, (_, position) => customerAt(position));
const make = transferMaker(customers, 'uniform');

process.send?.('ready');
process.once('message', () => {
  const work = async () => open.transfer(make());
  void closedLoop({ callers, warmMs, measureMs, work }).then(async (measured) => {
    await open.close();
    process.send?.(measured);
    process.disconnect();
  });
});
