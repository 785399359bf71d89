import type { Clock } from '../../../lib/clock.ts';
import { ApiError } from '../../http/errors.ts';

const createsPerDay = 200;
const dayMs = 24 * 60 * 60_000;

/** Discord allows 200 new commands per day globally and in each server; changes are free. */
export class CommandBudget {
  readonly #clock: Clock;
  readonly #byScope = new Map<string | null, { startedAtMs: number; used: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  take(scope: string | null, count: number): void {
    const now = this.#clock.now();
    const day = this.#byScope.get(scope);
    const current = day && now - day.startedAtMs < dayMs ? day : { startedAtMs: now, used: 0 };
    if (current.used + count > createsPerDay) throw new ApiError('CommandCreatesMax');
    current.used += count;
    this.#byScope.set(scope, current);
  }
}
