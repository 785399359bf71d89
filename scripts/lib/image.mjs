/**
 * Builds the container image where Docker Hub cannot be reached: buildah reads the Dockerfile, and a
 * Debian made by debootstrap, with this machine's Node, stands for the base image. Then runs the
 * image's programs once. Needs root, debootstrap and buildah.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fail, root, say } from './machine.mjs';

const base = 'docker.io/library/node:24-bookworm-slim';
const environment = { ...process.env, STORAGE_DRIVER: 'vfs', BUILDAH_ISOLATION: 'chroot' };

function run(program, args, { quiet = false } = {}) {
  const stdio = ['ignore', quiet ? 'pipe' : 'inherit', 'inherit'];
  const { status, stdout } = spawnSync(program, args, { env: environment, cwd: root, stdio });
  if (status !== 0) fail(`${program} ${args[0]} failed.`);
  return quiet ? stdout.toString().trim() : '';
}
const buildah = (...args) => run('buildah', args, { quiet: true });

const needed = ['buildah', 'debootstrap'];
const isThere = (program) => spawnSync('which', [program]).status === 0;

/** A Debian with Node, npm and the user that the base image has. */
function makeBase(folder) {
  run('debootstrap', ['--variant=minbase', 'bookworm', folder], { quiet: true });
  const local = join(folder, 'usr/local');
  copyFileSync(process.execPath, join(local, 'bin/node'));
  const npm = dirname(dirname(process.env.npm_execpath ?? fail('Run it as npm run test:image.')));
  cpSync(npm, join(local, 'lib/node_modules/npm'), { recursive: true });
  symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(local, 'bin/npm'));
  const certificates = '/etc/ssl/certs/ca-certificates.crt';
  const registry = run('npm', ['config', 'get', 'registry'], { quiet: true });
  const lines = [`registry=${registry}`];
  if (existsSync(certificates)) {
    cpSync(certificates, join(folder, certificates), { recursive: true });
    lines.push(`cafile=${certificates}`);
  }
  writeFileSync(join(folder, 'root/.npmrc'), `${lines.join('\n')}\n`);
  run('chroot', [folder, 'useradd', '-m', '-u', '1000', 'node']);
  const container = buildah('from', 'scratch');
  buildah('add', container, folder, '/');
  const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
  buildah('config', '--env', `PATH=${path}`, container);
  buildah('commit', container, base);
  buildah('rm', container);
}

/** @type {readonly [name: string, args: readonly string[], wanted: RegExp][]} */
const checks = [
  ['runs as node', ['id', '-un'], /^node$/],
  [
    'has no npm and no compiler',
    ['sh', '-c', 'which npm npx gcc make python3 || echo none'],
    /^none$/,
  ],
  ['cannot change its program', ['sh', '-c', 'touch /app/x 2>&1 || true'], /denied/],
  ['may write its data', ['sh', '-c', 'touch /data/x /backups/x && echo yes'], /^yes$/],
  [
    'loads the bank',
    ['node', '-e', "import('/app/dist/commands/statement.js').then(() => console.log('yes'))"],
    /^yes$/,
  ],
  [
    'is not healthy while no bank runs',
    ['sh', '-c', 'node dist/src/cli/healthy.js; echo $?'],
    /^1$/,
  ],
];

export async function image() {
  const missing = needed.filter((program) => !isThere(program));
  if (missing.length > 0)
    fail(`This needs ${missing.join(' and ')}: apt-get install ${missing.join(' ')}`);
  if (process.getuid() !== 0) fail('This needs root, for chroot.');
  const folder = mkdtempSync(join(tmpdir(), 'passbook-image-'));
  try {
    say('Making the base…');
    makeBase(join(folder, 'root'));
    say('Building the image…');
    run('buildah', [
      'build',
      '--pull=never',
      '--network=host',
      '--format=docker',
      '-q',
      '-t',
      'passbook',
      '.',
    ]);
    const container = buildah('from', '--pull-never', 'localhost/passbook');
    let failed = 0;
    for (const [name, args, wanted] of checks) {
      const answer = buildah('run', container, '--', ...args);
      const isWell = wanted.test(answer);
      if (!isWell) failed += 1;
      say(`${isWell ? 'ok    ' : 'FAILED'}  the image ${name}${isWell ? '' : `: ${answer}`}`);
    }
    buildah('rm', container);
    return failed === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
