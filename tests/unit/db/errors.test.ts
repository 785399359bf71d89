import { expect, test } from 'vitest';
import { databaseError, isDuplicate, isUnavailable } from '../../../src/db/errors.ts';

const thrown = (errno: number | undefined, message = 'x', more = {}) =>
  Object.assign(new Error(message), { errno, ...more });

test.each([
  ['a deadlock', 1213, 'conflict'],
  ['a lock wait', 1205, 'conflict'],
  ['a changed row', 1020, 'conflict'],
  ['a duplicate', 1062, 'duplicate'],
  ['a CHECK of MariaDB', 4025, 'constraint'],
  ['a CHECK of MySQL', 3819, 'constraint'],
  ['a shutdown', 1053, 'lost'],
  ['a killed connection', 1927, 'lost'],
  ['a connection that MySQL ended for idleness', 4031, 'lost'],
  ['a lost cluster', 1047, 'lost'],
  ['a COMMIT that a node could not finish', 1180, 'lost'],
  ['too many connections', 1040, 'busy'],
  ['too many prepared statements', 1461, 'busy'],
  ['a statement to be prepared anew', 1615, 'conflict'],
  ['a statement prepared elsewhere', 1243, 'lost'],
  ['an interruption, as MySQL may say it', 1105, 'busy'],
  ['a missing table', 1146, 'refused'],
  ['a system error', -111, 'lost'],
  ['no number at all', undefined, 'lost'],
])('%s (%s) is judged %s', (_, errno, kind) => {
  expect(databaseError(thrown(errno)).kind).toBe(kind);
});

test('are classified by number, not by the driver’s name', () => {
  expect(databaseError(thrown(4025, 'x', { code: 'ER_DUP_ENTRY' })).kind).toBe('constraint');
});

test.each([
  ["Duplicate entry 'anna@example.org' for key 'customers_email'", 'customers_email'],
  ["Duplicate entry 'a' for key 'b'' for key 'customers.customers_email'", 'customers_email'],
])('names the key of a duplicate and never the value: %s', (message, key) => {
  const error = databaseError(thrown(1062, message));
  expect(error.key).toBe(key);
  expect(error.message).not.toContain('anna');
  expect(isDuplicate(error, key)).toBe(true);
  expect(isDuplicate(error, 'other')).toBe(false);
});

test.each([
  [4025, 'CONSTRAINT `boxes_amount` failed for `bank`.`boxes`'],
  [3819, "Check constraint 'boxes_amount' is violated."],
])('names the CHECK that refused a row, in the words of either family: %i', (errno, message) => {
  expect(databaseError(thrown(errno, message)).key).toBe('boxes_amount');
});

test.each([1366, 1292, 1062, 1525])('keeps values out of the message of %i', (errno) => {
  const message = "Incorrect value: 'canary' for column `bank`.`t`.`v` at row 1";
  const error = databaseError(thrown(errno, message, { sql: "SELECT 'canary'" }));
  expect(`${error.message} ${JSON.stringify(error)}`).not.toContain('canary');
  expect(error.cause).toBeUndefined();
});

test('separate certain failures from unknown outcomes', () => {
  expect(isUnavailable(databaseError(thrown(1213)))).toBe(true);
  expect(isUnavailable(databaseError(thrown(undefined)))).toBe(true);
  expect(isUnavailable(databaseError(thrown(1062)))).toBe(false);
  expect(isUnavailable(new Error('other'))).toBe(false);
});
