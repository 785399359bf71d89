/**
 * The launcher behind `npm start`, `npm test` and the other commands. It needs only Node: it installs
 * the packages, builds, and runs the command.
 */
import { endWithNpm } from './lib/parent.mjs';
import { audit } from './lib/audit.mjs';
import { bench } from './lib/bench.mjs';
import { build, types } from './lib/build.mjs';
import { cli } from './lib/cli.mjs';
import { fetchDatabase, testDatabases } from './lib/databases.mjs';
import { dev } from './lib/dev.mjs';
import { figures } from './lib/figures.mjs';
import { image } from './lib/image.mjs';
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
    about: 'run only the local Discord, for any bot; see -- --help',
    run: startSandbox,
    needs: ['packages', 'build'],
  },
  test: {
    about: 'run the tests; -- FILE runs one file',
    run: test,
    needs: (args) => (needsBuild(args) ? ['packages', 'build'] : ['packages']),
  },
  'test:databases': {
    about: 'run the database tests on each server; -- --only mysql --node 22,24',
    run: testDatabases,
    needs: ['packages', 'build'],
  },
  'test:image': {
    about: 'build the container image and run it once; needs root, buildah and debootstrap',
    run: image,
    needs: [],
  },
  'fetch-database': {
    about: 'download a database server to try; -- mysql (or mariadb-10.11, mariadb-11.8)',
    run: fetchDatabase,
    needs: [],
  },
  check: {
    about: 'check format, lint, types and tests; -- --static leaves out the tests',
    run: check,
    needs: ['packages', 'build'],
  },
  build: { about: 'build dist/', run: async () => 0, needs: ['packages', 'build'] },
  types: { about: 'check the types of the program and its pages', run: types, needs: ['packages'] },
  format: {
    about: 'format every file',
    run: async () => tool('prettier', ['--write', '--log-level', 'warn', '.']),
    needs: ['packages'],
  },
  'env-example': {
    about: 'write .env.example from src/config/settings.ts',
    run: cli('env-example'),
    needs: ['packages', 'build'],
  },
  screens: {
    about: 'take the screenshots for the docs; needs Chromium',
    run: screens,
    needs: ['packages', 'build'],
  },
  bench: {
    about:
      'run the benchmarks; -- --only ledger,chat,history,logins,overload,startup,statements,growth,size,enumeration,sandbox and -- --quick',
    run: bench,
    needs: ['packages', 'build'],
  },
  figures: {
    about: 'count the commands, forms, fields and presses of a payment, and write docs/effort.md',
    run: figures,
    needs: ['packages', 'build'],
  },
  'security:audit': {
    about: 'check all packages for known vulnerabilities and licences',
    run: audit,
    needs: ['packages'],
  },
  'security:timing': {
    about: 'check that response times do not reveal whether an account exists (takes minutes)',
    run: async (args) => bench(['--only', 'enumeration', ...args]),
    needs: ['packages', 'build'],
  },
  doctor: {
    about: 'check settings, database, secrets, backups, mail and Discord; -- --json, -- --strict',
    run: cli('doctor'),
    needs: ['packages', 'build'],
  },
  verify: {
    about: 'check proofs and checkpoints of a bank without a network; -- FILE…',
    run: cli('verify'),
    needs: ['packages', 'build'],
  },
  witness: {
    about: 'watch the logs of banks and sign their checkpoints; -- ADDRESS…',
    run: cli('witness'),
    needs: ['packages', 'build'],
  },
  'verify-ledger': {
    about: 'verify all the books; -- --resume also resumes stopped payments',
    run: cli('verify-ledger'),
    needs: ['packages', 'build'],
  },
  'index-history': {
    about: 'index long histories for searches; -- --rebuild all, -- --check compares',
    run: cli('index-history'),
    needs: ['packages', 'build'],
  },
  backup: {
    about: 'back up the database into one file; -- FILE names it',
    run: cli('backup'),
    needs: ['packages', 'build'],
  },
  'rotate-keys': {
    about: 'encrypt personal data with a new key, while the bank is closed',
    run: cli('rotate-keys'),
    needs: ['packages', 'build'],
  },
  import: {
    about: 'move balances in from another bot; -- shows how',
    run: cli('import'),
    needs: ['packages', 'build'],
  },
  restore: {
    about: 'restore a backup into an empty database; -- FILE names it',
    run: cli('restore'),
    needs: ['packages', 'build'],
  },
  drill: {
    about: 'restore the newest backup into a schema of its own and verify it; -- FILE names it',
    run: cli('drill'),
    needs: ['packages', 'build'],
  },
  torture: {
    about: 'inject faults and check that the books stay correct; -- --list shows the stages',
    run: torture,
    needs: ['packages'],
  },
  soak: {
    about: 'run the torture suite for a longer time; -- --hours 1',
    run: soak,
    needs: ['packages'],
  },
};

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Passbook needs Node 20.19 or newer (24 recommended); this is ${process.version}.`);
}

async function main() {
  endWithNpm();
  checkNode();
  const [name, ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (!command) {
    const known = Object.entries(commands).map(([key, { about }]) => `  npm run ${key}  ${about}`);
    fail(`There is no command "${name ?? ''}". The commands are:\n${known.join('\n')}`);
  }
  process.chdir(root);
  const needs = typeof command.needs === 'function' ? command.needs(args) : command.needs;
  if (needs.includes('packages')) await install();
  if (needs.includes('build')) await build();
  process.exitCode = await command.run(args);
}

await main();
