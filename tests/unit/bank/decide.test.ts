/** One table tests every refusal of a payment in its documented order. */
import { describe, expect, test } from 'vitest';
import { cashAccount } from '../../../src/bank/ledger/chart.ts';
import { decideAll } from '../../../src/bank/ledger/decided.ts';
import { decide, type LedgerRules } from '../../../src/bank/ledger/decide.ts';
import { entriesOf, placed, transactionOf } from '../../../src/bank/ledger/entries.ts';
import type { LedgerRequest } from '../../../src/bank/ledger/request.ts';
import type { LedgerState } from '../../../src/bank/ledger/state.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { moneyMax } from '../../../src/bank/model/base/money.ts';
import { formatAmount } from '../../../src/words/text/amount.ts';
import { hourMs } from '../../../src/lib/durations.ts';
import { accountState } from '../../support/account-state.ts';
import type { AccountState, SessionState } from '../../../src/bank/ledger/store/state.ts';

const now = new Date('2026-11-22T12:00:00.123Z');
const nowText = '2026-11-22 12:00:00.123456';
const minute = 60_000;
const rules: LedgerRules = {
  currency: { code: 'GEM', scale: 2 },
  limitPerTransaction: 1_000n,
  limitPerDay: 2_500n,
  idleMs: 15 * minute,
  absoluteMs: 480 * minute,
  readMs: 24 * 60 * minute,
};
const msAgo = (minutes: number) => now.getTime() - minutes * minute;
const ago = (minutes: number) => new Date(msAgo(minutes));
const mine = 11n as m.AccountId;
const theirs = 12n as m.AccountId;
const [sessionId, customerId] = [7n as m.SessionId, 111n as m.CustomerId];

interface World {
  readonly own?: Partial<AccountState>;
  readonly payee?: Partial<AccountState>;
  readonly session?: Partial<SessionState> | null;
}
function stateOf(world: World): LedgerState {
  const session = {
    id: sessionId,
    createdMs: msAgo(60),
    lastSeenMs: msAgo(1),
    provedMs: null,
    isEnded: false,
    ...world.session,
  };
  return {
    now,
    nowText,
    today: nowText.slice(0, 10),
    sessions: new Map(world.session === null ? [] : [[sessionId, session]]),
    accounts: new Map([
      [mine, accountState(mine, world.own)],
      [theirs, accountState(theirs, world.payee)],
    ]),
    booked: new Map(),
    holds: new Map(),
    linked: new Map(),
    limits: new Map(),
    freeUses: new Map(),
  };
}

type PaymentKind = 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER';
const cash = cashAccount.id;
let id = 1_000n;
interface Ask {
  readonly kind?: PaymentKind;
  readonly wish?: bigint | 'half' | 'all';
  /** What the card of a share showed. */
  readonly shown?: bigint;
  readonly payee?: m.AccountId | null;
  readonly requestId?: bigint;
  readonly fingerprint?: string;
}
function ask({ kind = 'TRANSFER', wish = 100n, shown: card, payee, ...more }: Ask) {
  const { requestId, fingerprint } = more;
  const amount: m.AmountWish =
    typeof wish === 'bigint'
      ? { kind: 'exact', amount: wish as m.Amount }
      : { kind: wish, ...(card === undefined ? {} : { shown: card as m.Amount }) };
  const [source, target] = {
    DEPOSIT: [cash, mine] as const,
    WITHDRAWAL: [mine, cash] as const,
    TRANSFER: [mine, payee === undefined ? theirs : payee] as const,
  }[kind];
  const request: LedgerRequest = {
    requestId: (requestId ?? (id += 1n)) as m.RequestId,
    initiator: { kind: 'SESSION', session: { id: sessionId, customerId } },
    postings: [{ kind, source, target, amount }],
    memo: null,
    fingerprint: (fingerprint ?? 'as asked') as m.Fingerprint,
  };
  return request;
}
/** An amount as shown to people, a waiting time in hours, everything else unchanged. */
function shown(fact: unknown): string {
  if (typeof fact === 'number') return `${Math.ceil(fact / hourMs)} h`;
  if (typeof fact !== 'object' || fact === null) return String(fact);
  const { units, currency } = fact as m.Money;
  return formatAmount(units, currency);
}
const exactly = (amount: bigint): m.AmountWish => ({ kind: 'exact', amount: amount as m.Amount });
const verdictOf = (world: World, asked: Ask): string => {
  const verdict = decide(stateOf(world), ask(asked), rules);
  if (verdict.kind !== 'refused') return verdict.kind;
  const data = Object.values(verdict.data ?? {})
    .map(shown)
    .join(', ');
  return data === '' ? verdict.code : `${verdict.code}: ${data}`;
};

