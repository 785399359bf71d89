/** An authenticator app as proof: enabled by a code, each code valid once, required for staff. */
import { setTimeout as sleep } from 'node:timers/promises';
import { generateSync } from 'otplib';
import { beforeEach, expect, test } from 'vitest';
import type * as m from '../../src/bank/model/index.ts';
import { exactly, newRequestId, openPerson, password, place } from '../support/bank.ts';
import { takeMessages, told } from '../support/messages.ts';
import { openStaff, reason, refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const stepMs = 30_000;
const proved = { isProved: true };
let nowMs = 0;
beforeEach(() => {
  nowMs = Date.now();
});
const { bank, anna, database } = withBank({
  settings: { stepUpAbove: 1_000n, staffTotp: true, fourEyesAbove: 1_000_000n },
  clock: { now: () => nowMs },
  balances: { anna: 5_000n },
});

const codeAt = (secret: string, steps = 0): string =>
  generateSync({ secret, epoch: Math.floor((nowMs + steps * stepMs) / 1_000) });
const prove = async (proof: string, by = anna) => bank.access.prove(by.session, proof);

/** An app that is set up; its next code is that of the next step. */
async function setUp(by = anna): Promise<string> {
  const { secret } = await bank.secondFactor.begin(by.session, proved);
  await bank.secondFactor.confirm(by.session, codeAt(secret));
  nowMs += stepMs;
  return secret;
}

test('an app is active only after its code was entered, and setting it up needs a proof', async () => {
  const unproved = bank.secondFactor.begin(anna.session, { isProved: false });
  expect(await refusal(unproved)).toBe('STEP_UP_NEEDED');
  expect(await refusal(bank.secondFactor.confirm(anna.session, '123456'))).toBe('TOTP_MISSING');
  const { secret, uri } = await bank.secondFactor.begin(anna.session, proved);
  expect(uri).toContain(`secret=${secret}`);
  expect(await bank.secondFactor.isEnabled(anna.session)).toBe(false);
  expect(await refusal(prove(codeAt(secret)))).toBe('PASSWORD_WRONG');
});

test('is confirmed by the right code, reported by message, and set up only once', async () => {
  const { secret } = await bank.secondFactor.begin(anna.session, proved);
  const wrong = codeAt(secret, 40);
  expect(await refusal(bank.secondFactor.confirm(anna.session, wrong))).toBe('CODE_WRONG');
  expect(await refusal(bank.secondFactor.confirm(anna.session, codeAt(secret)))).toBe('LOCKED_OUT');
  await database.pool.write('DELETE FROM login_counters');
  await bank.secondFactor.confirm(anna.session, codeAt(secret));
  expect(await bank.secondFactor.isEnabled(anna.session)).toBe(true);
  expect(await refusal(bank.secondFactor.begin(anna.session, proved))).toBe('TOTP_ENABLED');
  const [message] = await bank.outbox.claim(5);
  expect(message?.notice).toMatchObject({ kind: 'SECURITY', event: 'TOTP_ENABLED' });
});

test('a code is accepted once, up to one step early or late', async () => {
  const secret = await setUp();
  const code = codeAt(secret);
  expect(await refusal(prove(code))).toBeNull();
  expect(await refusal(prove(code))).toBe('CODE_WRONG');
  await database.pool.write('DELETE FROM login_counters');
  nowMs += 3 * stepMs;
  expect(await refusal(prove(codeAt(secret, 1)))).toBeNull();
  expect(await refusal(prove(codeAt(secret)))).toBe('CODE_WRONG');
  await database.pool.write('DELETE FROM login_counters');
  expect(await refusal(prove(codeAt(secret, 2)))).toBe('CODE_WRONG');
});

test('one of ten simultaneous uses of a code is accepted', async () => {
  const secret = await setUp();
  const code = codeAt(secret);
  const found = await Promise.all(Array.from({ length: 10 }, async () => refusal(prove(code))));
  expect(found.filter((one) => one === null)).toHaveLength(1);
});

test('a code sent twice for one card is right twice, also before the first is accepted', async () => {
  const secret = await setUp();
  const { discordUserId, session } = anna;
  const content = { kind: 'CONFIRM', command: 'withdraw', payload: '{}' } as const;
  const { requestId } = await bank.pending.open({ ...content, discordUserId, needsProof: true });
  // As if the first request had used the code and not yet written its acceptance.
  await prove(codeAt(secret));
  const second = refusal(bank.pending.prove(requestId, session, codeAt(secret)));
  await sleep(300);
  await database.pool.write('UPDATE pending SET proved_session_id = ? WHERE id = ?', [
    session.id,
    requestId,
  ]);
  expect(await second).toBeNull();
  expect(await database.pool.rows('SELECT subject FROM login_counters')).toEqual([]);
});

test('the secret is sealed and useless in another customer’s row', async () => {
  const ben = await openPerson(bank);
  const secret = await setUp();
  const rows = await database.pool.rows('SELECT sealed FROM totp');
  expect(JSON.stringify(rows)).not.toContain(secret);
  await setUp(ben);
  await database.pool.write(
    `UPDATE totp AS one JOIN totp AS other ON other.customer_id <> one.customer_id
     SET one.sealed = other.sealed`,
  );
  await expect(prove(codeAt(secret, 1))).rejects.toThrow();
});

test('without an app the password is the proof, and a recovery code is not', async () => {
  expect(await refusal(prove(anna.recoveryCodes[0]!))).toBe('PASSWORD_WRONG');
  await database.pool.write('DELETE FROM login_counters');
  expect(await refusal(prove(password))).toBeNull();
});

test('with an app the password is no proof anywhere and is not checked', async () => {
  const secret = await setUp();
  const { session, details } = anna;
  const { fullName, email, phone } = details;
  const changes = { fullName, email, phone, currentPassword: password };
  const change = { currentPassword: password, password: 'walrus copper meadow 77', place };
  const card = await bank.pending.open({
    discordUserId: anna.discordUserId,
    kind: 'CONFIRM',
    command: 'transfer',
    payload: '{}',
    needsProof: true,
  });
  const everywhere: readonly (() => Promise<unknown>)[] = [
    async () => prove(password),
    async () => bank.pending.prove(card.requestId, session, password),
    async () => bank.profile.update(session, changes),
    async () => bank.profile.changePassword(session, change),
    async () => bank.profile.renewRecoveryCodes(session, password),
    async () => bank.privacy.export(session, password),
  ];
  for (const one of everywhere) expect(await refusal(one())).toBe('CODE_NEEDED');
  expect((await bank.pending.take(card.requestId, anna.discordUserId, session))?.action.state).toBe(
    'OPEN',
  );
  const change2 = { ...change, currentPassword: codeAt(secret), password };
  expect(await refusal(bank.profile.changePassword(session, change2))).toBe('PASSWORD_WEAK');
  nowMs += stepMs;
  const proof = { ...change, currentPassword: codeAt(secret) };
  expect(await refusal(bank.profile.changePassword(session, proof))).toBeNull();
});

test('a recovery code is accepted once, and its owner is notified', async () => {
  await setUp();
  const [code, other] = anna.recoveryCodes;
  expect(await refusal(prove(code!))).toBeNull();
  expect(await refusal(prove(code!))).toBe('CODE_WRONG');
  await database.pool.write('DELETE FROM login_counters');
  const { recoveryCodesLeft } = await bank.profile.view(anna.session);
  expect(recoveryCodesLeft).toBe(7);
  expect((await takeMessages(bank)).map(told)).toContain('RECOVERY_CODE_USED');
  const found = await Promise.all(Array.from({ length: 5 }, async () => refusal(prove(other!))));
  expect(found.filter((one) => one === null)).toHaveLength(1);
});

test('it is turned off with a proof, and the password is the proof again', async () => {
  const secret = await setUp();
  const off = async (isProved: boolean) => bank.secondFactor.disable(anna.session, { isProved });
  expect(await refusal(off(false))).toBe('STEP_UP_NEEDED');
  await off(true);
  expect(await refusal(off(true))).toBe('TOTP_MISSING');
  expect(await refusal(prove(codeAt(secret)))).toBe('PASSWORD_WRONG');
  await database.pool.write('DELETE FROM login_counters');
  expect(await refusal(prove(password))).toBeNull();
});

test('staff can move money only with an app', async () => {
  const { mona } = await openStaff(bank);
  const order = { accountNumber: anna.accountNumber, wish: exactly(5n), memo: null };
  const give = async () =>
    bank.counter.deposit(mona.session, { ...order, ...proved, requestId: newRequestId() });
  expect(await refusal(give())).toBe('TOTP_NEEDED');
  const adjust = bank.corrections.adjust(mona.session, {
    requestId: newRequestId(),
    accountNumber: anna.accountNumber,
    amount: 5n as m.Amount,
    side: 'credit',
    reason,
    ...proved,
  });
  expect(await refusal(adjust)).toBe('TOTP_NEEDED');
  expect(await refusal(prove(password, mona))).toBeNull();
  const secret = await setUp(mona);
  expect(await refusal(prove(password, mona))).toBe('CODE_NEEDED');
  expect(await refusal(prove(codeAt(secret), mona))).toBeNull();
  expect(await refusal(give())).toBeNull();
});
