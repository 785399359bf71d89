/** Requests for money: who can be asked, how they are paid, and how they end. */
import { describe, expect, test } from 'vitest';
import { balanceOf, newRequestId, openPerson, type Person } from '../support/bank.ts';
import { inboxOf, messagesTo, sendAll } from '../support/notices.ts';
import { letExpire, makeRequest, payDue, wanted } from '../support/requests.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, anna, ben, cem } = withBank({
  balances: { anna: 0n, ben: 1_000n, cem: 1_000n },
});

const due = async (payer: Person) => (await bank.requests.toPay(payer.session))[0]!.due;
const messagesOf = async (person: Person) => {
  const sql = `SELECT o.kind, o.subject_seq FROM outbox AS o
    WHERE o.customer_id = ? AND o.kind LIKE 'REQUEST%' ORDER BY o.id`;
  const rows = await database.pool.rows(sql, [person.session.customerId]);
  return rows.map((row) => `${String(row['kind'])} ${String(row['subject_seq'])}`);
};

describe('a request', () => {
  test('for an amount each asks every payer, who gets one message', async () => {
    const request = await makeRequest(bank, anna, wanted([ben, cem], { each: 250n }));
    expect(request).toMatchObject({ people: 2, peopleOpen: 2, peoplePaid: 0, asked: 500n });
    expect(request.dues.map(({ state }) => state)).toEqual(['OPEN', 'OPEN']);
    expect(await messagesOf(ben)).toEqual(['REQUEST 0']);
    expect((await bank.requests.toPay(ben.session)).map((one) => one.request.id)).toEqual([
      request.id,
    ]);
  });

  test('for a total is split, and the rest is asked of the first', async () => {
    const quote = await bank.requests.quote(anna.session, wanted([ben, cem], { total: 501n }));
    expect(quote.dues.map(({ amount }) => amount)).toEqual([251n, 250n]);
    expect(quote).toMatchObject({ total: 501n, firstWithMore: 1 });
    const small = bank.requests.quote(anna.session, wanted([ben, cem], { total: 1n }));
    expect(await refusal(small)).toBe('REQUEST_SPLIT');
  });

  test('made twice under one id is one request', async () => {
    const quote = await bank.requests.quote(anna.session, wanted([ben], { each: 5n }));
    const order = { ...quote, requestId: newRequestId() };
    const first = await bank.requests.create(anna.session, order);
    expect(await bank.requests.create(anna.session, order)).toEqual(first);
    expect(await refusal(bank.requests.create(cem.session, order))).toBe('REQUEST_REUSED');
    expect(await messagesOf(ben)).toEqual(['REQUEST 0']);
  });

  test('made twice at the same moment under one id is one request', async () => {
    const quote = await bank.requests.quote(anna.session, wanted([cem], { each: 5n }));
    const order = { ...quote, requestId: newRequestId() };
    const made = Array.from({ length: 6 }, async () => bank.requests.create(anna.session, order));
    const found = await Promise.all(made);
    expect(new Set(found.map(({ id }) => id))).toEqual(new Set([order.requestId]));
    expect(await messagesOf(cem)).toEqual(['REQUEST 0']);
  });

  test('is paid by an ordinary transfer, once', async () => {
    const { id } = await makeRequest(bank, anna, wanted([ben], { each: 300n }));
    const { id: dueId } = await due(ben);
    const to = { asker: anna, due: dueId, amount: 300n };
    const requestId = newRequestId();
    const receipt = await payDue(bank, ben, to, requestId);
    expect(receipt).toMatchObject({ kind: 'TRANSFER', amount: 300n, replayed: false });
    expect(await payDue(bank, ben, to, requestId)).toMatchObject({ replayed: true });
    expect(await refusal(payDue(bank, ben, to))).toBe('REQUEST_ENDED');
    expect(await balanceOf(bank, anna)).toBe(300n);
    const shown = await bank.requests.show(anna.session, id);
    expect(shown).toMatchObject({ peoplePaid: 1, peopleOpen: 0, received: 300n });
    expect(shown.dues[0]).toMatchObject({ state: 'PAID', paid: 300n });
  });

  test('can be paid in parts, but never above what is left', async () => {
    await makeRequest(bank, anna, wanted([ben], { each: 300n }));
    const { id } = await due(ben);
    await payDue(bank, ben, { asker: anna, due: id, amount: 100n });
    expect(await due(ben)).toMatchObject({ state: 'PART_PAID', paid: 100n });
    const above = payDue(bank, ben, { asker: anna, due: id, amount: 201n });
    expect(await refusal(above)).toBe('REQUEST_EXCEEDED');
    await payDue(bank, ben, { asker: anna, due: id, amount: 200n });
    expect(await bank.requests.toPay(ben.session)).toEqual([]);
  });

  test('is not paid by another customer, nor to another account', async () => {
    await makeRequest(bank, anna, wanted([ben], { each: 300n }));
    const { id } = await due(ben);
    const byOther = payDue(bank, cem, { asker: anna, due: id, amount: 300n });
    expect(await refusal(byOther)).toBe('REQUEST_UNKNOWN');
    const elsewhere = payDue(bank, ben, { asker: cem, due: id, amount: 300n });
    expect(await refusal(elsewhere)).toBe('REQUEST_UNKNOWN');
    const unknown = payDue(bank, ben, { asker: anna, due: newRequestId(), amount: 300n });
    expect(await refusal(unknown)).toBe('REQUEST_UNKNOWN');
    expect(await refusal(bank.requests.due(cem.session, id))).toBe('REQUEST_UNKNOWN');
    expect(await refusal(bank.requests.decline(cem.session, id))).toBe('REQUEST_UNKNOWN');
  });

  test('is quoted with the reference of the due or of the request as the payee', async () => {
    const { id } = await makeRequest(bank, anna, wanted([ben], { each: 300n }));
    const { id: dueId } = await due(ben);
    const order = { wish: { kind: 'exact', amount: 300n as never }, memo: null } as const;
    for (const payerOf of [id, dueId]) {
      const quote = await bank.payments.quoteTransfer(ben.session, {
        ...order,
        target: { payerOf },
      });
      expect(quote).toMatchObject({ accountNumber: anna.accountNumber, pays: dueId });
    }
    await bank.requests.cancel(anna.session, id);
    const late = bank.payments.quoteTransfer(ben.session, { ...order, target: { payerOf: id } });
    expect(await refusal(late)).toBe('REQUEST_ENDED');
  });
});