describe('a payment is refused', () => {
  const everything: World = {
    session: { isEnded: true },
    own: { status: 'CLOSED', balance: 0n, paidOutThatDay: 2_500n },
    payee: { status: 'CLOSED', balance: moneyMax },
  };
  // Each row fixes the fault of the previous row; all later faults remain.
  const worlds: readonly (readonly [string, World, Ask])[] = [
    ['SESSION_EXPIRED', everything, { payee: mine, wish: 1_001n }],
    ['ACCOUNT_CLOSED', { ...everything, session: {} }, { payee: mine, wish: 1_001n }],
    [
      'ACCOUNT_FROZEN',
      { ...everything, session: {}, own: { ...everything.own, status: 'FROZEN' } },
      { payee: mine, wish: 1_001n },
    ],
    [
      'ACCOUNT_LOCKED: OWNER',
      { ...everything, session: {}, own: { ...everything.own, status: 'OPEN', locked: true } },
      { payee: mine, wish: 1_001n },
    ],
    [
      'TARGET_SAME',
      { payee: everything.payee!, own: { balance: 0n, paidOutThatDay: 2_500n } },
      { payee: mine, wish: 1_001n },
    ],
    [
      'TARGET_UNAVAILABLE',
      { payee: everything.payee!, own: { balance: 0n, paidOutThatDay: 2_500n } },
      { wish: 1_001n },
    ],
    ['TARGET_UNAVAILABLE', { own: { balance: 0n } }, { payee: null, wish: 1_001n }],
    ['TARGET_UNAVAILABLE', { own: { balance: 0n } }, { payee: 99n as m.AccountId, wish: 1_001n }],
    [
      'AMOUNT_ABOVE_LIMIT: 10.00 GEM',
      { payee: { balance: moneyMax }, own: { balance: 0n, paidOutThatDay: 2_500n } },
      { wish: 1_001n },
    ],
    [
      'FUNDS_INSUFFICIENT: 0.00 GEM, 10.00 GEM',
      { payee: { balance: moneyMax }, own: { balance: 0n, paidOutThatDay: 2_500n } },
      { wish: 1_000n },
    ],
    [
      'LIMIT_LOWERED: 2.50 GEM, 0.50 GEM, 23 h',
      {
        payee: { balance: moneyMax },
        own: { paidOutThatDay: 200n, limitedUntil: ago(-23 * 60) },
      },
      { wish: 51n },
    ],
    [
      'DAY_LIMIT_REACHED: 25.00 GEM, 5.00 GEM',
      { payee: { balance: moneyMax }, own: { balance: 900n, paidOutThatDay: 2_000n } },
      { wish: 501n },
    ],
    ['BALANCE_TOO_LARGE', { payee: { balance: moneyMax } }, { wish: 500n }],
    ['booked', { payee: { balance: moneyMax - 500n } }, { wish: 500n }],
  ];
  test.each(worlds)('%s', (expected, world, asked) => {
    expect(verdictOf(world, asked)).toBe(expected);
  });

  test('for a reused request id, before all other checks', () => {
    const request = ask({ requestId: 5n });
    const earlier = {
      requestId: 5n as m.RequestId,
      customerId,
      fingerprint: 'as asked' as m.Fingerprint,
      bookedAt: ago(5),
      postings: [{ kind: 'TRANSFER' as const, sourceId: mine, targetId: theirs, amount: 100n }],
      balanceAfter: (of: m.AccountId) => (of === mine ? 700n : 900n),
    };
    const decideAfter = (changes: Partial<typeof earlier>) => {
      const booked = new Map([[earlier.requestId, { ...earlier, ...changes }]]);
      return decide({ ...stateOf(everything), booked }, request, rules);
    };
    expect(decideAfter({})).toMatchObject({ kind: 'replayed' });
    const reused = { kind: 'refused', code: 'REQUEST_REUSED' };
    expect(decideAfter({ fingerprint: 'otherwise' as m.Fingerprint })).toMatchObject(reused);
    expect(decideAfter({ customerId: 112n as m.CustomerId })).toMatchObject(reused);
  });
});

