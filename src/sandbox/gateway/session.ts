import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { EventName, Events } from './events.ts';

/** How many dispatches are kept for a resume; a bot that missed more must identify again. */
const logMax = 1_000;

/** Shard number and number of shards. */
export type Shard = readonly [index: number, count: number];

/** Direct messages go to shard 0: https://docs.discord.com/developers/events/gateway#sharding */
export function serves([index, count]: Shard, serverId: string | null): boolean {
  if (serverId === null) return index === 0;
  return Number((BigInt(serverId) >> 22n) % BigInt(count)) === index;
}

interface Logged {
  readonly sequence: number;
  readonly text: string;
}

/** One identified client. It outlives its socket, so that the client can resume. */
export class GatewaySession {
  readonly id = randomBytes(16).toString('hex');
  readonly shard: Shard;
  readonly intents: number;
  /** Null while the client is disconnected. */
  socket: WebSocket | null;
  detachedAtMs = 0;
  #sequence = 0;
  #log: Logged[] = [];

  constructor(options: {
    readonly socket: WebSocket;
    readonly shard: Shard;
    readonly intents: number;
  }) {
    this.socket = options.socket;
    this.shard = options.shard;
    this.intents = options.intents;
  }

  serves(serverId: string | null): boolean {
    return serves(this.shard, serverId);
  }

  dispatch<Name extends EventName>(type: Name, data: Events[Name]): void {
    this.#sequence += 1;
    const text = JSON.stringify({ op: 0, t: type, s: this.#sequence, d: data });
    this.#log.push({ sequence: this.#sequence, text });
    // Half is dropped at once, so that a dispatch costs constant time on average.
    if (this.#log.length > 2 * logMax) this.#log = this.#log.slice(-logMax);
    this.socket?.send(text);
  }

  /** False if the log does not reach back that far, or the number was never sent. */
  canReplay(after: number): boolean {
    const oldest = this.#log[0]?.sequence ?? this.#sequence + 1;
    return after <= this.#sequence && after >= oldest - 1;
  }

  replay(after: number): void {
    for (const logged of this.#log) {
      if (logged.sequence > after) this.socket?.send(logged.text);
    }
    this.dispatch('RESUMED', {});
  }
}
