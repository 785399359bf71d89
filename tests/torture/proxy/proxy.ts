/**
 * A TCP proxy that recognises COMMIT. It is between a bank and its database and loses, delays or
 * cuts packets, so that the outcome of commits is unknown to the bank.
 */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { databaseUrl, type DatabaseAddress } from '../../../src/lib/database-address.ts';
import type { Random } from '../support/random.ts';
import { isCommit, PacketReader, type Packet } from './packets.ts';

/** What can happen to a COMMIT. The database has committed in all but the first three. */
export const commitFaults = [
  /** Never reaches the server, which rolls back when the connection ends. */
  'drop request',
  /** Half of it reaches the server. */
  'cut request',
  /** The client's connection ends at once, and the server gets the COMMIT only later. */
  'late request',
  /** The server commits; its answer is lost. */
  'drop answer',
  /** Half of the answer is forwarded. */
  'cut answer',
  'delay request',
  'delay answer',
] as const;
export type CommitFault = (typeof commitFaults)[number];

export interface ProxyPlan {
  /** Called at each COMMIT; null forwards it. */
  readonly atCommit: () => CommitFault | null;
  /** Called at each other packet of the client: true cuts the connection in its middle. */
  readonly cutsElsewhere: () => boolean;
  /** Pause of late and delayed packets, in milliseconds. */
  readonly pauseMs: () => number;
}

export const peaceful: ProxyPlan = {
  atCommit: () => null,
  cutsElsewhere: () => false,
  pauseMs: () => 0,
};

/** Weighted faults at a share of all COMMITs. */
export function randomPlan(
  random: Random,
  options: {
    readonly share: number;
    readonly weights: Readonly<Partial<Record<CommitFault, number>>>;
    readonly cutElsewhere?: number;
    readonly pauseMs?: readonly [number, number];
  },
): ProxyPlan {
  const [least, most] = options.pauseMs ?? [5, 150];
  return {
    atCommit: () =>
      random.chance(options.share) ? random.weighted(options.weights as never) : null,
    cutsElsewhere: () => random.chance(options.cutElsewhere ?? 0),
    pauseMs: () => random.between(least, most),
  };
}

export interface TortureProxy {
  /** The same database through the proxy. */
  readonly address: DatabaseAddress;
  readonly url: string;
  readonly counts: Readonly<Record<CommitFault | 'commits' | 'cut elsewhere', number>>;
  setPlan(plan: ProxyPlan): void;
  /** Cuts every connection; new ones are accepted. */
  cutAll(): void;
  close(): Promise<void>;
}

const noCounts = () =>
  ({
    ...Object.fromEntries(commitFaults.map((fault) => [fault, 0])),
    commits: 0,
    'cut elsewhere': 0,
  }) as Record<CommitFault | 'commits' | 'cut elsewhere', number>;

const half = (bytes: Buffer): Buffer => bytes.subarray(0, Math.max(1, bytes.length >> 1));

/** One client and its connection to the server. */
class Relay {
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #plan: () => ProxyPlan;
  readonly #counts: ReturnType<typeof noCounts>;
  readonly #reader = new PacketReader();
  /** What to do with the next answer instead of forwarding it. */
  #atAnswer: ((answer: Buffer) => void) | null = null;

  constructor(
    sockets: { readonly client: Socket; readonly server: Socket },
    plan: () => ProxyPlan,
    counts: ReturnType<typeof noCounts>,
  ) {
    this.#client = sockets.client;
    this.#server = sockets.server;
    this.#plan = plan;
    this.#counts = counts;
    this.#client.on('data', (chunk) => this.#fromClient(chunk));
    this.#server.on('data', (chunk) => this.#fromServer(chunk));
    for (const socket of [this.#client, this.#server]) {
      socket.setNoDelay(true);
      socket.on('error', () => {});
    }
    this.#client.on('close', () => this.#clientClosed());
    this.#server.on('close', () => this.cut());
  }

  cut(): void {
    this.#client.destroy();
    this.#server.destroy();
  }

  /** A late COMMIT outlives the client that sent it. */
  #clientClosed(): void {
    if (!this.#isLate) this.#server.destroy();
  }
  #isLate = false;

  #fromClient(chunk: Buffer): void {
    for (const packet of this.#reader.push(chunk)) {
      if (this.#isLate || this.#client.destroyed) return;
      if (isCommit(packet)) this.#commit(packet);
      else this.#other(packet);
    }
  }

  #other({ bytes }: Packet): void {
    if (!this.#plan().cutsElsewhere()) return void this.#server.write(bytes);
    this.#counts['cut elsewhere'] += 1;
    this.#server.write(half(bytes), () => this.cut());
  }

  #fromServer(chunk: Buffer): void {
    const handle = this.#atAnswer;
    this.#atAnswer = null;
    if (handle === null) this.#client.write(chunk);
    else handle(chunk);
  }

  #commit({ bytes }: Packet): void {
    const plan = this.#plan();
    const fault = plan.atCommit();
    this.#counts.commits += 1;
    if (fault === null) return void this.#server.write(bytes);
    this.#counts[fault] += 1;
    const later = (work: () => void) => setTimeout(work, plan.pauseMs());
    const acts: Readonly<Record<CommitFault, () => void>> = {
      'drop request': () => this.cut(),
      'cut request': () => this.#server.write(half(bytes), () => this.cut()),
      'late request': () => {
        this.#isLate = true;
        this.#atAnswer = () => this.#server.destroy();
        this.#client.destroy();
        later(() => this.#server.write(bytes));
      },
      'drop answer': () => {
        this.#atAnswer = () => this.cut();
        this.#server.write(bytes);
      },
      'cut answer': () => {
        this.#atAnswer = (answer) => this.#client.write(half(answer), () => this.cut());
        this.#server.write(bytes);
      },
      'delay request': () => later(() => this.#server.write(bytes)),
      'delay answer': () => {
        this.#atAnswer = (answer) => later(() => this.#client.write(answer));
        this.#server.write(bytes);
      },
    };
    acts[fault]();
  }
}

const connectTo = (server: DatabaseAddress): Socket =>
  server.socketPath === null ? connect(server.port, server.host) : connect(server.socketPath);

export async function startTortureProxy(server: DatabaseAddress): Promise<TortureProxy> {
  const counts = noCounts();
  const relays = new Set<Relay>();
  let plan = peaceful;
  const listener = createServer((client) => {
    const relay = new Relay({ client, server: connectTo(server) }, () => plan, counts);
    relays.add(relay);
    client.on('close', () => relays.delete(relay));
  });
  await new Promise<void>((resolve) => {
    listener.listen(0, '127.0.0.1', resolve);
  });
  const { port } = listener.address() as AddressInfo;
  const address = { ...server, host: '127.0.0.1', port, socketPath: null, tls: 'off' } as const;
  return {
    address,
    url: databaseUrl(address),
    counts,
    setPlan: (next) => {
      plan = next;
    },
    cutAll: () => {
      for (const relay of relays) relay.cut();
    },
    close: async () => {
      for (const relay of relays) relay.cut();
      await new Promise<void>((resolve) => {
        listener.close(() => resolve());
      });
    },
  };
}
