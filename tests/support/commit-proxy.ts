/** Stands between a pool and the server and loses COMMITs: before the server hears them, or after. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAddress } from '../../src/db/address.ts';

/** The request is never delivered, or its answer is. */
export type Loss = 'request' | 'answer';

export interface CommitProxy {
  readonly address: DatabaseAddress;
  /** Number of COMMITs lost so far. */
  readonly lost: number;
  /** The next COMMITs, so many of them, are lost. */
  loseNext(loss: Loss, count?: number): void;
  /** So many COMMITs pass before those that are lost. */
  letPass(count: number): void;
  close(): Promise<void>;
}

/** A text command packet: length, sequence 0, command 3 (query), text. */
function isCommit(data: Buffer): boolean {
  return data[3] === 0 && data[4] === 3 && data.toString('latin1', 5) === 'COMMIT';
}

export async function startCommitProxy(server: DatabaseAddress): Promise<CommitProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'passbook-proxy-'));
  const socketPath = join(folder, 'proxy.sock');
  const plan: (Loss | 'none')[] = [];
  const sockets = new Set<Socket>();
  let lost = 0;
  const listener = createServer((client) => {
    const upstream =
      server.socketPath === null ? connect(server.port, server.host) : connect(server.socketPath);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on('data', (data) => {
      const loss = isCommit(data) ? plan.shift() : undefined;
      if (loss === undefined || loss === 'none') return void upstream.write(data);
      lost += 1;
      if (loss === 'request') return void client.destroy();
      // The server commits and answers; the answer arrives here and goes no further.
      upstream.removeAllListeners('data');
      upstream.once('data', () => client.destroy());
      upstream.write(data);
    });
    upstream.on('data', (data) => client.write(data));
  });
  await new Promise<void>((resolve) => {
    listener.listen(socketPath, resolve);
  });
  return {
    address: { ...server, socketPath, tls: 'off' },
    get lost() {
      return lost;
    },
    loseNext: (loss, count = 1) => {
      for (let index = 0; index < count; index += 1) plan.push(loss);
    },
    letPass: (count) => {
      for (let index = 0; index < count; index += 1) plan.push('none');
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        listener.close(() => resolve());
      });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
