import { expect, test } from 'vitest';
import { inTime } from '../../../src/words/en/common/times.ts';

test.each([
  [-5, 'in 1 second'],
  [1_000, 'in 1 second'],
  [1_001, 'in 2 seconds'],
  [89_000, 'in 89 seconds'],
  [90_000, 'in 2 minutes'],
  [900_000, 'in 15 minutes'],
  [5_400_000, 'in 2 hours'],
  [86_400_000, 'in 24 hours'],
])('%i ms is %s', (ms, said) => {
  expect(inTime(ms)).toBe(said);
});
