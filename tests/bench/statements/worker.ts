/** A process that makes one statement, and reports the time and the memory that it took. */
import { parseDatabaseUrl } from '../../../src/lib/database-address.ts';
import { packStatement, type StatementFormat } from '../../../src/documents/index.ts';
import { utc } from '../../../src/bank/index.ts';
import { reader } from '../history/generate.ts';
import { openBank } from '../support/bank.ts';

export interface StatementTask {
  readonly databaseUrl: string;
  readonly format: StatementFormat;
}

export interface StatementMade {
  readonly ms: number;
  readonly cpuMs: number;
  /** The highest resident memory while it was made, less that before. */
  readonly memoryMb: number;
  readonly sizeMb: number;
  readonly entries: number;
  readonly isSplit: boolean;
}

const [text = ''] = process.argv.slice(2);
const task = JSON.parse(text) as StatementTask;
const sizeMax = 10_000_000;
const mb = 1_000_000;
const { bank, close } = await openBank(parseDatabaseUrl(task.databaseUrl));
const today = new Date().toISOString().slice(0, 10);
// Without the first days: the books of the benchmark begin with a balance that no entry made.
const begin = new Date(Date.now() - 362 * 86_400_000).toISOString().slice(0, 10);
const year = { from: begin, to: today, zone: utc };

const make = async (period: typeof year): Promise<StatementMade> =>
  bank.accountStatements.read(reader.session, { period }, async (statement) => {
    globalThis.gc?.();
    const before = process.memoryUsage.rss();
    let most = before;
    const timer = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 5);
    const [begun, cpu] = [performance.now(), process.cpuUsage()];
    const packing = { formats: [task.format], bankName: 'Bench', sizeMax };
    const packed = await packStatement(statement, packing);
    const { user, system } = process.cpuUsage(cpu);
    clearInterval(timer);
    return {
      ms: performance.now() - begun,
      cpuMs: (user + system) / 1_000,
      memoryMb: (Math.max(most, process.memoryUsage.rss()) - before) / mb,
      sizeMb: (packed?.bytes.length ?? 0) / mb,
      entries: Number(statement.head.count),
      isSplit: packed?.isSplit ?? false,
    };
  });

// Loads the fonts and the code, as in a bank that has run for a while.
await make({ ...year, from: today });
process.send?.(await make(year));
await close();
process.disconnect();