describe('a request ends', () => {
  test('cancelled: nobody pays it, and what was paid stays', async () => {
    const { id } = await makeRequest(bank, anna, wanted([ben, cem], { each: 300n }));
    const [one, other] = [await due(ben), await due(cem)];
    await payDue(bank, ben, { asker: anna, due: one.id, amount: 300n });
    expect(await bank.requests.cancel(anna.session, id)).toBe(1);
    expect(await bank.requests.cancel(anna.session, id)).toBe(0);
    const late = payDue(bank, cem, { asker: anna, due: other.id, amount: 300n });
    expect(await refusal(late)).toBe('REQUEST_ENDED');
    const { dues } = await bank.requests.show(anna.session, id);
    expect(dues.map(({ state }) => state)).toEqual(['PAID', 'CANCELLED']);
    expect(await refusal(bank.requests.cancel(ben.session, id))).toBe('REQUEST_UNKNOWN');
  });

  test('cancelled: those who could still have paid get one message, by their settings', async () => {
    const dora = await openPerson(bank, 0n);
    const payers = wanted([ben, cem, dora], { each: 300n }, { memo: 'club' });
    const { id } = await makeRequest(bank, anna, payers);
    const one = await due(ben);
    await payDue(bank, ben, { asker: anna, due: one.id, amount: 300n });
    await payDue(bank, cem, { asker: anna, due: (await due(cem)).id, amount: 100n });
    await bank.notices.change(dora.session, { ways: { request: 'INBOX' } });
    for (const person of [anna, ben, cem, dora]) await sendAll(bank, person);
    await bank.requests.cancel(anna.session, id);
    await bank.requests.cancel(anna.session, id);
    const [toCem] = await messagesTo(bank, cem);
    const sent = { kind: 'REQUEST_CANCELLED', amount: 300n, paid: 100n, memo: 'club' };
    expect(toCem?.notice).toMatchObject(sent);
    expect((await inboxOf(bank, dora))[0]).toBe('REQUEST_CANCELLED KEPT');
    const counts = [anna, ben, cem, dora].map(
      async (person) =>
        (await inboxOf(bank, person)).filter((line) => line.startsWith('REQUEST_CANCELLED')).length,
    );
    expect(await Promise.all(counts)).toEqual([0, 0, 1, 1]);
  });

  test('expired: no message is sent, because the request named the time', async () => {
    const { id } = await makeRequest(bank, anna, wanted([ben], { each: 300n }));
    for (const person of [anna, ben]) await sendAll(bank, person);
    await letExpire(database, id);
    expect(await bank.requests.cancel(anna.session, id)).toBe(0);
    for (const person of [anna, ben]) expect(await sendAll(bank, person)).toEqual([]);
  });

  test('declined: the asker gets a message', async () => {
    const { id } = await makeRequest(bank, anna, wanted([ben], { each: 300n }));
    const { id: dueId } = await due(ben);
    expect((await bank.requests.decline(ben.session, dueId)).due.state).toBe('DECLINED');
    await bank.requests.decline(ben.session, dueId);
    expect(await messagesOf(anna)).toEqual(['REQUEST_DECLINED null']);
    const late = payDue(bank, ben, { asker: anna, due: dueId, amount: 300n });
    expect(await refusal(late)).toBe('REQUEST_ENDED');
    const reminder = bank.requests.remind(anna.session, { id, number: 1 });
    expect(await refusal(reminder)).toBe('REQUEST_ENDED');
  });

  test('expired by the database’s time, and stays so when the clock is set back', async () => {
    const { id } = await makeRequest(bank, anna, wanted([ben], { each: 300n }));
    const { id: dueId } = await due(ben);
    await letExpire(database, id);
    expect(await bank.requests.toPay(ben.session)).toEqual([]);
    const pay = async () => refusal(payDue(bank, ben, { asker: anna, due: dueId, amount: 300n }));
    expect(await pay()).toBe('REQUEST_ENDED');
    const later = 'UPDATE request_dues SET expires_at = NOW(6) + INTERVAL 1 DAY WHERE id = ?';
    await database.pool.write(later, [dueId]);
    expect(await pay()).toBe('REQUEST_ENDED');
    expect((await bank.requests.due(ben.session, dueId)).due.state).toBe('EXPIRED');
    expect(await refusal(bank.requests.decline(ben.session, dueId))).toBe('REQUEST_ENDED');
  });
});

