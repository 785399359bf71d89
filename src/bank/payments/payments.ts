import type { Pool } from '../../db/pool.ts';
import { assert } from '../../lib/assert.ts';
import type { IdSource } from '../../lib/ids.ts';
import { accountDirectory, accountIdsOf, accountNumberOfMember } from '../accounts/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { type Asked, BankError, numberTail, skeletonOf } from '../model/index.ts';
import { provesByApp } from '../people/index.ts';
import { hasPaid, paidParties } from '../records/index.ts';
import { ownTransfer } from './acts.ts';
import { requestMaker, type Wanted } from './request.ts';

export interface Order {
  readonly wish: m.AmountWish;
  readonly memo: string | null;
}

/** The customer's own accounts: their first one unless given. */
export interface Outgoing extends Order {
  readonly from?: m.AccountNumber | undefined;
}
export interface Incoming extends Order {
  readonly into?: m.AccountNumber | undefined;
}

export type Target =
  | { readonly accountNumber: m.AccountNumber }
  | { readonly discordUserId: m.DiscordUserId }
  /** The payer of a transfer that the customer received. */
  | { readonly payerOf: m.RequestId };

/**
 * Quotes move nothing and throw what booking would throw. Bookings are idempotent by `requestId`:
 * the same request again returns the same receipt with `replayed: true`. In order of precedence:
 * AMOUNT_UNCLEAR (a share of the balance as a deposit), REQUEST_REUSED, SESSION_EXPIRED (also for
 * an account that is not the customer's own), ACCOUNT_CLOSED, ACCOUNT_FROZEN, ACCOUNT_LOCKED,
 * TARGET_SAME, TARGET_UNAVAILABLE (MEMBER_UNAVAILABLE in a quote for a member),
 * AMOUNT_ABOVE_LIMIT, FUNDS_INSUFFICIENT, AMOUNT_CHANGED (a share of the balance that is not what
 * its card showed), LIMIT_LOWERED, DAY_LIMIT_REACHED, STEP_UP_NEEDED, BALANCE_TOO_LARGE; BANK_BUSY
 * (nothing moved) and OUTCOME_UNKNOWN (ask again with the same request) at any time. Cards of
 * transfers also throw REQUESTS_TOO_MANY, before all else, and TRANSACTION_UNKNOWN for the payer of
 * a transfer that the customer did not receive.
 */
export interface PaymentsService {
  /** Whether deposits are booked at once, or asked for and approved by a teller. */
  readonly deposits: 'open' | 'approval';
  quoteDeposit(session: m.Session, order: Incoming): Promise<m.Quote>;
  quoteWithdrawal(session: m.Session, order: Outgoing): Promise<m.Quote>;
  /** Resolves a member to the account number the booking must use, so that it cannot change. */
  quoteTransfer(
    session: m.Session,
    order: Outgoing & { readonly target: Target },
  ): Promise<m.Quote & { readonly accountNumber: m.AccountNumber }>;
  /** Also throws DEPOSIT_NEEDS_APPROVAL, first. */
  deposit(session: m.Session, booking: Incoming & m.Confirmed): Promise<m.Receipt>;
  /** Books nothing yet; the same request again is the same one. Also throws DEPOSITS_WAITING. */
  askDeposit(session: m.Session, booking: Incoming & m.Confirmed): Promise<Asked>;
  withdraw(session: m.Session, booking: Outgoing & m.Confirmed): Promise<m.Receipt>;
  transfer(
    session: m.Session,
    booking: Outgoing & m.Confirmed & { readonly accountNumber: m.AccountNumber },
  ): Promise<m.Receipt>;
}

/**
 * A login proves who pays a first payment for so long, up to the amount above which each payment
 * needs a proof.
 */
const freshMs = 5 * 60_000;

/** Older payments than the newest so many entries count as forgotten: the card warns again. */
const payeeMemory = 5_000;

/** A payee paid before, from any of the accounts, whose name looks like this new one's. */
async function payeeLike(
  pool: Pool,
  own: readonly m.AccountId[],
  to: m.PartyView,
): Promise<m.PartyView | null> {
  const looks = skeletonOf(to.name);
  for (const account of own) {
    const paid = await paidParties(pool, account, payeeMemory);
    const found = paid.find(({ name }) => skeletonOf(name) === looks);
    if (found) return { name: found.name, numberTail: numberTail(found.accountNumber) };
  }
  return null;
}

/**
 * The customer's own accounts when none of them has paid this one before, nor is this one; null
 * otherwise. The account that pays is looked at first, as it is the likeliest to have paid.
 */
