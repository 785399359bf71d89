/** Runs the database tests on every requested server and Node, and prints one table of results. */
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { documented, tableText } from './database-table.mjs';
import { fail, root, say } from './machine.mjs';
import { fetchNode } from './node-fetch.mjs';
import { fetchServer, servers, versionOf } from './server-fetch.mjs';
import { countsText, runTests } from './test.mjs';

const document = join(root, 'docs/databases.md');

/** Vitest's project for each suite. */
const suites = { database: 'bank', torture: 'torture' };

function optionsOf(args) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      only: { type: 'string', default: Object.keys(servers).join(',') },
      node: { type: 'string', default: process.versions.node },
      suites: { type: 'string', default: 'database,torture' },
      document: { type: 'boolean', default: false },
    },
  });
  const names = values.only.split(',');
  const unknown = names.filter((name) => !Object.hasOwn(servers, name));
  if (unknown.length > 0) {
    fail(
      `Unknown server "${unknown.join(', ')}". Choose from: ${Object.keys(servers).join(', ')}.`,
    );
  }
  const chosen = values.suites.split(',');
  if (chosen.some((name) => !Object.hasOwn(suites, name))) {
    fail(`Choose suites from: ${Object.keys(suites).join(', ')}.`);
  }
  const projects = chosen.flatMap((name) => ['--project', suites[name]]);
  // Tests of the chat are in the same project, but use the database as the others do.
  const without = ['--exclude', 'tests/e2e/**'];
  const nodes = values.node.split(',');
  return {
    names,
    nodes,
    args: [...projects, ...without, ...positionals],
    document: values.document,
  };
}

/** Null if the server is not available, which is reported in one line; other runs continue. */
function ifAvailable(what, get) {
  try {
    return get();
  } catch (error) {
    say(`NOT TESTED: ${what} is not available here: ${error.message}`);
    return null;
  }
}

/** One server under one Node. */
async function runOn({ name, bin, node, args }) {
  const version = versionOf(bin);
  say(`Testing on ${version}, Node ${node.version}…`);
  const path = [bin, dirname(node.file), process.env.PATH].join(delimiter);
  // Otherwise the tests would use the server in DATABASE_URL.
  const env = { PATH: path, DATABASE_URL: '' };
  const begun = performance.now();
  const { code, results } = await runTests(args, { file: node.file, env });
  const minutes = (performance.now() - begun) / 60_000;
  const report = results ?? { counts: { passed: 0, failed: 1, skipped: 0 }, suites: {} };
  return { name, version, node: node.version, code, minutes, ...report };
}

/** Returns 0 when every test that could run has passed. */
export async function testDatabases(given) {
  const { names, nodes, args, document: isDocumented } = optionsOf(given);
  const runs = [];
  for (const name of names) {
    const bin = ifAvailable(name, () => fetchServer(name));
    for (const wanted of bin === null ? [] : nodes) {
      const node = ifAvailable(`Node ${wanted}`, () => fetchNode(wanted));
      if (node !== null) runs.push(await runOn({ name, bin, node, args }));
    }
  }
  process.stdout.write(tableText(runs));
  if (isDocumented) writeFileSync(document, documented(readFileSync(document, 'utf8'), runs));
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { counts } of runs) for (const kind in total) total[kind] += counts[kind];
  if (runs.length > 0) process.stdout.write(`databases: ${countsText(total)}\n`);
  return runs.every(({ code }) => code === 0) ? 0 : 1;
}

/** `npm run fetch-database -- mysql` prints the folder to put first in PATH. */
export async function fetchDatabase(args) {
  const [name = ''] = args;
  if (!Object.hasOwn(servers, name)) fail(`Name a server: ${Object.keys(servers).join(', ')}.`);
  try {
    process.stdout.write(`${fetchServer(name)}\n`);
    return 0;
  } catch (error) {
    say(`${name} is not available here: ${error.message}`);
    return 1;
  }
}
