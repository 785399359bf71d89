/**
 * What stands behind `npm start`, `npm test` and the other commands. It needs nothing but Node: it
 * installs the packages, builds, and hands over.
 */
import { endWithNpm } from './lib/parent.mjs';
import { audit } from './lib/audit.mjs';
import { bench } from './lib/bench.mjs';
import { build } from './lib/build.mjs';
import { cli } from './lib/cli.mjs';
import { fetchDatabase, testDatabases } from './lib/databases.mjs';
import { dev } from './lib/dev.mjs';
import { install } from './lib/install.mjs';
import { fail, root } from './lib/machine.mjs';
import { screens } from './lib/screens.mjs';
import { start, startSandbox } from './lib/start.mjs';
import { check, needsBuild, test } from './lib/test.mjs';
import { tool } from './lib/tool.mjs';
import { soak, torture } from './lib/torture.mjs';

const commands = {
  start: { about: 'run the bank', run: start, needs: ['packages', 'build'] },
  dev: {
    about: 'run the bank and restart it when its source changes',
    run: dev,
    needs: ['packages'],
  },
  sandbox: {
    about: 'run the local Discord alone, for any bot; -- --help',
    run: startSandbox,
    needs: ['packages', 'build'],
  },
  test: {
    about: 'run the tests; words after -- choose files',
    run: test,
    needs: (words) => (needsBuild(words) ? ['packages', 'build'] : ['packages']),
  },
  'test:databases': {
    about: 'the database tests on each server; -- --only mysql --node 22,24',
    run: testDatabases,
    needs: ['packages', 'build'],
  },
  'fetch-database': {
    about: 'a server to try; -- mysql and two more',
    run: fetchDatabase,
    needs: [],
  },
  check: { about: 'format, lint, types and tests', run: check, needs: ['packages', 'build'] },
  build: { about: 'compile into dist/', run: async () => 0, needs: ['packages', 'build'] },
  format: {
    about: 'write every file in the common form',
    run: async () => tool('prettier', ['--write', '--log-level', 'warn', '.']),
    needs: ['packages'],
  },
  screens: {
    about: 'make the pictures of the docs from the page itself; needs Chromium',
    run: screens,
    needs: ['packages', 'build'],
  },
  bench: {
    about:
      'measure; -- --only ledger,chat,history,logins,startup,growth,enumeration,sandbox and -- --quick',
    run: bench,
    needs: ['packages'],
  },
  'security:audit': {
    about: 'known faults and licences of all packages',
    run: audit,
    needs: ['packages'],
  },
  'security:timing': {
    about: 'whether the time of an answer tells that an account exists; minutes',
    run: async (words) => bench(['--only', 'enumeration', ...words]),
    needs: ['packages'],
  },
  'verify-ledger': {
    about: 'read the whole books; -- --resume lets stopped payments go on',
    run: cli('verify-ledger'),
    needs: ['packages', 'build'],
  },
  backup: {
    about: 'write everything into one file; -- FILE names it',
    run: cli('backup'),
    needs: ['packages', 'build'],
  },
  'rotate-keys': {
    about: 'put personal data under a new key, while the bank is closed',
    run: cli('rotate-keys'),
    needs: ['packages', 'build'],
  },
  restore: {
    about: 'fill an empty database from -- FILE',
    run: cli('restore'),
    needs: ['packages', 'build'],
  },
  torture: {
    about: 'break everything and count the money; -- --list names the stages',
    run: torture,
    needs: ['packages'],
  },
  soak: { about: 'the same for -- --hours 1', run: soak, needs: ['packages'] },
};

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Passbook needs Node 20.19 or newer (24 recommended); this is ${process.version}.`);
}

async function main() {
  endWithNpm();
  checkNode();
  const [name, ...words] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (!command) {
    const known = Object.entries(commands).map(([key, { about }]) => `  npm run ${key}  ${about}`);
    fail(`There is no command "${name ?? ''}". Known:\n${known.join('\n')}`);
  }
  process.chdir(root);
  const needs = typeof command.needs === 'function' ? command.needs(words) : command.needs;
  if (needs.includes('packages')) await install();
  if (needs.includes('build')) await build();
  process.exitCode = await command.run(words);
}

await main();
