/** Duplicates of one press in many processes: each shows the outcome, and it happens once. */
import { generateSync } from 'otplib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { encodeCustomId, provedAct } from '../../src/bot/cards/custom-id.ts';
import { loadCommands } from '../../src/bot/command/loader.ts';
import { savePending } from '../../src/bot/settle/pending.ts';
import { proofForm } from '../../src/bot/stages/prove.ts';
import { systemClock } from '../../src/lib/clock.ts';
import {
  balanceOf,
  exactly,
  newRequestId,
  openBank,
  openPerson,
  password,
  type Person,
  type TestBank,
} from '../support/bank.ts';
import { closesBalanced } from '../support/books.ts';
import { testDatabase } from '../support/database.ts';
import { at, guilds, of, type Principal } from '../support/stage/principals.ts';
import { submittedParts } from '../support/stage/samples.ts';
import { openWire, type Answer, type Wire } from '../support/stage/wire.ts';
import { openStaff, reason, type Staff } from '../support/staff.ts';

const database = testDatabase();
const processes = 5;
const pressesEach = 4;
let bank: TestBank;
let staff: Staff;
let anna: Person;
let banks: TestBank[];
let wires: Wire[];

beforeEach(async () => {
  // A slow hash, as in production: the duplicates arrive while the first is checked.
  const settings = { stepUpAbove: 1_000n, fourEyesAbove: 0n, bcryptCost: 10 };
  const registry = await loadCommands();
  banks = [];
  wires = [];
  for (let index = 0; index < processes; index += 1) {
    const one = await openBank(database.pool, { settings });
    one.staff.arrange({ ownerIds: [], cards: false, log: false });
    banks.push(one);
    wires.push(openWire({ bank: one, registry, staffGuildId: guilds.staff }));
  }
  bank = banks[0]!;
  staff = await openStaff(bank);
  anna = await openPerson(bank, 10_000n);
});
afterEach(async () => {
  await Promise.all(wires.map(async (wire) => wire.close()));
  await Promise.all(banks.slice(1).map(async (one) => one.close()));
});
closesBalanced(database, () => bank);

/** Every process gets it at once, and then repeatedly. */
async function everywhere(by: Principal, customId: string, proof = password): Promise<Answer[]> {
  const parts = submittedParts(proofForm, { proof });
  const each = wires.map(async (wire) => {
    const answers: Answer[] = [];
    for (let press = 0; press < pressesEach; press += 1) {
      answers.push(await wire.submit(by, customId, parts));
    }
    return answers;
  });
  return (await Promise.all(each)).flat();
}

const card = async (minorUnits: bigint): Promise<m.RequestId> => {
  const command = (await loadCommands()).get('withdraw')!;
  const order = { wish: exactly(minorUnits), memo: null };
  const kept = { kind: 'CONFIRM', path: 'withdraw', command, form: 0, values: {}, order } as const;
  return (await savePending(bank, { ...kept, person: anna.discordUserId, needsProof: true }))
    .requestId;
};
const by = (person: Person, guildId: string): Principal =>
  of(person, { name: 'somebody', place: at(guildId), role: null });

test('twenty right proofs of one payment show its receipt twenty times', async () => {
  const row = await card(5_000n);
  const customId = encodeCustomId({ path: 'withdraw', step: 'proof', row, detail: '' });
  const answers = await everywhere(by(anna, guilds.customers), customId);
  expect(answers.filter(({ text }) => !text.includes('Withdrawn 50.00 GEM'))).toEqual([]);
  expect(await balanceOf(bank, anna)).toBe(5_000n);
});

test('twenty right proofs of one approval show its approval twenty times', async () => {
  const asked = await bank.corrections.adjust(staff.mona.session, {
    requestId: newRequestId(),
    accountNumber: anna.accountNumber,
    amount: 700n as m.Amount,
    side: 'credit',
    reason,
    isProved: true,
  });
  if (asked.kind !== 'asked') throw new Error('nobody was asked');
  const detail = provedAct({ action: 'approve', token: `${asked.approval.id}` });
  const customId = encodeCustomId({
    path: 'staff approvals list',
    step: 'proof',
    row: null,
    detail,
  });
  const answers = await everywhere(by(staff.max, guilds.staff), customId);
  expect(answers.filter(({ text }) => !text.includes('Adjust a balance: approved'))).toEqual([]);
  expect(await balanceOf(bank, anna)).toBe(10_700n);
});

test('twenty times one right app code for an approval is no wrong attempt', async () => {
  const { session } = staff.max;
  const { secret } = await bank.secondFactor.begin(session, { isProved: true });
  const epoch = Math.floor(systemClock.now() / 1_000);
  await bank.secondFactor.confirm(session, generateSync({ secret, epoch }));
  const asked = await bank.corrections.adjust(staff.mona.session, {
    requestId: newRequestId(),
    accountNumber: anna.accountNumber,
    amount: 300n as m.Amount,
    side: 'credit',
    reason,
    isProved: true,
  });
  if (asked.kind !== 'asked') throw new Error('nobody was asked');
  const detail = provedAct({ action: 'approve', token: `${asked.approval.id}` });
  const path = 'staff approvals list';
  const customId = encodeCustomId({ path, step: 'proof', row: null, detail });
  const code = generateSync({ secret, epoch: epoch + 30 });
  const answers = await everywhere(by(staff.max, guilds.staff), customId, code);
  expect(answers.filter(({ text }) => !text.includes('Adjust a balance: approved'))).toEqual([]);
  expect(await balanceOf(bank, anna)).toBe(10_300n);
  const refused = `SELECT 1 FROM audit WHERE action = 'CODE_REFUSED'`;
  expect(await database.pool.rows(refused)).toEqual([]);
});
