/** The index holds no characters apart that the database's search holds for equal. */
import { expect, test } from 'vitest';
import { foldedCodes } from '../../../src/bank/records/search/fold.ts';
import { integerOf, textOf } from '../../../src/db/rows.ts';
import { testDatabase } from '../../support/database.ts';

const database = testDatabase();
const charactersAtOnce = 256;

const isHalfOfPair = (code: number) => code >= 0xd8_00 && code < 0xe0_00;
const selectOf = (code: number) =>
  `SELECT ${code} AS code, CONVERT(_ucs2 X'${code.toString(16).padStart(4, '0')}' USING utf8mb4) AS s`;

/** The database's weights of all characters below U+10000. */
async function weights(): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  for (let first = 0; first < 0x1_00_00; first += charactersAtOnce) {
    if (isHalfOfPair(first)) continue;
    const codes = Array.from({ length: charactersAtOnce }, (_, index) => first + index);
    const rows = await database.pool.rows(
      `SELECT code, HEX(WEIGHT_STRING(s COLLATE utf8mb4_unicode_ci)) AS weight
       FROM (${codes.map(selectOf).join(' UNION ALL ')}) AS characters`,
    );
    for (const row of rows) found.set(integerOf(row, 'code'), textOf(row, 'weight'));
  }
  return found;
}

test('characters of one weight have one code, and others have others', async () => {
  const byWeight = new Map<string, Set<number>>();
  for (const [code, weight] of await weights()) {
    const folded = foldedCodes(String.fromCharCode(code))[0]!;
    byWeight.set(weight, (byWeight.get(weight) ?? new Set()).add(folded));
  }
  const apart = [...byWeight].filter(([, codes]) => codes.size > 1);
  expect(apart).toEqual([]);
  const codes = [...byWeight.values()].flatMap((each) => [...each]);
  expect(codes.length).toBeGreaterThan(50_000);
  expect(new Set(codes).size).toBe(codes.length);
});

test.each([
  ['straße', 'strasse', false],
  ['Café', 'CAFE', true],
  ['a🎉b', 'a😀b', false],
  ['Cafe\u0301 noir', 'café\u0300', true],
  ['x\u0301y', 'x\u0302y', true],
  ['１２３', '123', true],
])('%s is found by %s: %s', async (memo, text, isFound) => {
  const [row] = await database.pool.rows('SELECT ? COLLATE utf8mb4_unicode_ci LIKE ? AS is_found', [
    memo,
    `%${text}%`,
  ]);
  expect(integerOf(row!, 'is_found')).toBe(isFound ? 1 : 0);
  const [codes, wanted] = [memo, text].map((each) => [...foldedCodes(each)].join(' '));
  if (isFound) expect(` ${codes} `).toContain(` ${wanted} `);
});
