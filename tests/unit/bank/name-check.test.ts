/** The typed name of a payee against the name on the account. */
import { expect, test } from 'vitest';
import { compareNames } from '../../../src/bank/payments/name-check.ts';

test.each([
  ['Anna Miller', 'Anna Miller', 'MATCH'],
  ['anna  MILLER', 'Anna Miller', 'MATCH'],
  ['Miller, Anna', 'Anna Miller', 'MATCH'],
  ['José Garcia', 'Jose García', 'MATCH'],
  ['Anna Miller', 'Anna Maria Miller', 'MATCH'],
  ['山田太郎', '山田太郎', 'MATCH'],
  ['A. Miller', 'Anna Miller', 'CLOSE'],
  ['Anna M.', 'Anna Miller', 'CLOSE'],
  ['Anna', 'Anna Miller', 'CLOSE'],
  ['Miller', 'Anna Miller', 'CLOSE'],
  ['Ana Miler', 'Anna Miller', 'CLOSE'],
  ['Аnna Мiller', 'Anna Miller', 'CLOSE'],
  ['Ben Okafor', 'Anna Miller', 'NO_MATCH'],
  ['Anna Okafor', 'Ben Miller', 'NO_MATCH'],
  ['Li', 'Wu', 'NO_MATCH'],
  ['山田花子', '鈴木太郎', 'NO_MATCH'],
  ['!!!', 'Anna Miller', 'NO_MATCH'],
  ['a'.repeat(5_000), 'Anna Miller', 'NO_MATCH'],
] as const)('%j against %j: %s', (typed, holder, result) => {
  expect(compareNames(typed, holder)).toBe(result);
});
