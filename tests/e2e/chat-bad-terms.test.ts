/** Fees and rates that cannot be: each refusal names the field and the reason, nothing changes. */
import { beforeAll, expect, test } from 'vitest';
import type { Player } from '../../src/sandbox/driver.ts';
import { openChat, register, said } from './chat.ts';

const chat = openChat({ settings: { throttleFactor: 1 } });
const staff = { channel: 'staff' };
const reason = 'decided at the meeting';
let mona: Player;

beforeAll(async () => {
  mona = await chat.driver.person('Mona');
  await register(mona, 'Mona Quast');
  const granted = { member: mona, role: 'MANAGER', reason };
  said(await mona.run('/staff role grant', granted, staff));
});

/** Nothing waits for approval, and no fee or rate was set. */
async function nothingSet(): Promise<void> {
  const counts = await chat.database.pool.rows(
    `SELECT (SELECT COUNT(*) FROM approvals) AS asked, (SELECT COUNT(*) FROM fees) AS fees,
       (SELECT COUNT(*) FROM interest_rates) AS rates`,
  );
  expect(counts.map((row) => Object.values(row).map(Number))).toEqual([[0, 0, 0]]);
}

const interest = { savings: 'SAVINGS', basis_points: '250', reason };
const fee = { movement: 'TRANSFER', flat: '0.10', reason };
const cases: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
  ['interest', { ...interest, basis_points: '2.5' }, ['Basis points a year', 'whole number']],
  ['interest', { ...interest, basis_points: '-1' }, ['Basis points a year', 'whole number']],
  ['interest', { ...interest, basis_points: '10001' }, ['Basis points a year', 'from 0 to 10000']],
  ['interest', { ...interest, valid_from: 'soon' }, ['**Day**', 'YYYY-MM-DD']],
  [
    'interest',
    { ...interest, valid_from: '2020-01-01' },
    ['**Day**', 'announced 7 days before it holds'],
  ],
  ['interest', { ...interest, reason: 'x' }, ['**Reason**', 'in a few words']],
  ['fee', { ...fee, per_mille: '1.5' }, ['Per mille', 'whole number']],
  ['fee', { ...fee, per_mille: '1001' }, ['Per mille', 'from 0 to 1000']],
  ['fee', { ...fee, flat: '0.001' }, ['**Flat fee**', 'at most 2 decimals']],
  ['fee', { ...fee, valid_from: '2020-01-01' }, ['**Day**', 'announced 7 days before it holds']],
  [
    'fee',
    { ...fee, minimum: '3', maximum: '2' },
    ['**Minimum, Maximum**', 'The minimum is above the maximum'],
  ],
];

test.each(cases)('/staff %s %j', async (command, given, wanted) => {
  const refused = said(await mona.run(`/staff ${command}`, given, staff));
  for (const part of [...wanted, 'Nothing changed']) expect(refused).toContain(part);
  await nothingSet();
});

test('one manager alone sets no rate, nor approves their own', async () => {
  said(await mona.run('/staff interest', interest, staff));
  expect(said(await mona.press('Confirm'))).toContain('Nothing has happened yet. A second person');
  const card = await mona.sees('Set an interest rate?', staff);
  const refused = said(await mona.press('Approve', { on: card }));
  expect(refused).toContain('You made this request, so another member of staff must approve');
  expect(refused).toContain('Nothing moved');
  const [row] = await chat.database.pool.rows('SELECT COUNT(*) AS rates FROM interest_rates');
  expect(Number(row?.['rates'])).toBe(0);
});
