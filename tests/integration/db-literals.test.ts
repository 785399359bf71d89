import { expect, test } from 'vitest';
import { preparedValuesMax } from '../../src/db/text/literals.ts';
import { bigintOf, bytesOf, textOf } from '../../src/db/rows.ts';
import type { Scalar } from '../../src/db/text/scalars.ts';
import { withList } from '../../src/db/text/placeholders.ts';
import { createPool } from '../../src/db/pool.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import { testDatabase } from '../support/database.ts';

const database = testDatabase();

/** All one-byte characters, and those that escaping, charsets or terminals often break. */
const nasty = [
  Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join(''),
  `'"\`\\\\' -- ? ?? /* */ ; %_ \\`,
  "'); DELETE FROM accounts; -- ",
  '¿ß漢字😀👩‍👩‍👧 \u00a5\u20a9 \u0000\u001a',
  '\u{10ffff}\u200b\u202e',
];

test('a long statement stores and finds the same values as a prepared one', async () => {
  await database.pool.write(`CREATE TABLE IF NOT EXISTS literal_try (
    id BIGINT NOT NULL PRIMARY KEY,
    label VARCHAR(200) NULL,
    bytes VARBINARY(40) NULL) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`);
  const rows = Array.from({ length: 40 }, (_, index): Scalar[] => [
    2n ** 60n + BigInt(index),
    nasty[index % nasty.length]!,
    Buffer.from([index, 0, 39, 92, 255]),
  ]);
  expect(rows.flat().length).toBeGreaterThan(preparedValuesMax);
  await database.pool.writeRows('INSERT INTO literal_try (id, label, bytes) VALUES :rows', rows);
  const ids = rows.map(([id]) => id as bigint);
  const long = withList('SELECT id, label, bytes FROM literal_try WHERE id IN (:list)', ids);
  expect(long.values.length).toBeGreaterThan(preparedValuesMax);
  const found = await database.pool.rows(`${long.sql} ORDER BY id`, long.values);
  expect(found).toHaveLength(rows.length);
  for (const [index, row] of found.entries()) {
    expect([bigintOf(row, 'id'), textOf(row, 'label'), bytesOf(row, 'bytes')]).toEqual(rows[index]);
    // The same value bound to a prepared statement gives the same result.
    const same = 'SELECT id FROM literal_try WHERE id = ? AND label = ? AND bytes = ?';
    expect(await database.pool.rows(same, rows[index])).toHaveLength(1);
  }
  await database.pool.write('DROP TABLE literal_try');
});

test('a server out of prepared statements gets text, even in mid-transaction', async () => {
  const read = 'SELECT ? AS id, ? AS label, ? AS bytes';
  const values: Scalar[] = [2n ** 62n + 1n, nasty[1]!, Buffer.from([0, 39, 255])];
  const [{ former }] = (await database.pool.rows(
    'SELECT @@GLOBAL.max_prepared_stmt_count AS former',
  )) as [{ former: number }];
  const fresh = createPool(database.address, { limits: { connections: 1 } });
  await database.pool.write('SET GLOBAL max_prepared_stmt_count = 0');
  try {
    const [row] = await withTransaction(fresh, async (tx) => tx.rows(read, values));
    expect([bigintOf(row!, 'id'), textOf(row!, 'label')]).toEqual(values.slice(0, 2));
    expect(bytesOf(row!, 'bytes')).toEqual(values[2]);
    await fresh.write('CREATE TABLE few (id BIGINT NOT NULL PRIMARY KEY, label VARCHAR(200))');
    await fresh.write('INSERT INTO few (id, label) VALUES (?, ?)', values.slice(0, 2));
    const [found] = await fresh.rows('SELECT id FROM few WHERE label = ?', [nasty[1]!]);
    expect(bigintOf(found!, 'id')).toBe(values[0]);
    await fresh.write('DROP TABLE few');
  } finally {
    await fresh.close();
    await database.pool.write(`SET GLOBAL max_prepared_stmt_count = ${former}`);
  }
});

test('neighbouring 64-bit integers stay distinct in a long list', async () => {
  const ids = Array.from(
    { length: preparedValuesMax + 1 },
    (_, index) => 2n ** 62n + BigInt(index),
  );
  const { sql, values } = withList(`SELECT ${2n ** 62n} IN (:list) AS there`, ids);
  const { sql: other } = withList(`SELECT ${2n ** 62n - 1n} IN (:list) AS there`, ids);
  expect(bigintOf((await database.pool.rows(sql, values))[0] ?? {}, 'there')).toBe(1n);
  expect(bigintOf((await database.pool.rows(other, values))[0] ?? {}, 'there')).toBe(0n);
});
