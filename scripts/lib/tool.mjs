import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './machine.mjs';

/** The program file of an installed package, found without npm, which takes half a second. */
function programOf(name, packageName) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** Ctrl-C reaches the program directly; this process waits until it exits. */
const ignore = () => {};

const stoppedCode = 143;

/**
 * Runs a program in this terminal and returns its exit code. On SIGTERM this process forwards the
 * signal and exits together with the program, without running any later step.
 */
export function run(file, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', ...options });
    let isStopping = false;
    const pass = () => {
      isStopping = true;
      child.kill('SIGTERM');
    };
    process.on('SIGINT', ignore);
    process.on('SIGTERM', pass);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', pass);
      if (isStopping) process.exit(code || stoppedCode);
      resolve(signal === null ? (code ?? 1) : 1);
    });
  });
}

const packages = { tsc: 'typescript', vitest: 'vitest', oxlint: 'oxlint', prettier: 'prettier' };

/** Runs one of the development tools, with this Node unless `file` is another. */
export function tool(name, args, { file = process.execPath, ...options } = {}) {
  return run(file, [programOf(name, packages[name]), ...args], options);
}

/** The npm that started this process, or the one that comes with this Node. */
export function npm(args) {
  const called = process.env.npm_execpath;
  if (called?.endsWith('.js')) return run(process.execPath, [called, ...args]);
  return run(join(dirname(process.execPath), 'npm'), args).catch(() => run('npm', args));
}
