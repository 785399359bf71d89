/**
 * A proxy between a pool and the server that loses COMMITs, before or after the server gets them.
 * It listens like the server, on a socket or a port: MySQL's client sends a plain password if it
 * considers the connection safe, and the server must agree. COMMITs of the rows that a bank writes
 * for its recurring work when it opens are left alone: they come at any time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAddress } from '../../src/lib/database-address.ts';
import { isCommit, type Packet, PacketReader, queryText } from '../torture/proxy/packets.ts';

/** Whether the request or its answer is lost. */
export type Loss = 'request' | 'answer';

export interface CommitProxy {
  readonly address: DatabaseAddress;
  /** Number of COMMITs lost so far. */
  readonly lost: number;
  /** Loses this many of the next COMMITs. */
  loseNext(loss: Loss, count?: number): void;
  /** This many COMMITs pass before one is lost. */
  letPass(count: number): void;
  close(): Promise<void>;
}

const isRecurringWork = (packet: Packet): boolean =>
  /^START TRANSACTION;\s*INSERT INTO jobs\b/.test(queryText(packet) ?? '');

/** `only`: COMMITs of transactions without a statement that has this text are left alone. */
export async function startCommitProxy(
  server: DatabaseAddress,
  { only = '' }: { readonly only?: string } = {},
): Promise<CommitProxy> {
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
    let isMeant = only === '';
    let isLeft = false;
    const reader = new PacketReader();
    client.on('data', (data) => {
      for (const packet of reader.push(data)) {
        isMeant ||= packet.bytes.includes(only);
        isLeft ||= isRecurringWork(packet);
        const loss = isMeant && !isLeft && isCommit(packet) ? plan.shift() : undefined;
        if (isCommit(packet)) {
          isMeant = only === '';
          isLeft = false;
        }
        if (loss !== undefined && loss !== 'none') return lose(loss, packet.bytes);
        upstream.write(packet.bytes);
      }
    });
    const lose = (loss: Loss, commit: Buffer): void => {
      lost += 1;
      if (loss === 'request') return void client.destroy();
      // The server commits and answers; the answer is not forwarded.
      upstream.removeAllListeners('data');
      upstream.once('data', () => client.destroy());
      upstream.write(commit);
    };
    upstream.on('data', (data) => client.write(data));
  });
  const isSocket = server.socketPath !== null;
  await new Promise<void>((resolve) => {
    if (isSocket) listener.listen(socketPath, resolve);
    else listener.listen(0, '127.0.0.1', resolve);
  });
  // COMMITs are recognised only in plain text.
  const place = isSocket
    ? { socketPath }
    : { host: '127.0.0.1', port: (listener.address() as AddressInfo).port };
  return {
    address: { ...server, ...place, tls: 'off' },
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
