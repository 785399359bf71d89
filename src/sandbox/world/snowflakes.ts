import { instant, type Clock } from '../../lib/clock.ts';

/**
 * Discord's ids count milliseconds from here:
 * https://docs.discord.com/developers/reference#snowflakes
 */
const discordEpochMs = 1_420_070_400_000n;
const millisecondShift = 22n;

/** Ids like Discord's: the upper bits are the time, so later ids are larger. */
export class Snowflakes {
  readonly #clock: Clock;
  #last: bigint;

  constructor(clock: Clock, last: bigint = 0n) {
    this.#clock = clock;
    this.#last = last;
  }

  next(): string {
    const now = (BigInt(this.#clock.now()) - discordEpochMs) << millisecondShift;
    this.#last = now > this.#last ? now : this.#last + 1n;
    return this.#last.toString();
  }
}

export const createdAtMs = (id: string): number =>
  Number((BigInt(id) >> millisecondShift) + discordEpochMs);

export const createdAt = (id: string): string => instant(createdAtMs(id)).toISOString();

/** Compares decimal numbers: first by length, then by digits. */
export const isLater = (id: string, than: string): boolean =>
  id.length === than.length ? id > than : id.length > than.length;

export const isSnowflake = (text: string): boolean => /^\d{15,20}$/.test(text);