async function strangerTo(
  pool: Pool,
  customerId: m.CustomerId,
  { from, to }: { readonly from: m.AccountId; readonly to: m.AccountId },
): Promise<readonly m.AccountId[] | null> {
  if (await hasPaid(pool, { from, to }, payeeMemory)) return null;
  const own = await accountIdsOf(pool, customerId);
  if (own.includes(to)) return null;
  for (const other of own) {
    if (other !== from && (await hasPaid(pool, { from: other, to }, payeeMemory))) return null;
  }
  return own;
}

/** A login takes the password, which proves nothing more once an authenticator app is set up. */
const isFreshlyProved = async (pool: Pool, { ageMs, customerId }: m.Session): Promise<boolean> =>
  ageMs < freshMs && !(await provesByApp(pool, customerId));

export function createPayments(tools: {
  readonly pool: Pool;
  readonly limits: m.SessionLimits;
  readonly nextId: IdSource;
  readonly ledger: Ledger;
  readonly currency: m.Currency;
  readonly deposits: 'open' | 'approval';
  readonly stepUpAbove: bigint | null;
  readonly askDeposit: PaymentsService['askDeposit'];
}): PaymentsService {
  const { pool, nextId, ledger, currency, deposits, askDeposit, stepUpAbove } = tools;
  const directory = accountDirectory(pool);

  const requestOf = requestMaker({ directory, currency });
  const quote = async (session: m.Session, wanted: Omit<Wanted, 'requestId'>): Promise<m.Quote> => {
    const request = await requestOf(session, { ...wanted, requestId: nextId() as m.RequestId });
    const quoted = await ledger.quote(request);
    const [{ source: from, target: to }] = request.postings;
    const payers =
      wanted.kind === 'TRANSFER' && to !== null
        ? await strangerTo(pool, session.customerId, { from, to })
        : null;
    const firstPayment = payers !== null;
    const alike = payers === null ? null : await payeeLike(pool, payers, quoted.to);
    const isLarge = stepUpAbove !== null && quoted.amount > stepUpAbove;
    const isOutgoing = stepUpAbove !== null && wanted.kind !== 'DEPOSIT';
    const isRisky = firstPayment && (alike !== null || !(await isFreshlyProved(pool, session)));
    const needsProof = isOutgoing && (isLarge || isRisky);
    return { ...quoted, firstPayment, needsProof, ...(alike === null ? {} : { alike }) };
  };
  const numberOf = async (session: m.Session, target: Target) => {
    if ('accountNumber' in target) return target.accountNumber;
    if ('discordUserId' in target) return accountNumberOfMember(pool, target.discordUserId);
    const received = { id: target.payerOf, end: 'target' } as const;
    return (await ownTransfer(tools, session, received)).source.accountNumber;
  };
  const book = async (session: m.Session, wanted: Wanted): Promise<m.Receipt> =>
    ledger.book(await requestOf(session, wanted));

  return {
    deposits,
    askDeposit,
    quoteDeposit: async (session, { into: ownNumber, wish, memo }) =>
      quote(session, { kind: 'DEPOSIT', ownNumber, payeeNumber: null, wish, memo }),
    quoteWithdrawal: async (session, { from: ownNumber, wish, memo }) =>
      quote(session, { kind: 'WITHDRAWAL', ownNumber, payeeNumber: null, wish, memo }),
    quoteTransfer: async (session, { from: ownNumber, target, wish, memo }) => {
      const payeeNumber = await numberOf(session, target);
      const wanted = { kind: 'TRANSFER', ownNumber, payeeNumber, wish, memo } as const;
      const quoted = await quote(session, wanted).catch((error: unknown) => {
        const unavailable = error instanceof BankError && error.code === 'TARGET_UNAVAILABLE';
        const byName = unavailable && 'discordUserId' in target;
        throw byName ? new BankError('MEMBER_UNAVAILABLE') : error;
      });
      assert(payeeNumber !== null, 'a quoted transfer has a payee');
      return { ...quoted, accountNumber: payeeNumber };
    },
    deposit: async (session, { into: ownNumber, requestId, wish, memo }) => {
      if (deposits === 'approval') throw new BankError('DEPOSIT_NEEDS_APPROVAL');
      return book(session, {
        kind: 'DEPOSIT',
        requestId,
        ownNumber,
        payeeNumber: null,
        wish,
        memo,
      });
    },
    withdraw: async (session, { from: ownNumber, ...booking }) =>
      book(session, { ...booking, kind: 'WITHDRAWAL', ownNumber, payeeNumber: null }),
    transfer: async (session, { from: ownNumber, accountNumber: payeeNumber, ...booking }) =>
      book(session, { ...booking, kind: 'TRANSFER', ownNumber, payeeNumber }),
  };
}
