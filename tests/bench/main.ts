/** `npm run bench`: all suites on one durable server, a table for people and JSON for machines. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chatSuite } from './chat/suite.ts';
import { enumerationSuite } from './enumeration/suite.ts';
import { flameSuite } from './flame/suite.ts';
import { growthSuite } from './growth/suite.ts';
import { historySuite } from './history/suite.ts';
import { ledgerSuite } from './ledger/suite.ts';
import { logSuite } from './log/suite.ts';
import { loginsSuite } from './logins/suite.ts';
import { overloadSuite } from './overload/suite.ts';
import { pageSuite } from './page/suite.ts';
import { sandboxSuite } from './sandbox/suite.ts';
import { sizeSuite } from './size/suite.ts';
import { startupSuite } from './startup/suite.ts';
import { statementsSuite } from './statements/suite.ts';
import type { Suite } from './support/context.ts';
import { documentResults } from './support/document.ts';
import { inspectMachine } from './support/machine.ts';
import { figure, tableText, targetsText, type SuiteResult } from './support/report.ts';
import { benchFolder, startServer } from './support/server.ts';

const suites: readonly Suite[] = [
  ledgerSuite,
  flameSuite,
  chatSuite,
  historySuite,
  loginsSuite,
  overloadSuite,
  logSuite,
  startupSuite,
  statementsSuite,
  growthSuite,
  sizeSuite,
  enumerationSuite,
  pageSuite,
  sandboxSuite,
];

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    document: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    patience: { type: 'string', default: '0' },
    way: { type: 'string' },
    callers: { type: 'string' },
    pattern: { type: 'string' },
  },
});
const wanted = options.only?.split(',') ?? suites.map(({ name }) => name);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  throw new Error(`No suite ${unknown.join(', ')}; there are ${suites.map(({ name }) => name)}`);
}
const rounds = Number(options.rounds ?? (options.quick ? 1 : 5));
const roundsOf = ({ roundsMax = rounds }: Suite) => Math.min(rounds, roundsMax);
const filters = {
  way: options.way,
  callers: options.callers === undefined ? undefined : Number(options.callers),
  pattern: options.pattern,
};
const print = (text: string) => process.stdout.write(`${text}\n`);
const progress = (line: string) => process.stderr.write(`${line}\n`);

const machine = inspectMachine(benchFolder);
const server = await startServer(progress);
print(`${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}`);
print(`${server.version}; a 4 KiB write and flush takes ${figure(machine.flushMs)} ms`);
const results: Record<string, SuiteResult> = {};
try {
  for (const suite of suites.filter(({ name }) => wanted.includes(name))) {
    const patienceMs = Number(options.patience) * 1_000;
    const context = { server, quick: options.quick, patienceMs, filters, progress };
    const result = await suite.run({ ...context, rounds: roundsOf(suite) });
    results[suite.name] = result;
    for (const table of result.tables) print(`\n${tableText(table)}`);
    if (result.targets.length > 0) print(`\n${targetsText(result.targets)}`);
  }
} finally {
  await server.stop();
}
const folder = join(benchFolder, 'results');
mkdirSync(folder, { recursive: true });
const stamp = new Date().toISOString().replaceAll(/[:.]/g, '-');
const path = join(folder, `${stamp}.json`);
const all = { at: stamp, quick: options.quick, rounds, machine, server: server.version, results };
writeFileSync(
  path,
  JSON.stringify(all, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value), 1),
);
print(`\nWritten to ${path}`);
if (options.document) {
  const { processor, cores, memoryGb, node, flushMs } = machine;
  const where =
    `${stamp.slice(0, 10)}, ${cores} cores of ${processor}, ${memoryGb} GB, Node ${node}, ${server.version}, ` +
    `a 4 KiB write and flush ${figure(flushMs)} ms`;
  documentResults(results, (name) => {
    const count = roundsOf(suites.find((suite) => suite.name === name)!);
    return `${where}, ${count === 1 ? '1 round' : `medians of ${count} rounds`}:`;
  });
}
