/** Replies about a customer of three accounts name each of them. */
import { expect, test } from 'vitest';
import type { NoticeEntry } from '../../../../src/bank/index.ts';
import type * as m from '../../../../src/bank/model/index.ts';
import type { ServedCustomer } from '../../../../src/bank/staff/serving.ts';
import { noticeReply } from '../../../../src/bot/replies/notices.ts';
import { render } from '../../../../src/bot/cards/render.ts';
import type { Reply } from '../../../../src/bot/cards/reply.ts';
import { foundReply, servedReply } from '../../../../src/bot/replies/served.ts';

const currency: m.Currency = { code: 'GEM', scale: 2 };
const moment = new Date('2026-01-31T12:00:00Z');
const shown = (reply: Reply): string =>
  JSON.stringify(render(reply, { path: 'help', row: null }).container);

const accountOf = (number: string, units: bigint) => ({
  accountNumber: number as m.AccountNumber,
  status: 'OPEN' as const,
  balance: units as m.Balance,
  held: 0n as m.Balance,
  available: units as m.Balance,
  openedAt: moment,
});
const accounts = [
  accountOf('1234567893', 100n),
  accountOf('2234567892', 200n),
  accountOf('3234567891', 300n),
];
const customer: ServedCustomer = {
  account: accounts[1]!,
  accounts,
  holder: { name: 'Anna M.', numberTail: '7892' },
  member: '123456789012345678' as m.DiscordUserId,
  locked: false,
  registeredAt: moment,
};

test('a look at one account also shows the others, once', () => {
  const text = shown(servedReply(customer, currency));
  for (const { accountNumber } of accounts) {
    expect(text.split(`\`${accountNumber}\``)).toHaveLength(2);
  }
  expect(text).toContain('3.00 GEM');
});

test('a search lists each account with its own last digits', () => {
  const text = shown(foundReply([customer]));
  expect(text.indexOf('2234567892')).toBeLessThan(text.indexOf('1234567893'));
  for (const tail of ['7892', '7893', '7891']) expect(text).toContain(`…${tail}`);
});

const entry = (numberTail: string): NoticeEntry => ({
  transactionId: 1n as m.RequestId,
  reference: 'ABCD' as m.Reference,
  amount: 500n as m.Amount,
  counterparty: { name: 'Ben M.', numberTail: '1111' },
  numberTail,
  memo: null,
});
const received = (entries: readonly NoticeEntry[]): string =>
  shown(
    noticeReply({ kind: 'MONEY_RECEIVED', entries: [...entries] }, { bankName: 'P', currency }),
  );

test('one message about several accounts names the account of each payment', () => {
  const mixed = received([entry('7893'), entry('7892')]);
  expect(mixed).toContain('`…7893`');
  expect(mixed).toContain('`…7892`');
  expect(received([entry('7893'), entry('7893')])).not.toContain('7893');
});
