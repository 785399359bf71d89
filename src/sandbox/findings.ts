import { instant, type Clock } from '../lib/clock.ts';
import type { Finding } from './protocol.ts';

const findingsMax = 500;

/** What the bot did that Discord would not have taken, newest last. */
export class Findings {
  readonly #clock: Clock;
  readonly #list: Finding[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(finding: Omit<Finding, 'at'>): void {
    this.#list.push({ at: instant(this.#clock.now()).toISOString(), ...finding });
    if (this.#list.length > findingsMax) this.#list.shift();
  }

  list(): readonly Finding[] {
    return [...this.#list];
  }
}
