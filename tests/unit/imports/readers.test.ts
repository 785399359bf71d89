/** Each shape of file, as the other bot writes it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../src/imports/csv.ts';
import { decimalText } from '../../../src/imports/decimal.ts';
import { readOrder } from '../../../src/imports/order.ts';
import { loadFile } from '../../../src/imports/load.ts';
import { readRed } from '../../../src/imports/red.ts';
import { type Found, ImportFileError } from '../../../src/imports/source.ts';
import { readUnbelievaboat } from '../../../src/imports/unbelievaboat.ts';
import { root } from '../../support/source.ts';

const folder = join(root, 'tests/fixtures/imports');
const fixture = (name: string): string => readFileSync(join(folder, name), 'utf8');
const amounts = ({ balances }: Found) =>
  balances.map(({ line, owner, amount, fault }) => [
    line,
    owner.slice(-4),
    fault ?? (typeof amount === 'object' ? decimalText(amount) : amount),
  ]);
const red = { guild: null, members: null, defaultBalance: null };

function faultOf(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    if (error instanceof ImportFileError) return error.fault;
    throw error;
  }
  return null;
}

function loaded(...args: string[]) {
  const order = readOrder(args);
  if (!order.ok || order.value.kind !== 'IMPORT') throw new Error('not an import');
  return loadFile(order.value);
}

describe('UnbelievaBoat', () => {
  test('sums cash and bank of each row, to the last digit', () => {
    expect(amounts(readUnbelievaboat(fixture('unbelievaboat.json')))).toEqual([
      [2, '0001', '4000'],
      [3, '0002', '12'],
      [4, '0003', 'INFINITE'],
      [5, '0004', '-150'],
      [6, '0005', '0.125'],
      [7, '0006', '9223372036854775807'],
      [8, '0007', '30'],
      [9, '0007', '40'],
      [10, '0009', 'TOTAL_DIFFERS'],
      [11, 'n-id', '1'],
      [12, '0011', '0'],
      [13, '0012', 'MISSING'],
    ]);
  });

  test('reads the list inside an answer of its interface, and a byte order mark', () => {
    const text = '\uFEFF{"users": [{"user_id": "100000000000000001", "cash": 1, "bank": 2}]}';
    expect(amounts(readUnbelievaboat(text))).toEqual([[1, '0001', '3']]);
  });

  test.each([
    ['[1]', { code: 'SHAPE', line: 1 }],
    ['{"GLOBAL": {}}', { code: 'SHAPE', line: 1 }],
    ['[\n{"user_id": Infinity}]', { code: 'NOT_JSON', line: 2 }],
    ['[] // comment', { code: 'NOT_JSON', line: 1 }],
    ['', { code: 'NOT_JSON', line: 1 }],
    ['['.repeat(1_000_000), { code: 'NOT_JSON' }],
  ])('refuses %.20s', (text, fault) => {
    expect(faultOf(() => readUnbelievaboat(text))).toMatchObject(fault);
  });
});

describe('Red', () => {
  test('reads the members of one server; no balance in a row is no default', () => {
    const found = readRed(fixture('red.json'), { ...red, guild: '200000000000000001' });
    expect(found.guild).toBe('200000000000000001');
    expect(amounts(found)).toEqual([
      [12, '0001', '900.5'],
      [13, '0002', '9223372036854775807'],
      [14, '0003', 'MISSING'],
    ]);
  });

  test('asks which server, and knows those in the file', () => {
    const guilds = ['200000000000000001', '200000000000000002'];
    expect(faultOf(() => readRed(fixture('red.json'), red))).toEqual({
      code: 'GUILD_NEEDED',
      guilds,
    });
    const guild = '200000000000000009';
    expect(faultOf(() => readRed(fixture('red.json'), { ...red, guild }))).toEqual({
      code: 'GUILD_UNKNOWN',
      guilds,
    });
    expect(faultOf(() => readRed(fixture('red-global.json'), { ...red, guild }))).toEqual({
      code: 'GUILD_UNUSED',
    });
  });

  test('gives the default balance to listed members without a row, and to no one else', () => {
    const members = fixture('members.txt');
    const found = readRed(fixture('red.json'), { ...red, guild: '200000000000000001', members });
    expect(amounts(found).slice(3)).toEqual([
      [2, '0004', '250'],
      [4, '0005', '250'],
      [5, 'Dora', 'MISSING'],
    ]);
    const global = readRed(fixture('red-global.json'), { ...red, members });
    expect(global.defaultBalance).toBe('100');
    expect(amounts(global).slice(2, 4)).toEqual([
      [2, '0004', '100'],
      [4, '0005', '100'],
    ]);
    const given = readRed(fixture('red-global.json'), { ...red, members, defaultBalance: '0' });
    expect(amounts(given).slice(2, 3)).toEqual([[2, '0004', '0']]);
  });

  test('keeps both rows of a name that JSON repeats', () => {
    const text =
      '{"GLOBAL": {"is_global": true}, "USER": {"100000000000000001": {"balance": 1}, "100000000000000001": {"balance": 2}}}';
    expect(amounts(readRed(text, red))).toHaveLength(2);
  });

  test('refuses another file', () => {
    const text = fixture('unbelievaboat.json');
    expect(faultOf(() => readRed(text, red))).toMatchObject({ code: 'SHAPE' });
  });
});

describe('EssentialsX', () => {
  const args = ['essentials', join(folder, 'userdata'), '--links', join(folder, 'links.csv')];

  test('reads money at the top of each file, and who the player is', () => {
    const { found, source } = loaded(...args);
    expect(source).toBe('essentials');
    expect(amounts(found)).toEqual([
      [8, '0001', '2901'],
      [2, '0002', '-12.5'],
      [1, '0003', 'MISSING'],
      [3, '0004', 'YAML'],
      [2, '0005', '12.345'],
    ]);
    expect(found.balances.map(({ discordUserId }) => discordUserId?.slice(-1) ?? null)).toEqual([
      '1',
      '2',
      '3',
      '4',
      null,
    ]);
  });

  test('gives a default balance only where it is asked for', () => {
    const { found } = loaded(...args, '--default-balance', '10');
    expect(amounts(found)[2]).toEqual([1, '0003', '10']);
    expect(amounts(found)[3]).toEqual([3, '0004', 'YAML']);
  });
});

describe('CSV', () => {
  test('reads rows that have the cells of the header', () => {
    expect(amounts(readCsv(fixture('balances.csv')))).toEqual([
      [2, '0001', '12.34'],
      [3, '0002', '1000'],
      [4, '0003', 'COLUMNS'],
      [5, '0004', 'UNREADABLE'],
      [6, '0005', '0.001'],
      [7, '0006', '0'],
    ]);
  });

  test.each([
    ['100000000000000001,5\n', 'HEADER'],
    ['', 'HEADER'],
    ['id,amount\n"100000000000000001,5\n', 'NOT_CSV'],
  ])('refuses %j', (text, code) => {
    expect(faultOf(() => readCsv(text))).toMatchObject({ code });
  });
});

test('the fingerprint is of the content alone', () => {
  const args = ['csv', join(folder, 'balances.csv')];
  const [plain, labelled] = [loaded(...args), loaded(...args, '--label', 'old', '--round', 'down')];
  expect(labelled.sha256).toEqual(plain.sha256);
  expect([plain.source, labelled.source]).toEqual(['csv', 'csv:old']);
});
