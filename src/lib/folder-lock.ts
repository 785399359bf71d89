/**
 * Lets one process at a time own a folder. The lock is a listening local socket, which the system
 * releases however the owner dies: no stale files, no reused process ids.
 */
import { createHash } from 'node:crypto';
import { mkdir, realpath, unlink } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface FolderLock {
  release(): Promise<void>;
}

const pollMs = 100;

/**
 * On Linux an abstract socket, which has no file; elsewhere a socket file in the temporary folder.
 */
async function lockAddress(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const hash = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 24);
  const name = `passbook-lock-${hash}`;
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(address, () => {
      // Holding the lock must not keep the process alive.
      server.unref();
      resolve(server);
    });
  });
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function tryLock(address: string): Promise<Server | null> {
  const server = await listen(address);
  if (server !== null || address.startsWith('\0') || (await isAnswered(address))) return server;
  // A socket file left by a process that has died.
  await unlink(address).catch(() => {});
  return listen(address);
}

/** Null if another process still owns the folder after `waitMs`. */
export async function lockFolder(folder: string, waitMs = 0): Promise<FolderLock | null> {
  const address = await lockAddress(folder);
  for (let left = waitMs; ; left -= pollMs) {
    const server = await tryLock(address);
    if (server !== null) {
      return {
        release: () =>
          new Promise((resolve) => {
            server.close(() => resolve());
          }),
      };
    }
    if (left <= 0) return null;
    await sleep(pollMs);
  }
}