describe('a correction by staff', () => {
  const reversal = (): LedgerRequest => ({
    ...ask({}),
    initiator: { kind: 'STAFF', session: { id: sessionId, customerId } },
    postings: [{ kind: 'REVERSAL', source: mine, target: theirs, amount: exactly(100n) }],
    links: { reverses: 3n as m.RequestId },
  });
  test.each<[string, World, string]>([
    ['the account that repays', { own: { status: 'CLOSED', balance: 0n } }, 'ACCOUNT_CLOSED'],
    ['the account that is repaid', { payee: { status: 'CLOSED', balance: 0n } }, 'ACCOUNT_CLOSED'],
  ])('is refused when %s is closed', (_, world, code) => {
    expect(decide(stateOf(world), reversal(), rules)).toMatchObject({ kind: 'refused', code });
  });
  test('is booked on frozen accounts', () => {
    const world: World = { own: { status: 'FROZEN' }, payee: { status: 'FROZEN' } };
    expect(decide(stateOf(world), reversal(), rules)).toMatchObject({ kind: 'booked' });
  });
});

describe('a session counts', () => {
  const day = 24 * 60;
  const rows: readonly [string, Partial<SessionState> | null, string, string][] = [
    ['inside both', { lastSeenMs: msAgo(14.99), createdMs: msAgo(479.99) }, 'booked', 'booked'],
    ['idle too long', { lastSeenMs: msAgo(15) }, 'STEP_UP_NEEDED', 'booked'],
    ['too old', { createdMs: msAgo(480) }, 'STEP_UP_NEEDED', 'booked'],
    ['proved again', { createdMs: msAgo(2 * day), provedMs: msAgo(479.99) }, 'booked', 'booked'],
    ['proved before', { createdMs: msAgo(day), provedMs: msAgo(480) }, 'STEP_UP_NEEDED', 'booked'],
    ['read for a day', { createdMs: msAgo(day) }, 'SESSION_EXPIRED', 'SESSION_EXPIRED'],
    ['ended', { isEnded: true }, 'SESSION_EXPIRED', 'SESSION_EXPIRED'],
    ['unknown', null, 'SESSION_EXPIRED', 'SESSION_EXPIRED'],
  ];
  test.each(rows)('%s', (_, session, expected, proved) => {
    expect(verdictOf({ session }, {})).toBe(expected);
    const request = { ...ask({}), isProved: true };
    const verdict = decide(stateOf({ session }), request, rules);
    expect(verdict.kind === 'refused' ? verdict.code : verdict.kind).toBe(proved);
  });

  test('no longer than for money, where the bank allows no longer reading', () => {
    const idle = { session: { lastSeenMs: msAgo(15) } };
    const verdict = decide(stateOf(idle), ask({}), { ...rules, readMs: 0 });
    expect(verdict).toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  test('for a quote as long as it can read', () => {
    const idle = { session: { lastSeenMs: msAgo(15) } };
    expect(decide(stateOf(idle), ask({}), rules, 'quote').kind).toBe('booked');
  });

  test('for staff only while it can move money', () => {
    const request: LedgerRequest = {
      ...ask({}),
      initiator: { kind: 'STAFF', session: { id: sessionId, customerId } },
      isProved: true,
    };
    const idle = { session: { lastSeenMs: msAgo(15) } };
    expect(decide(stateOf(idle), request, rules)).toMatchObject({ code: 'SESSION_EXPIRED' });
  });

  test('only for its customer’s account', () => {
    expect(verdictOf({ own: { customerId: 999n as m.CustomerId } }, {})).toBe('SESSION_EXPIRED');
  });
});

describe('deposits and withdrawals', () => {
  test.each<[string, World, Ask, string]>([
    [
      'a frozen account takes deposits',
      { own: { status: 'FROZEN' } },
      { kind: 'DEPOSIT' },
      'booked',
    ],
    [
      'a frozen account pays nothing out',
      { own: { status: 'FROZEN' } },
      { kind: 'WITHDRAWAL' },
      'ACCOUNT_FROZEN',
    ],
    [
      'held money is not available',
      { own: { held: 750n } },
      { kind: 'WITHDRAWAL' },
      'FUNDS_INSUFFICIENT: 0.50 GEM, 1.00 GEM',
    ],
    [
      'deposits have a daily limit of their own',
      { own: { paidOutThatDay: 2_500n, depositedThatDay: 2_400n } },
      { kind: 'DEPOSIT' },
      'booked',
    ],
    [
      'the daily limit of deposits is enforced',
      { own: { depositedThatDay: 2_401n } },
      { kind: 'DEPOSIT' },
      'DAY_LIMIT_REACHED: 25.00 GEM, 0.99 GEM',
    ],
    [
      'the day before does not count',
      { own: { countedDay: '2026-11-21', paidOutThatDay: 2_500n } },
      { kind: 'WITHDRAWAL' },
      'booked',
    ],
    [
      'a lowered limit leaves zero, not less',
      { own: { paidOutThatDay: 9_999n } },
      { kind: 'WITHDRAWAL' },
      'DAY_LIMIT_REACHED: 25.00 GEM, 0.00 GEM',
    ],
  ])('%s', (_, world, asked, expected) => {
    expect(verdictOf(world, asked)).toBe(expected);
  });
});

describe('shares of the balance', () => {
  test.each<[string, bigint, bigint, 'half' | 'all', bigint]>([
    ['all of the available balance', 800n, 300n, 'all', 500n],
    ['half, rounded down', 801n, 0n, 'half', 400n],
    ['all of the last unit', 1n, 0n, 'all', 1n],
  ])('%s', (_, balance, held, wish, amount) => {
    const state = stateOf({ own: { balance, held } });
    const booked = { kind: 'booked', booking: { postings: [{ amount }] } };
    expect(decide(state, ask({ wish }), rules, 'quote')).toMatchObject(booked);
    expect(decide(state, ask({ wish, shown: amount }), rules)).toMatchObject(booked);
  });

  test('are booked as the sum that their card showed, or refused', () => {
    expect(verdictOf({}, { wish: 'all', shown: 800n })).toBe('booked');
    expect(verdictOf({}, { wish: 'all', shown: 799n })).toBe('AMOUNT_CHANGED: 8.00 GEM');
    expect(verdictOf({}, { wish: 'half', shown: 401n })).toBe('AMOUNT_CHANGED: 4.00 GEM');
    expect(verdictOf({}, { wish: 'all' })).toBe('AMOUNT_CHANGED: 8.00 GEM');
  });

  test('of zero are refused', () => {
    expect(verdictOf({ own: { balance: 0n } }, { wish: 'all' })).toContain('FUNDS_INSUFFICIENT');
    expect(verdictOf({ own: { balance: 1n } }, { wish: 'half' })).toContain('FUNDS_INSUFFICIENT');
  });

  test('above the limit are refused like amounts', () => {
    expect(verdictOf({ own: { balance: 1_001n } }, { wish: 'all' })).toContain('ABOVE_LIMIT');
  });
});

describe('a batch', () => {
  test('decides each request on the state after the earlier ones', () => {
    const twin = ask({ wish: 300n, requestId: 50n });
    const all = () => ask({ wish: 'all', shown: 500n });
    const requests = [twin, twin, ask({ wish: 600n }), all(), all()];
    const decided = decideAll(stateOf({}), requests, rules);
    const told = decided.outcomes.map((outcome) =>
      outcome.ok
        ? `${outcome.receipt.amount} left ${outcome.receipt.balanceAfter}, ${outcome.receipt.replayed}`
        : outcome.error.code,
    );
    expect(told).toEqual([
      '300 left 500, false',
      '300 left 500, true',
      'FUNDS_INSUFFICIENT',
      '500 left 0, false',
      'FUNDS_INSUFFICIENT',
    ]);
    expect(decided.changed).toMatchObject([
      { id: mine, balance: 0n, lastSeq: 6n, paidOutThatDay: 800n },
      { id: theirs, balance: 1_600n, lastSeq: 6n, paidOutThatDay: 0n },
    ]);
  });

  test.each<PaymentKind>(['DEPOSIT', 'WITHDRAWAL', 'TRANSFER'])(
    'writes %s as one debit and one credit',
    (kind) => {
      const { bookings } = decideAll(stateOf({}), [ask({ kind })], rules);
      const rows = placed(bookings[0]!, () => 77n);
      const [debit, credit] = entriesOf([rows]).toSorted((one) => (one.amount < 0n ? -1 : 1));
      expect(debit).toMatchObject({ amount: -100n, seq: kind === 'DEPOSIT' ? 77n : 5n });
      expect(credit).toMatchObject({ amount: 100n, seq: kind === 'WITHDRAWAL' ? 77n : 5n });
      expect(transactionOf(rows)).toMatchObject({
        sourceAccountId: debit?.accountId,
        sourceSeq: debit?.seq,
        targetAccountId: credit?.accountId,
        targetSeq: credit?.seq,
      });
    },
  );
});
