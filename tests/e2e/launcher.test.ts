import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { nothingLeft, projectFolder, run, runToEnd } from '../support/process.ts';

/** A small project with our launcher and packages, which builds quickly. */
let folder: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/**
 * A separate folder with links to the few packages that a build needs, so that the launcher cannot
 * damage the real packages. It counts as installed, so no test installs by accident.
 */
function providePackages(): void {
  for (const name of [
    'typescript',
    '@typescript',
    '@types',
    'preact',
    'undici-types',
    'prettier',
    'rolldown',
    '@rolldown',
    '@oxc-project',
  ]) {
    mkdirSync(join(folder, 'node_modules'), { recursive: true });
    symlinkSync(join(projectFolder, 'node_modules', name), join(folder, 'node_modules', name));
  }
  const lock = readFileSync(join(folder, 'package-lock.json'));
  write('node_modules/.package-lock.json', '{}');
  write('node_modules/.passbook-lock', createHash('sha256').update(lock).digest('hex'));
}

/** Replaces npm in every launch: records its arguments and downloads nothing. */
function fakeNpm(exitCode: 0 | 1): void {
  write('npm/package.json', '{}');
  write(
    'npm/npm-cli.js',
    `const { mkdirSync, writeFileSync } = require('fs');
    writeFileSync('called', process.argv.slice(2).join(' '));
    if (${exitCode}) process.exit(${exitCode});
    mkdirSync('node_modules', { recursive: true });
    writeFileSync('node_modules/.package-lock.json', '{}');`,
  );
}