describe('reminders', () => {
  test('are three at most, each once to those who have not paid', async () => {
    const { id } = await makeRequest(bank, anna, wanted([ben, cem], { each: 300n }));
    await payDue(bank, ben, { asker: anna, due: (await due(ben)).id, amount: 300n });
    const remind = async (number: number) => bank.requests.remind(anna.session, { id, number });
    expect([await remind(1), await remind(1), await remind(2), await remind(3)]).toEqual([
      1, 0, 1, 1,
    ]);
    expect(await refusal(remind(4))).toBe('REMINDERS_USED');
    expect(await messagesOf(cem)).toEqual(['REQUEST 0', 'REQUEST 1', 'REQUEST 2', 'REQUEST 3']);
    expect(await messagesOf(ben)).toEqual(['REQUEST 0']);
  });
});

describe('who can be asked', () => {
  const quote = async (payers: readonly Person[], more = {}) =>
    bank.requests.quote(anna.session, wanted(payers, { each: 5n }, more));

  test('not oneself, not somebody without an account, not more than twenty times', async () => {
    expect(await refusal(quote([anna]))).toBe('REQUEST_SELF');
    const stranger = '999999999999999999' as never;
    expect(await refusal(quote([], { members: [stranger] }))).toBe('MEMBER_UNAVAILABLE');
    expect(await refusal(quote([], { account: '1000000009' }))).toBe('TARGET_UNAVAILABLE');
    const mixed = await quote([ben, anna], { members: [ben.discordUserId, stranger] });
    expect(mixed.unasked).toEqual([{ member: stranger, why: 'NO_ACCOUNT' }]);
    expect(mixed.dues).toHaveLength(1);
  });

  test('by account number, each customer once', async () => {
    const both = await quote([ben], { account: ben.accountNumber });
    expect(both.dues).toHaveLength(1);
  });

  test('not those who accept no requests, who are not named as the reason', async () => {
    await bank.requests.block(ben.session, anna.discordUserId);
    expect(await bank.requests.blocked(ben.session)).toMatchObject([
      { member: anna.discordUserId },
    ]);
    expect(await refusal(quote([ben]))).toBe('REQUEST_UNWANTED');
    expect((await quote([ben, cem])).unasked).toMatchObject([{ why: 'UNWANTED' }]);
    await bank.requests.unblock(ben.session, anna.discordUserId);
    expect(await refusal(quote([ben]))).toBeNull();
  });

  test('at most a hundred people, and somebody at all', async () => {
    const many = Array.from({ length: 101 }, (_, index) => `${900_000_000n + BigInt(index)}`);
    expect(await refusal(quote([], { members: many }))).toBe('REQUEST_PAYERS');
    const strangers = many.slice(0, 2);
    expect(await refusal(quote([], { members: strangers }))).toBe('REQUEST_PAYERS');
  });

  test('a customer blocks at most a hundred people', async () => {
    const filled = `INSERT INTO request_blocks (customer_id, blocked_customer_id, blocked_at)
      SELECT ?, seq.id, NOW(6) FROM (
        SELECT a.n + 10 * b.n + 1 AS id FROM
          (SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4
           UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) AS a,
          (SELECT 0 AS n UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4
           UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9) AS b
      ) AS seq`;
    await database.pool.write(filled, [ben.session.customerId]);
    const more = bank.requests.block(ben.session, anna.discordUserId);
    expect(await refusal(more)).toBe('BLOCKS_TOO_MANY');
  });

  test('a block between card and confirmation refuses the request', async () => {
    const both = await quote([ben, cem]);
    await bank.requests.block(ben.session, anna.discordUserId);
    const made = bank.requests.create(anna.session, { ...both, requestId: newRequestId() });
    expect(await refusal(made)).toBe('REQUEST_CHANGED');
    expect((await bank.requests.made(anna.session, { size: 5 })).entries).toEqual([]);
  });

  test('twenty open requests are the most, also for 25 callers at once', async () => {
    const card = await quote([ben]);
    const made = await Promise.all(
      Array.from({ length: 25 }, async () =>
        refusal(bank.requests.create(anna.session, { ...card, requestId: newRequestId() })),
      ),
    );
    expect(made.filter((code) => code === null)).toHaveLength(20);
    expect(await bank.requests.toPay(ben.session)).toHaveLength(20);
    expect(await refusal(quote([cem]))).toBe('REQUESTS_OPEN');
    const byOther = bank.requests.quote(cem.session, wanted([ben], { each: 5n }));
    expect(await refusal(byOther)).toBe('REQUESTS_OPEN');
  });

  test('a frozen asker asks nobody', async () => {
    const sql = "UPDATE accounts SET status = 'FROZEN' WHERE account_number = ?";
    await database.pool.write(sql, [anna.accountNumber]);
    expect(await refusal(quote([ben]))).toBe('ACCOUNT_FROZEN');
  });

  test.each([
    [{ expiry: { days: 91 } }, 'REQUEST_TIME'],
    [{ expiry: { days: 0 } }, 'REQUEST_TIME'],
    [{ expiry: { day: '2020-01-01' } }, 'REQUEST_TIME'],
    [{ dueOn: '2020-01-01' }, 'REQUEST_TIME'],
    [{ dueOn: '2090-01-01' }, 'REQUEST_TIME'],
    [{ expiry: { days: 90 } }, null],
  ])('%j is %s', async (more, code) => {
    expect(await refusal(quote([ben], more))).toBe(code);
  });
});

