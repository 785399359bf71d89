/** A customer whose money staff move is notified once: what, how much, why and in which role. */
import { expect, test } from 'vitest';
import type { Notice, OutboxMessage } from '../../src/bank/index.ts';
import { openBank } from '../support/bank.ts';
import { takeMail, takeMessages } from '../support/messages.ts';
import {
  approve,
  approved,
  askDeposit,
  askedOnly,
  bookedAlone,
  fourEyesAbove,
  give,
} from '../support/staff-moves.ts';
import { reason } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

type Moved = Extract<Notice, { readonly kind: 'MOVED_BY_STAFF' }>;

const { database, bank, staff, anna } = withBank({
  settings: { canMail: true, fourEyesAbove },
  hasStaff: true,
  balances: { anna: 800n },
});

const movedIn = (messages: readonly Pick<OutboxMessage, 'notice'>[]): Moved[] =>
  messages.flatMap(({ notice }) => (notice.kind === 'MOVED_BY_STAFF' ? [notice] : []));

test.each(Object.entries({ ...bookedAlone, ...approved }))(
  'the customer is notified of %s by message and by mail, once',
  async (name, move) => {
    const amount = await move(bank, { by: staff.mona, second: staff.max, to: anna });
    const messages = (await takeMessages(bank)).filter(
      ({ recipient }) => recipient === anna.discordUserId,
    );
    const [told, ...more] = movedIn(messages);
    expect(more).toEqual([]);
    const isOut = /withdrawal|takes/.test(name);
    expect(told).toMatchObject({
      amount,
      direction: isOut ? 'out' : 'in',
      role: 'MANAGER',
      numberTail: anna.accountNumber.slice(-4),
    });
    if (/adjustment|reversal/.test(name)) expect(told?.reason).toBe(reason);
    const { entries } = await bank.statements.page(anna.session, { filter: {}, size: 1 });
    expect(entries[0]?.reference).toBe(told?.reference);
    const mails = (await takeMail(bank)).filter(({ address }) => address === anna.details.email);
    expect(mails.map(({ notice }) => notice)).toEqual([told]);
    // This notice alone reports the decision on a requested deposit.
    expect(messages.map(({ notice }) => notice.kind)).not.toContain('DEPOSIT_DECIDED');
  },
);

test.each(Object.entries(askedOnly))('no notice of %s is sent before it moves', async (_, move) => {
  await move(bank, { by: staff.mona, second: staff.max, to: anna });
  expect(movedIn(await takeMessages(bank))).toEqual([]);
});

test('both sides of a reversal are notified, each of their own account', async () => {
  const move = bookedAlone['a reversal']!;
  await move(bank, { by: staff.mona, second: staff.max, to: anna });
  const moved = movedIn(await takeMessages(bank));
  expect(moved.map(({ direction }) => direction).toSorted()).toEqual(['in', 'out']);
  expect(new Set(moved.map(({ numberTail }) => numberTail)).size).toBe(2);
  expect(new Set(moved.map(({ reference }) => reference)).size).toBe(1);
});

test('names the actor’s role, and the memo if there is no reason', async () => {
  await give(bank, staff.teller, anna, 10n);
  await approve(bank, staff.teller, await askDeposit(bank, anna, 10n));
  const moved = movedIn(await takeMessages(bank));
  expect(moved.map(({ act, role }) => [act, role])).toEqual([
    ['COUNTER_DEPOSIT', 'TELLER'],
    ['DEPOSIT_APPROVED', 'TELLER'],
  ]);
});

test('a refused act sends no notice', async () => {
  const limited = await openBank(database.pool, { settings: { staffLimitPerDay: 1n } });
  await expect(give(limited, staff.mona, anna, 10n)).rejects.toThrow();
  await limited.close();
  expect(movedIn(await takeMessages(bank))).toEqual([]);
  expect(movedIn((await takeMail(bank)) as never)).toEqual([]);
});
