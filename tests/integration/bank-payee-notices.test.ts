/** A customer hears of each account that is saved among their payees. */
import { expect, test } from 'vitest';
import { inboxOf, messagesTo, sendAll } from '../support/notices.ts';
import { takeMail, told } from '../support/messages.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben } = withBank({
  asBot: true,
  settings: { canMail: true },
  balances: { anna: 0n, ben: 0n },
});

const mailed = async () =>
  (await takeMail(bank)).map(told).filter((kind) => kind === 'PAYEE_ADDED');
const add = async (nickname: string) =>
  bank.payees.add(anna.session, { nickname, target: { accountNumber: ben.accountNumber } });

test('by direct message and by mail, once, without the whole account number', async () => {
  await add('landlord');
  await add('landlord');
  const [message, ...more] = await messagesTo(bank, anna);
  expect(more).toEqual([]);
  const facts = { nickname: 'landlord', numberTail: ben.accountNumber.slice(-4) };
  expect(message?.notice).toEqual({ kind: 'PAYEE_ADDED', ...facts });
  expect(await mailed()).toEqual(['PAYEE_ADDED']);
  expect(JSON.stringify(message, (_, value: unknown) => String(value))).not.toContain(
    ben.accountNumber,
  );
});

test('only in the inbox, without a mail, where the customer chose so, and is told of that', async () => {
  await bank.notices.change(anna.session, { ways: { payee: 'INBOX' } });
  expect(await sendAll(bank, anna)).toEqual(['SECURITY']);
  await add('landlord');
  expect(await messagesTo(bank, anna)).toEqual([]);
  expect((await inboxOf(bank, anna))[0]).toBe('PAYEE_ADDED KEPT');
  expect(await mailed()).toEqual([]);
});

test('not of one that was removed before', async () => {
  await add('landlord');
  await bank.payees.remove(anna.session, 'landlord');
  expect(await messagesTo(bank, anna)).toEqual([]);
});
