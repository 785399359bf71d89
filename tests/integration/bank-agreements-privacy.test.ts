/** Requests, orders, payees and notices in an export, and what others see after an erasure. */
import { expect, test } from 'vitest';
import { exactly, newRequestId, password, pay, type Person } from '../support/bank.ts';
import { messagesTo, sendAll } from '../support/notices.ts';
import { makeOrder } from '../support/orders.ts';
import { makeRequest, payDue, wanted } from '../support/requests.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben, cem } = withBank({
  asBot: true,
  balances: { anna: 1_000n, ben: 1_000n, cem: 0n },
});

const exported = async ({ session }: Person) =>
  JSON.parse((await bank.privacy.export(session, password)).json) as Record<string, unknown>;

/** Pays everything to another customer, so that the account may be closed. */
async function erase(person: Person, to: Person, balance: bigint): Promise<void> {
  if (balance > 0n) await pay(bank, person, to, balance);
  await bank.privacy.erase(person.session, { requestId: newRequestId(), isProved: true });
}

test('an export has requests of both sides, orders, payees and notice settings', async () => {
  const { id, dues } = await makeRequest(
    bank,
    anna,
    wanted([ben, cem], { each: 300n }, { memo: 'club' }),
  );
  await payDue(bank, ben, { asker: anna, due: dues[0]!.id, amount: 300n });
  await makeRequest(bank, cem, wanted([anna], { each: 70n }));
  await bank.requests.block(anna.session, ben.discordUserId);
  const target = { accountNumber: ben.accountNumber };
  await bank.payees.add(anna.session, { nickname: 'landlord', target });
  await makeOrder(bank, { from: anna, to: ben }, { memo: 'rent' });
  await bank.notices.change(anna.session, { ways: { order: 'INBOX', payee: 'QUIET' } });
  const { reference } = await bank.requests.show(anna.session, id);

  const told = await exported(anna);
  const tail = (person: Person) => ({ numberTail: person.accountNumber.slice(-4) });
  expect(told['requests']).toMatchObject({
    made: [
      { reference, with: tail(ben), memo: 'club', amount: '300', paid: '300', state: 'PAID' },
      { reference, with: tail(cem), memo: 'club', amount: '300', paid: '0', state: 'OPEN' },
    ],
    got: [{ with: tail(cem), amount: '70', state: 'OPEN' }],
    notAcceptedFrom: [{ member: ben.discordUserId }],
  });
  expect(told['standingOrders']).toMatchObject([{ number: 1, memo: 'rent', state: 'ACTIVE' }]);
  expect(told['payees']).toMatchObject([{ nickname: 'landlord' }]);
  expect(told['notices']).toMatchObject({ settings: { ways: { order: 'INBOX', payee: 'QUIET' } } });
  expect((await exported(ben))['requests']).toMatchObject({
    made: [],
    got: [{ reference, with: tail(anna), state: 'PAID' }],
    notAcceptedFrom: [],
  });
});

test('after a payer’s erasure the asker sees a closed account, and what it had paid', async () => {
  const { id, dues } = await makeRequest(bank, anna, wanted([ben, cem], { each: 300n }));
  await payDue(bank, ben, { asker: anna, due: dues[0]!.id, amount: 100n });
  await erase(ben, anna, 900n);
  const shown = await bank.requests.show(anna.session, id);
  expect(shown).toMatchObject({ peopleOpen: 1, received: 100n });
  expect(shown.dues[0]).toMatchObject({
    payer: { name: 'Closed account' },
    state: 'CANCELLED',
    paid: 100n,
  });
  expect(shown.dues[0]!.member).not.toBe(ben.discordUserId);
  expect(await bank.requests.remind(anna.session, { id, number: 1 })).toBe(1);
});

test('after an asker’s erasure the payer sees a closed account and pays nothing', async () => {
  const { id, dues } = await makeRequest(bank, cem, wanted([ben], { each: 300n }, { memo: 'tea' }));
  await sendAll(bank, ben);
  await erase(cem, anna, 0n);
  const [due] = dues;
  expect(await bank.requests.toPay(ben.session)).toEqual([]);
  expect(await bank.requests.due(ben.session, due!.id)).toMatchObject({
    request: { asker: { name: 'Closed account' }, memo: null },
    due: { state: 'CANCELLED', paid: 0n },
  });
  const late = payDue(bank, ben, { asker: cem, due: due!.id, amount: 300n });
  expect(await refusal(late)).toBe('REQUEST_ENDED');
  expect((await exported(ben))['requests']).toMatchObject({
    got: [{ with: { name: 'Closed account' }, memo: null, state: 'CANCELLED' }],
  });
  expect(await refusal(bank.requests.show(ben.session, id))).toBe('REQUEST_UNKNOWN');
});

test('a request that waits to be sent is not sent after the asker’s erasure', async () => {
  await makeRequest(bank, cem, wanted([ben], { each: 300n }));
  await erase(cem, anna, 0n);
  const kinds = (await messagesTo(bank, ben)).map(({ notice }) => notice.kind);
  expect(kinds).not.toContain('REQUEST');
});

test('an erased payee is shown as closed, and is paid no more', async () => {
  const target = { accountNumber: cem.accountNumber };
  await bank.payees.add(anna.session, { nickname: 'club', target });
  await erase(cem, anna, 0n);
  const { saved } = await bank.payees.known(anna.session);
  expect(saved).toMatchObject([{ nickname: 'club', isClosed: true, name: null }]);
  const order = { wish: exactly(5n), memo: null, target: { nickname: 'club' } };
  expect(await refusal(bank.payments.quoteTransfer(anna.session, order))).toBe(
    'TARGET_UNAVAILABLE',
  );
});
