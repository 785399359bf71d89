/**
 * Recent traffic between the sandbox and the bot. It keeps references to the sent objects, so that
 * it costs almost nothing until the inspector is opened.
 */
import { decoded } from './decoded.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Interaction, Interactions } from '../interactions/interactions.ts';
import type { Fault } from '../protocol/protocol.ts';

export const interactionsMax = 200;
/** Limit for requests that belong to no interaction. */
const requestsMax = 200;
const requestsOfOneMax = 50;
/** Longer bodies are not kept. */
export const bodyCharactersMax = 64 * 1024;

/** What was sent, or why it was not kept. */
export type Kept =
  | { readonly kind: 'json'; readonly json: unknown }
  | { readonly kind: 'too-long'; readonly characters: number };

export interface RequestRecord {
  readonly id: string;
  readonly interactionId: string | null;
  readonly atMs: number;
  readonly method: string;
  /** As received, including an interaction's token; must not be shown. */
  readonly path: string;
  status: number | null;
  endedAtMs: number | null;
  fault: Fault['kind'] | null;
  sent: Kept | null;
  files: readonly { readonly name: string; readonly size: number }[];
  answer: unknown;
}

export interface InteractionRecord {
  readonly interaction: Interaction;
  readonly event: unknown;
  readonly deliveries: number;
  readonly requests: RequestRecord[];
}

export class Traffic {
  readonly #clock: Clock;
  readonly #interactions: Interactions;
  readonly #onChange: () => void;
  readonly #records = new Map<string, InteractionRecord>();
  #requests: RequestRecord[] = [];
  #lastRequest = 0;

  constructor(options: {
    readonly clock: Clock;
    readonly interactions: Interactions;
    readonly onChange: () => void;
  }) {
    this.#clock = options.clock;
    this.#interactions = options.interactions;
    this.#onChange = options.onChange;
  }

  /** Oldest first. */
  get interactions(): readonly InteractionRecord[] {
    return [...this.#records.values()];
  }
  interaction(id: string): InteractionRecord | undefined {
    return this.#records.get(id);
  }

  /** Requests without an interaction, oldest first. */
  get requests(): readonly RequestRecord[] {
    return this.#requests.slice(-requestsMax);
  }
  request(id: string): RequestRecord | undefined {
    return this.#requests.find((record) => record.id === id);
  }

  sent(interaction: Interaction, event: unknown, deliveries: number): void {
    this.#records.set(interaction.id, { interaction, event, deliveries, requests: [] });
    const [oldest] = this.#records.keys();
    if (this.#records.size > interactionsMax && oldest !== undefined) this.#records.delete(oldest);
    this.#onChange();
  }

  begin(method: string, path: string): RequestRecord {
    const token = tokenIn(path);
    const interaction = token === null ? undefined : this.#interactions.byToken(token);
    this.#lastRequest += 1;
    const record: RequestRecord = {
      id: `${this.#lastRequest}`,
      interactionId: interaction?.id ?? null,
      atMs: this.#clock.now(),
      method,
      path,
      status: null,
      endedAtMs: null,
      fault: null,
      sent: null,
      files: [],
      answer: undefined,
    };
    if (!interaction) {
      this.#requests.push(record);
      // Half is dropped at once, so that a request costs constant time on average.
      if (this.#requests.length > 2 * requestsMax) this.#requests = [...this.requests];
    } else {
      const requests = this.#records.get(interaction.id)?.requests;
      if (requests && requests.length < requestsOfOneMax) requests.push(record);
    }
    return record;
  }

  end(record: RequestRecord, status: number | null): void {
    record.status = status;
    record.endedAtMs = this.#clock.now();
    this.#onChange();
  }
}

/** `/interactions/{id}/{token}/…` and `/webhooks/{id}/{token}/…` */
const withToken = /^(\/(?:interactions|webhooks)\/[^/?]+\/)([^/?]+)/;

function tokenIn(path: string): string | null {
  const token = withToken.exec(path)?.[2];
  return token === undefined ? null : decoded(token);
}

export function shownPath(path: string): string {
  const match = withToken.exec(path);
  if (!match) return path;
  const [before = '', start = ''] = match;
  const [rest = '', query] = path.slice(before.length).split('?');
  return `${start}{token}${decoded(rest)}${query === undefined ? '' : `?${query}`}`;
}
