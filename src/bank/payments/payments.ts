import type { Pool } from '../../db/pool.ts';
import { assert } from '../../lib/assert.ts';
import type { IdSource } from '../../lib/ids.ts';
import { accountDirectory, accountNumberOfMember } from '../accounts/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { type Asked, BankError, numberTail, skeletonOf } from '../model/index.ts';
import { hasPaid, paidParties } from '../records/index.ts';
import { requestMaker, type Wanted } from './request.ts';

export interface Order {
  readonly wish: m.AmountWish;
  readonly memo: string | null;
}

export type Target =
  { readonly accountNumber: m.AccountNumber } | { readonly discordUserId: m.DiscordUserId };

/**
 * Quotes move nothing and throw what booking would throw. Bookings are idempotent by `requestId`:
 * the same request again returns the same receipt with `replayed: true`. In order of precedence:
 * AMOUNT_UNCLEAR (a share of the balance as a deposit), REQUEST_REUSED, SESSION_EXPIRED,
 * ACCOUNT_CLOSED, ACCOUNT_FROZEN, ACCOUNT_LOCKED, TARGET_SAME, TARGET_UNAVAILABLE
 * (MEMBER_UNAVAILABLE in a quote for a member), AMOUNT_ABOVE_LIMIT, FUNDS_INSUFFICIENT,
 * AMOUNT_CHANGED (a share of the balance that is not what its card showed), LIMIT_LOWERED,
 * DAY_LIMIT_REACHED, STEP_UP_NEEDED, BALANCE_TOO_LARGE; BANK_BUSY (nothing moved) and
 * OUTCOME_UNKNOWN (ask again with the same request) at any time. Cards of transfers also throw
 * REQUESTS_TOO_MANY, before all else.
 */
export interface PaymentsService {
  /** Whether deposits are booked at once, or asked for and approved by a teller. */
  readonly deposits: 'open' | 'approval';
  quoteDeposit(session: m.Session, order: Order): Promise<m.Quote>;
  quoteWithdrawal(session: m.Session, order: Order): Promise<m.Quote>;
  /** Resolves a member to the account number the booking must use, so that it cannot change. */
  quoteTransfer(
    session: m.Session,
    order: Order & { readonly target: Target },
  ): Promise<m.Quote & { readonly accountNumber: m.AccountNumber }>;
  /** Also throws DEPOSIT_NEEDS_APPROVAL, first. */
  deposit(session: m.Session, booking: Order & m.Confirmed): Promise<m.Receipt>;
  /** Books nothing yet; the same request again is the same one. Also throws DEPOSITS_WAITING. */
  askDeposit(session: m.Session, booking: Order & m.Confirmed): Promise<Asked>;
  withdraw(session: m.Session, booking: Order & m.Confirmed): Promise<m.Receipt>;
  transfer(
    session: m.Session,
    booking: Order & m.Confirmed & { readonly accountNumber: m.AccountNumber },
  ): Promise<m.Receipt>;
}

/** Older payments than the newest so many entries count as forgotten: the card warns again. */
const payeeMemory = 5_000;

/** Somebody paid before whose name looks like this one's, who is paid for the first time. */
async function payeeLike(
  pool: Pool,
  own: m.AccountId,
  to: m.PartyView,
): Promise<m.PartyView | null> {
  const looks = skeletonOf(to.name);
  const paid = await paidParties(pool, own, payeeMemory);
  const found = paid.find(({ name }) => skeletonOf(name) === looks);
  return found ? { name: found.name, numberTail: numberTail(found.accountNumber) } : null;
}

export function createPayments(tools: {
  readonly pool: Pool;
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
    const firstPayment =
      wanted.kind === 'TRANSFER' &&
      to !== null &&
      !(await hasPaid(pool, { from, to }, payeeMemory));
    const alike = firstPayment ? await payeeLike(pool, from, quoted.to) : null;
    const isLarge = stepUpAbove !== null && quoted.amount > stepUpAbove;
    const isOutgoing = stepUpAbove !== null && wanted.kind !== 'DEPOSIT';
    const needsProof = isOutgoing && (isLarge || firstPayment);
    return { ...quoted, firstPayment, needsProof, ...(alike === null ? {} : { alike }) };
  };
  const numberOf = async (target: Target): Promise<m.AccountNumber | null> =>
    'accountNumber' in target
      ? target.accountNumber
      : accountNumberOfMember(pool, target.discordUserId);
  const book = async (session: m.Session, wanted: Wanted): Promise<m.Receipt> =>
    ledger.book(await requestOf(session, wanted));

  return {
    deposits,
    askDeposit,
    quoteDeposit: async (session, { wish, memo }) =>
      quote(session, { kind: 'DEPOSIT', payeeNumber: null, wish, memo }),
    quoteWithdrawal: async (session, { wish, memo }) =>
      quote(session, { kind: 'WITHDRAWAL', payeeNumber: null, wish, memo }),
    quoteTransfer: async (session, { target, wish, memo }) => {
      const accountNumber = await numberOf(target);
      const wanted = { kind: 'TRANSFER', payeeNumber: accountNumber, wish, memo } as const;
      const quoted = await quote(session, wanted).catch((error: unknown) => {
        const unavailable = error instanceof BankError && error.code === 'TARGET_UNAVAILABLE';
        const byName = unavailable && 'discordUserId' in target;
        throw byName ? new BankError('MEMBER_UNAVAILABLE') : error;
      });
      assert(accountNumber !== null, 'a quoted transfer has a payee');
      return { ...quoted, accountNumber };
    },
    deposit: async (session, { requestId, wish, memo }) => {
      if (deposits === 'approval') throw new BankError('DEPOSIT_NEEDS_APPROVAL');
      return book(session, { kind: 'DEPOSIT', requestId, payeeNumber: null, wish, memo });
    },
    withdraw: async (session, booking) =>
      book(session, { ...booking, kind: 'WITHDRAWAL', payeeNumber: null }),
    transfer: async (session, { accountNumber: payeeNumber, ...booking }) =>
      book(session, { ...booking, kind: 'TRANSFER', payeeNumber }),
  };
}
