/** A new key for personal data: everything can be read with it, nothing with the old one. */
import { randomBytes } from 'node:crypto';
import { generateSync } from 'otplib';
import { expect, test } from 'vitest';
import { sentenceOf } from '../../src/app/sentences.ts';
import { createBank } from '../../src/bank/index.ts';
import { rotateKeys } from '../../src/bank/backup/key-rotation.ts';
import { deriveKeys } from '../../src/bank/keys/keys.ts';
import { textOf } from '../../src/db/rows.ts';
import { keepMark } from '../../src/db/marks.ts';
import { systemClock } from '../../src/lib/clock.ts';
import {
  exactly,
  newRequestId,
  openBank,
  openPerson,
  password,
  place,
  testSecrets,
  testSettings,
} from '../support/bank.ts';
import { testDatabase } from '../support/database.ts';
import { openStaff } from '../support/staff.ts';

const database = testDatabase();
const secrets = { ...testSecrets, piiKey: randomBytes(32) };
const keys = { from: deriveKeys(testSecrets), to: deriveKeys(secrets) };
const mark = { name: 'rotation-test', value: 'new' };
const rotate = async () => rotateKeys(database.pool, { ...keys, mark });
const reopen = async (piiKey: Buffer) =>
  createBank({
    pool: database.pool,
    clock: systemClock,
    report: () => {},
    settings: { ...testSettings, canMail: true },
    secrets: { ...testSecrets, piiKey },
  });

test('afterwards customers log in, are found, prove with their app, and get their mail', async () => {
  await keepMark(database.pool, { name: mark.name, value: 'old' });
  const before = await openBank(database.pool, { settings: { canMail: true } });
  const { teller } = await openStaff(before);
  const anna = await openPerson(before);
  const { secret } = await before.secondFactor.begin(anna.session, { isProved: true });
  const epoch = () => Math.floor(systemClock.now() / 1_000);
  await before.secondFactor.confirm(anna.session, generateSync({ secret, epoch: epoch() }));
  const money = { requestId: newRequestId(), wish: exactly(500n), memo: null };
  const { requestId } = await before.payments.deposit(anna.session, money);
  const receipt = await before.receipts.of(anna.session, requestId);
  await before.close();

  expect(await rotate()).toBe(5);
  const [row] = await database.pool.rows('SELECT value FROM marks WHERE name = ?', [mark.name]);
  expect(textOf(row!, 'value')).toBe('new');
  const bank = await reopen(secrets.piiKey);
  const { discordUserId, accountNumber, details } = anna;
  const session = await bank.sessions.login({ discordUserId, place, accountNumber, password });
  expect((await bank.profile.view(session)).details).toEqual(details);
  const asking = { discordUserId, place, session: null };
  for (const typed of [receipt.code, receipt.text]) {
    expect(await bank.receipts.verify(typed, asking)).toMatchObject({ state: 'GENUINE' });
  }
  const staff = await bank.sessions.login({ ...teller, place, password });
  for (const query of [details.email, 'Miller Anna']) {
    const found = await bank.counter.find(staff, { query });
    expect(found.map(({ member }) => member)).toContain(discordUserId);
  }
  const next = generateSync({ secret, epoch: epoch() + 30 });
  await bank.access.prove(session, next);
  expect((await bank.mail.claim(20)).map(({ address }) => address)).toContain(details.email);
  const twin = { discordUserId: '123456789012345678' as typeof discordUserId, place, password };
  await expect(bank.customers.register({ ...twin, details })).rejects.toMatchObject({
    code: 'CONTACT_TAKEN',
  });
  await bank.close();
  const old = await reopen(Buffer.from(testSecrets.piiKey));
  await expect(old.profile.view(session)).rejects.toThrow();
  await old.close();
});

test('an unreadable mail does not stop it', async () => {
  const bank = await openBank(database.pool, { settings: { canMail: true } });
  const { discordUserId } = await openPerson(bank);
  await bank.locks.lock({ discordUserId, place });
  await bank.close();
  const mails = async () =>
    (await database.pool.rows("SELECT id FROM outbox WHERE sealed = x'00'")).length;
  await database.pool.write("UPDATE outbox SET sealed = x'00' WHERE channel = 'MAIL' LIMIT 1");
  expect(await mails()).toBe(1);
  expect(await rotate()).toBe(1);
  expect(await mails()).toBe(1);
});

test('an unreadable row is named, and nothing was changed', async () => {
  const bank = await openBank(database.pool);
  const anna = await openPerson(bank);
  const ben = await openPerson(bank);
  await bank.close();
  const { customerId } = ben.session;
  const damage = "UPDATE customer_details SET sealed = x'00' WHERE customer_id = ?";
  await database.pool.write(damage, [customerId]);
  const error = await rotate().catch((reason: unknown) => reason);
  expect(error).toMatchObject({
    name: 'UnreadableRowError',
    table: 'customer_details',
    customerId,
  });
  expect(sentenceOf(error)).toContain(`customer ${customerId} in customer_details cannot be read`);
  const again = await openBank(database.pool);
  expect((await again.profile.view(anna.session)).details).toEqual(anna.details);
  await again.close();
});

test('it is refused while confirmed payments have no outcome', async () => {
  const bank = await openBank(database.pool);
  const anna = await openPerson(bank);
  const { requestId } = await bank.pending.open({
    discordUserId: anna.discordUserId,
    kind: 'CONFIRM',
    command: 'transfer',
    payload: '{}',
  });
  await bank.pending.take(requestId, anna.discordUserId, anna.session);
  await bank.close();
  await expect(rotate()).rejects.toMatchObject({ name: 'UnsettledError', count: 1 });
  const again = await openBank(database.pool);
  expect((await again.profile.view(anna.session)).details).toEqual(anna.details);
  await again.close();
});