test('the table of payers is CSV, with text that no spreadsheet runs', async () => {
  const name = "UPDATE accounts SET holder_name = '=cmd()' WHERE account_number = ?";
  await database.pool.write(name, [ben.accountNumber]);
  const { id } = await makeRequest(bank, anna, wanted([ben], { each: 1_250n }));
  const { csv } = await bank.requests.csv(anna.session, id);
  const [head, row, end] = csv.split('\r\n');
  expect(head).toBe('\ufeffreference,name,account,amount,paid,state,changed at');
  expect(row).toContain(",'=cmd(),");
  expect(row).toContain(',12.50,0.00,OPEN,');
  expect(end).toBe('');
});

test('erasure ends what a customer asked for and was asked for, and its blocks', async () => {
  await makeRequest(bank, anna, wanted([ben], { each: 300n }, { memo: 'club' }));
  await bank.requests.block(ben.session, anna.discordUserId);
  const { id } = await due(ben);
  await bank.privacy.erase(anna.session, { requestId: newRequestId(), isProved: true });
  const late = payDue(bank, ben, { asker: anna, due: id, amount: 300n });
  expect(await refusal(late)).toBe('REQUEST_ENDED');
  expect(await bank.requests.blocked(ben.session)).toEqual([]);
  const rows = await database.pool.rows('SELECT memo FROM payment_requests');
  expect(rows).toEqual([{ memo: null }]);
});
