/** Limits: the allowed amount passes, and one more is refused at its path. */
import { expect, test } from 'vitest';
import { times } from './parts.ts';

/** Name, limit, a body with the given amount, and the issue beyond the limit. */
export type Limit = readonly [string, number, (much: number) => object, string];
type Judge = (body: object) => string[];

export const tooLong = 'BASE_TYPE_MAX_LENGTH';
export const tooMuch = 'NUMBER_TYPE_MAX';
export const tooLittle = 'NUMBER_TYPE_MIN';

export const x = (length: number): string => 'x'.repeat(length);
export const options = (count: number, more: object = {}) =>
  times(count, (n) => ({ label: `${n}`, value: `${n}`, ...more }));

export function atMost(judge: Judge, limits: readonly Limit[]): void {
  test.each(limits)('%s: at most %i', (_, max, body, issue) => {
    expect(judge(body(max))).toEqual([]);
    expect(judge(body(max + 1))).toContain(issue);
  });
}

export function atLeast(judge: Judge, limits: readonly Limit[]): void {
  test.each(limits)('%s: at least %i', (_, min, body, issue) => {
    expect(judge(body(min))).toEqual([]);
    expect(judge(body(min - 1))).toContain(issue);
  });
}
