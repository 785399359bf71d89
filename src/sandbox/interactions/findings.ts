import { instant, type Clock } from '../../lib/clock.ts';
import type { Finding } from '../protocol/protocol.ts';

const findingsMax = 500;

/** What the bot did that Discord would have refused, newest last. */
export class Findings {
  readonly #clock: Clock;
  readonly #list: Finding[] = [];
  #count = 0;
  #onAdd: () => void = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Sets the only listener. */
  onAdd(listener: () => void): void {
    this.#onAdd = listener;
  }

  /** All findings since the start, including those no longer kept. */
  get count(): number {
    return this.#count;
  }

  add(finding: Omit<Finding, 'at'>): void {
    this.#list.push({ at: instant(this.#clock.now()).toISOString(), ...finding });
    if (this.#list.length > findingsMax) this.#list.shift();
    this.#count += 1;
    this.#onAdd();
  }

  list(): readonly Finding[] {
    return [...this.#list];
  }
}
