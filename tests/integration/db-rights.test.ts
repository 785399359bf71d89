/** The bank's database user can insert into the books and cannot change them. */
import { describe, expect, test } from 'vitest';
import { botRights, excessOf, keptTables } from '../../src/app/database-users.ts';
import { textOf } from '../../src/db/rows.ts';
import { changeable } from '../../src/db/rights.ts';
import { exactly, newRequestId, openBank, openPerson } from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();

test('every table has its rights listed', async () => {
  const rows = await database.pool.rows(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ?`,
    [database.address.schema],
  );
  expect(new Set(rows.map((row) => textOf(row, 'name')))).toEqual(new Set(Object.keys(botRights)));
});

test('the bank works with them, and booked or audited rows cannot be changed or deleted', async () => {
  const bank = await openBank(database.botPool);
  const anna = await openPerson(bank, 1_000n);
  const order = { requestId: newRequestId(), wish: exactly(5n), memo: null };
  await bank.payments.withdraw(anna.session, order);
  expect((await bank.payments.withdraw(anna.session, order)).replayed).toBe(true);
  expect(keptTables).toEqual(
    expect.arrayContaining(['transactions', 'entries', 'audit', 'chain', 'former_details']),
  );
  for (const table of keptTables) {
    const [first] = await database.pool.rows(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = ? AND table_name = ? LIMIT 1`,
      [database.address.schema, table],
    );
    const column = textOf(first!, 'name');
    for (const statement of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `DROP TABLE ${table}`,
      `TRUNCATE TABLE ${table}`,
    ]) {
      await expect(database.botPool.write(statement), statement).rejects.toMatchObject({
        errno: 1142,
      });
    }
  }
  await bank.close();
});

describe('the check of rights at the start', () => {
  test('reports a user with more rights, and accepts ours', async () => {
    const { schema } = database.address;
    expect(await excessOf(database.pool, schema)).toEqual(keptTables);
    expect(await excessOf(database.botPool, schema)).toEqual([]);
  });

  test.each([
    ['everything', "GRANT ALL PRIVILEGES ON *.* TO 'a'@'%' WITH GRANT OPTION", true],
    ['the schema', "GRANT SELECT, INSERT, UPDATE ON `bank`.* TO 'a'@'%'", true],
    ['the table', "GRANT SELECT, DELETE ON `bank`.`entries` TO 'a'@'%'", true],
    ['an escaped name', "GRANT UPDATE ON `bank\\_one`.* TO 'a'@'%'", false],
    ['another table', "GRANT UPDATE ON `bank`.`pending` TO 'a'@'%'", false],
    ['another schema', "GRANT ALL PRIVILEGES ON `other`.* TO 'a'@'%'", false],
    ['adding', "GRANT SELECT, INSERT ON `bank`.`entries` TO 'a'@'%'", false],
  ])('reads a grant on %s', (_, grant, found) => {
    const kept = ['entries'];
    expect(changeable([grant], { schema: 'bank', kept })).toEqual(found ? kept : []);
  });
});