/** The folders that are compiled for browsers, each a project of its own. */
const pages = readdirSync(join(projectFolder, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => basename(path) === 'tsconfig.json')
  .map((path) => dirname(join('src', path)));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'passbook-launcher-'));
  for (const name of ['scripts', 'tsconfig.json', 'package.json', 'package-lock.json']) {
    cpSync(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  providePackages();
  fakeNpm(1);
  for (const page of pages) {
    cpSync(join(projectFolder, page, 'tsconfig.json'), join(folder, page, 'tsconfig.json'));
    write(`${page}/main.ts`, 'export const page = 1;\n');
  }
  write('src/verifier/page/page.css', '');
  write('src/main.ts', "process.stdout.write(`ran ${process.argv.slice(2).join(' ')}\\n`);\n");
  write('src/cli/tool.ts', 'export const tool = 1;\n');
  write('commands/one.ts', 'export const one = 1;\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const launcher = (...words: string[]) => [join(folder, 'scripts/run.mjs'), ...words];
const npm = () => ({ npm_execpath: join(folder, 'npm/npm-cli.js') });
const launch = async (...words: string[]) => runToEnd(process.execPath, launcher(...words), npm());
const built = (path: string) => join(folder, 'dist', path);

describe('the launcher', () => {
  test('lists its commands for an unknown one', async () => {
    const { code, output } = await launch('fly');
    expect(code).toBe(1);
    expect(output).toMatch(/There is no command "fly"[\s\S]*npm run start +run the bank/);
  });

  test('builds changed files once, and says so', async () => {
    const first = await launch('build');
    expect(first).toMatchObject({ code: 0 });
    expect(first.output).toContain('Building…');
    const stamp = statSync(built('src/main.js')).mtimeMs;
    const second = await launch('build');
    expect(second.output).not.toContain('Building…');
    expect(statSync(built('src/main.js')).mtimeMs).toBe(stamp);
    write('commands/more.ts', 'export const more = 1;\n');
    expect((await launch('build')).output).toContain('Building…');
    expect(existsSync(built('commands/more.js'))).toBe(true);
  });

  test('removes a deleted command from the build', async () => {
    await launch('build');
    expect(existsSync(built('commands/one.js'))).toBe(true);
    rmSync(join(folder, 'commands/one.ts'));
    write('commands/two.ts', 'export const two = 2;\n');
    await launch('build');
    expect([existsSync(built('commands/one.js')), existsSync(built('commands/two.js'))]).toEqual([
      false,
      true,
    ]);
  });

  test('does not start if the build fails', async () => {
    write('src/main.ts', "import { text } from './text.ts';\nprocess.stdout.write(text);\n");
    const { code, output } = await launch('start');
    expect(code).toBe(1);
    expect(output).toMatch(/text\.ts[\s\S]*src\/main\.ts[\s\S]*The build failed/);
    expect((await launch('start')).code).toBe(1);
  });

  test('starts with a wrong type, which the check of types names', async () => {
    write('src/main.ts', 'const text: string = 1;\nprocess.stdout.write(`ran ${text}\\n`);\n');
    expect(await launch('start')).toMatchObject({ code: 0 });
    const { code, output } = await launch('types');
    expect(code).not.toBe(0);
    expect(output).toMatch(/src\/main\.ts.*TS2322/);
  });

  test('passes its arguments to the bank and exits with its code', async () => {
    expect(await launch('start', 'with', 'words')).toMatchObject({
      code: 0,
      output: expect.stringContaining('ran with words') as unknown,
    });
    write('src/main.ts', 'process.exit(7);\n');
    expect((await launch('start')).code).toBe(7);
  });

  test('sets the thread pool size for password hashing', async () => {
    write('src/main.ts', 'process.stdout.write(`pool ${process.env["UV_THREADPOOL_SIZE"]}\\n`);\n');
    expect((await launch('start')).output).toContain('pool 16');
  });

  test('does not rebuild for a copied folder or another version of Node', async () => {
    await launch('build');
    for (const name of ['src/main.ts', 'commands/one.ts', 'tsconfig.json', 'package-lock.json']) {
      utimesSync(join(folder, name), 1, 1);
    }
    write('other-node.cjs', "Object.defineProperty(process, 'version', { value: 'v99.0.0' });\n");
    const environment = { ...npm(), NODE_OPTIONS: `--require ${join(folder, 'other-node.cjs')}` };
    const { code, output } = await runToEnd(process.execPath, launcher('build'), environment);
    expect([code, output]).toEqual([0, '']);
  });

  test('explains in one sentence that it must build but cannot write', async () => {
    // Not even root can write there.
    symlinkSync('/proc', join(folder, 'dist'));
    const { code, output } = await launch('build');
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toMatch(/The build is out of date, and the folder dist is not writable/);
  });

  test('does not start the bank if npm exited during the build', async () => {
    rmSync(join(folder, 'node_modules/typescript'));
    write('node_modules/typescript/package.json', '{ "bin": { "tsc": "tsc.cjs" } }');
    write('node_modules/typescript/tsc.cjs', 'setTimeout(() => {}, 4_000);\n');
    write('dist/src/main.js', "import { mkdirSync } from 'fs';\nmkdirSync('started');\n");
    const words = JSON.stringify(launcher('start'));
    const standIn = `require('child_process').spawn(process.execPath, ${words}, {
      stdio: 'inherit', env: { ...process.env, npm_lifecycle_event: 'start' } });`;
    const parent = run(process.execPath, ['-e', standIn], npm());
    await parent.line(/Building…/);
    process.kill(parent.pid, 'SIGKILL');
    expect(await nothingLeft(folder, 8_000)).toBe(true);
    expect(existsSync(join(folder, 'started'))).toBe(false);
  });

  test('lets only one of two launchers build at a time', async () => {
    const both = [
      run(process.execPath, launcher('build'), npm()),
      run(process.execPath, launcher('build'), npm()),
    ];
    const ends = await Promise.all(both.map(async ({ exited }) => exited));
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    const builders = both.filter(({ output }) => output.includes('Building…'));
    expect(builders).toHaveLength(1);
  });
});

describe('the database tests', () => {
  const program = (path: string, text: string) => {
    write(path, text);
    chmodSync(join(folder, path), 0o755);
  };
  /** Replaces the test runner: prints the server it found and its arguments. */
  const runner = `
    const { execFileSync } = require('child_process');
    const version = execFileSync('mysqld', ['--version'], { encoding: 'utf8' });
    const words = process.argv.slice(2).filter((word) => !word.startsWith('--reporter'));
    console.log(\`\${words.join(' ')} on \${version.trim()}, \${process.env.DATABASE_URL || 'private'}\`);
    const suites = { integration: { passed: 3, failed: 0, skipped: 1 } };
    const results = JSON.stringify({ counts: suites.integration, suites, lines: [] });
    require('fs').writeFileSync(process.env.PASSBOOK_TEST_RESULTS, results);`;

  beforeEach(() => {
    write('node_modules/vitest/package.json', '{ "bin": { "vitest": "vitest.js" } }');
    write('node_modules/vitest/vitest.js', runner);
    const said = '/x/files/usr/sbin/mysqld  Ver 9.9.1 for Linux on x86_64 ((Debian))';
    program('.local/servers/mysql/bin/mysqld', `#!/bin/sh\necho "${said}"\n`);
    program('programs/apt-get', '#!/bin/sh\necho "E: no way to the mirror" >&2\nexit 100\n');
    const old = '| mysql | MySQL 9.0.1 | 20.0.0 | 1 passed | — | — | — | 9.9 | 2020-01-01 |';
    write('docs/databases.md', `Before.\n\n<!-- runs -->\n\n${old}\n\n<!-- end runs -->\n`);
  });
  const PATH = () => `${join(folder, 'programs')}:${process.env['PATH'] ?? ''}`;
  const testOn = async (...words: string[]) =>
    runToEnd(process.execPath, launcher('test:databases', ...words), {
      ...npm(),
      PATH: PATH(),
      DATABASE_URL: 'mysql://elsewhere/passbook',
    });

  test('run on the fetched server, and report an unavailable one', async () => {
    const { code, output } = await testOn('--only', 'mariadb-11.8,mysql');
    expect(output).toContain(
      'NOT TESTED: mariadb-11.8 is not available here: E: no way to the mirror',
    );
    expect(output).toContain('run --project bank --project torture --exclude tests/e2e/** on ');
    expect(output).toMatch(/ on .* Ver 9\.9\.1 .*private/);
    expect(output).toMatch(/^mysql +MySQL 9\.9\.1 +[\d.]+ +3 passed, 1 skipped +— +— +— /m);
    expect(output).toMatch(/^databases: 3 passed, 0 failed, 1 skipped$/m);
    expect(code).toBe(0);
  });

  test('update their rows in the document and keep the others', async () => {
    await testOn('--only', 'mysql', '--suites', 'database', '--document');
    const text = readFileSync(join(folder, 'docs/databases.md'), 'utf8');
    expect(text).toMatch(/^Before\.\n\n<!-- runs -->\n\n\| server \|/);
    const { node } = process.versions;
    for (const key of ['MySQL 9.0.1 | 20.0.0', `MySQL 9.9.1 | ${node}`]) {
      expect(text).toContain(`| mysql | ${key} | `);
    }
    await testOn('--only', 'mysql', '--document');
    expect(readFileSync(join(folder, 'docs/databases.md'), 'utf8')).toBe(text);
  });

  test('write the first row of an empty table', async () => {
    write('docs/databases.md', '<!-- runs -->\n\n<!-- end runs -->\n');
    await testOn('--only', 'mysql', '--document');
    const text = readFileSync(join(folder, 'docs/databases.md'), 'utf8');
    expect(text).toMatch(/^<!-- runs -->\n\n\| server [^]*\| mysql [^]*\|\n\n<!-- end runs -->\n$/);
  });

  test('list the known servers', async () => {
    const { code, output } = await testOn('--only', 'oracle');
    expect(code).toBe(1);
    expect(output).toContain(
      'Unknown server "oracle". Choose from: mariadb-10.11, mariadb-11.8, mysql.',
    );
  });
});

const packages = () => join(folder, 'node_modules');
const install = async (exitCode: 0 | 1 = 0) => {
  fakeNpm(exitCode);
  rmSync(join(folder, 'called'), { force: true });
  const { code, output } = await launch('format');
  const called = existsSync(join(folder, 'called'));
  return { code, output, words: called ? readFileSync(join(folder, 'called'), 'utf8') : null };
};

describe('packages', () => {
  beforeEach(() => rmSync(packages(), { recursive: true }));

  test('are installed when missing, including development packages', async () => {
    const { output, words } = await install();
    expect(words).toMatch(/^ci --include=dev/);
    expect(output).toContain('Installing packages');
  });

  test('are reinstalled only when the lockfile changes', async () => {
    await install();
    expect((await install()).words).toBeNull();
    write('package-lock.json', '{}');
    expect((await install()).words).toMatch(/^ci/);
  });

  test('installed by hand are accepted if newer than the lockfile', async () => {
    write('node_modules/.package-lock.json', '{}');
    expect((await install()).words).toBeNull();
    utimesSync(join(packages(), '.package-lock.json'), 0, 0);
    expect((await install()).words).toMatch(/^ci/);
  });

  test('that cannot be installed cause one clear error line', async () => {
    const { code, output } = await install(1);
    expect(code).toBe(1);
    expect(output).toMatch(/The packages could not be installed. See the npm errors above/);
  });

  test('are never installed through a link, which would empty another folder', async () => {
    const others = join(folder, 'others');
    write('others/precious.txt', 'keep me');
    symlinkSync(others, packages());
    const { code, output, words } = await install();
    expect([code, words]).toEqual([1, null]);
    expect(output).toContain('node_modules is a link');
    expect(readFileSync(join(others, 'precious.txt'), 'utf8')).toBe('keep me');
  });
});
