import type { Pool } from '../../db/pool.ts';
import { assert } from '../../lib/assert.ts';
import type { Clock } from '../../lib/clock.ts';
import type { IdSource } from '../../lib/ids.ts';
import { accountDirectory } from '../accounts/index.ts';
import type { Keys } from '../keys/index.ts';
import type { Ledger, LedgerRequest } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { type Asked, BankError } from '../model/index.ts';
import { provesByApp } from '../people/index.ts';
import { type TypedName, withPayeeName } from './payee-name.ts';
import { numberOfTarget, type Target } from './payees/targets.ts';
import { approvalsNeeded, managersAsked, memberLinks } from '../shared/index.ts';
import { requestMaker, type Wanted } from './request.ts';
import { bookRounded, quoteRounded } from './rounded.ts';
import { payeeLike, strangerTo } from './strangers.ts';
import { accountOfDue } from './requests/index.ts';

export interface Order {
  readonly wish: m.AmountWish;
  readonly memo: string | null;
}

/** What a card showed besides the order: its fee, where there is one. */
export interface Shown {
  readonly fee?: m.Balance | undefined;
}

/** The customer's own accounts: their main one unless given. */
export interface Outgoing extends Order {
  readonly from?: m.AccountNumber | undefined;
}
export interface Incoming extends Order {
  readonly into?: m.AccountNumber | undefined;
}

/**
 * Quotes move nothing and throw what booking would throw. Bookings are idempotent by `requestId`:
 * the same request again returns the same receipt with `replayed: true`. In order of precedence:
 * AMOUNT_UNCLEAR (a share of the balance as a deposit), REQUEST_REUSED, SESSION_EXPIRED (also for
 * an account that is not the customer's own), ACCOUNT_CLOSED, ACCOUNT_FROZEN, ACCOUNT_LOCKED,
 * TARGET_SAME, TARGET_UNAVAILABLE (MEMBER_UNAVAILABLE in a quote for a member),
 * AMOUNT_ABOVE_LIMIT, FEE_ABOVE_AMOUNT, FUNDS_INSUFFICIENT, AMOUNT_CHANGED (a share of the balance
 * that is not what its card showed), FEE_CHANGED, LIMIT_LOWERED, DAY_LIMIT_REACHED,
 * OWN_LIMIT_REACHED, STEP_UP_NEEDED, BALANCE_TOO_LARGE; BANK_BUSY
 * (nothing moved) and OUTCOME_UNKNOWN (ask again with the same request) at any time. Cards of
 * transfers also throw REQUESTS_TOO_MANY, before all else, and NICKNAME_UNKNOWN, PAYEE_UNCLEAR and
 * TRANSACTION_UNKNOWN for a payee that is not named by a number or as a member. What pays a
 * request also throws REQUEST_UNKNOWN, REQUEST_ENDED and REQUEST_EXCEEDED, after SESSION_EXPIRED.
 * A payment from or to a pot throws POT_ONLY_SAVES. One with a round-up throws ROUND_UP_CHANGED
 * where the round-up, or both together, can no longer be paid.
 */
export interface PaymentsService {
  /** Whether deposits are booked at once, or asked for and approved by a teller. */
  readonly deposits: 'open' | 'approval';
  quoteDeposit(session: m.Session, order: Incoming): Promise<m.Quote>;
  quoteWithdrawal(session: m.Session, order: Outgoing): Promise<m.Quote>;
  /**
   * Resolves the payee to the account number the booking must use, so that it cannot change. A name
   * that does not match needs a proof. The name of a payee under 18 is not shown to strangers: to
   * customers who have not paid them before.
   */
  quoteTransfer(
    session: m.Session,
    order: Outgoing & TypedName & { readonly target: Target },
  ): Promise<m.Quote & { readonly accountNumber: m.AccountNumber; readonly pays?: m.RequestId }>;
  /** Also throws DEPOSIT_NEEDS_APPROVAL, first. */
  deposit(session: m.Session, booking: Incoming & Shown & m.Confirmed): Promise<m.Receipt>;
  /** Books nothing yet; the same request again is the same one. Also throws DEPOSITS_WAITING. */
  askDeposit(session: m.Session, booking: Incoming & Shown & m.Confirmed): Promise<Asked>;
  withdraw(session: m.Session, booking: Outgoing & Shown & m.Confirmed): Promise<m.Receipt>;
  /**
   * Asks the managers of the shared account `from`, as the card said; the money is set aside. The
   * same request again is the same one. A withdrawal unless `accountNumber` is given. Throws as the
   * booking, SHARED_APPROVERS, and SHARED_APPROVAL where none is needed any more.
   */
  askManagers(
    session: m.Session,
    booking: Outgoing &
      Shown &
      m.Confirmed & {
        readonly accountNumber?: m.AccountNumber | undefined;
        readonly pays?: m.RequestId | undefined;
      },
  ): Promise<m.SharedApproval>;
  transfer(
    session: m.Session,
    booking: Outgoing &
      Shown &
      m.Confirmed & {
        readonly accountNumber: m.AccountNumber;
        /** What a request asks of the customer: it is booked only while that is open. */
        readonly pays?: m.RequestId | undefined;
        /** What the card said is put aside. */
        readonly roundUp?: m.RoundUp | undefined;
      },
  ): Promise<m.Receipt>;
}

/**
 * A login proves who pays a first payment for so long, up to the amount above which each payment
 * needs a proof.
 */
const freshMs = 5 * 60_000;

/** A login takes the password, which proves nothing more once an authenticator app is set up. */
const isFreshlyProved = async (pool: Pool, { ageMs, customerId }: m.Session): Promise<boolean> =>
  ageMs < freshMs && !(await provesByApp(pool, customerId));

/** The payee's account number; of a request to pay also what is paid. */
async function payeeOf(
  tools: { readonly pool: Pool; readonly limits: m.SessionLimits },
  session: m.Session,
  target: Target,
): Promise<{ readonly payeeNumber: m.AccountNumber | null; readonly pays?: m.RequestId }> {
  if ('payerOf' in target) {
    const due = await accountOfDue(tools.pool, target.payerOf, session.customerId);
    if (due !== null) return { payeeNumber: due.accountNumber, pays: due.id };
  }
  return { payeeNumber: await numberOfTarget(tools, session, target) };
}

/** How many managers of a shared account must approve it first. */
async function approvalsOf(
  pool: Pool,
  { links }: LedgerRequest,
  { kind, amount }: Pick<m.Quote, 'kind' | 'amount'>,
): Promise<Pick<m.Quote, 'approvals'>> {
  if (links?.member === undefined || kind === 'DEPOSIT') return {};
  const needed = await approvalsNeeded(pool, links.member, amount);
  return needed === 0 ? {} : { approvals: needed };
}

const asking =
  (
    tools: Parameters<typeof managersAsked>[0],
    requestOf: ReturnType<typeof requestMaker>,
  ): PaymentsService['askManagers'] =>
  async (session, { from: ownNumber, accountNumber, ...booking }) => {
    const payeeNumber = accountNumber ?? null;
    const kind = payeeNumber === null ? 'WITHDRAWAL' : 'TRANSFER';
    const wanted = { ...booking, kind, ownNumber, payeeNumber } as const;
    return managersAsked(tools)({ session, request: await requestOf(session, wanted) });
  };

const isOutgoing = (kind: Wanted['kind']): boolean => kind !== 'DEPOSIT';

export function createPayments(tools: {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly keys: Keys;
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

  const requestOf = requestMaker({ directory, memberLink: memberLinks(pool), currency });
  const quote = async (session: m.Session, wanted: Omit<Wanted, 'requestId'>): Promise<m.Quote> => {
    const asked = { ...wanted, fee: null, requestId: nextId() as m.RequestId };
    const { request, quoted } = await quoteRounded(tools, requestOf, { session, wanted: asked });
    const [{ source: from, target: to }] = request.postings;
    const payers =
      wanted.kind === 'TRANSFER' && to !== null
        ? await strangerTo(pool, session.customerId, { from, to })
        : null;
    const firstPayment = payers !== null;
    const alike = payers === null ? null : await payeeLike(pool, payers, quoted.to);
    const isLarge = stepUpAbove !== null && quoted.amount > stepUpAbove;
    const isRisky = firstPayment && (alike !== null || !(await isFreshlyProved(pool, session)));
    const asksProof = stepUpAbove !== null && isOutgoing(wanted.kind);
    const needsProof = asksProof && (isLarge || isRisky);
    return {
      ...quoted,
      firstPayment,
      needsProof,
      ...(alike === null ? {} : { alike }),
      ...(await approvalsOf(pool, request, quoted)),
    };
  };
  const book = async (session: m.Session, wanted: Wanted): Promise<m.Receipt> =>
    bookRounded(ledger, await requestOf(session, wanted), wanted.roundUp);

  return {
    deposits,
    askDeposit,
    quoteDeposit: async (session, { into: ownNumber, wish, memo }) =>
      quote(session, { kind: 'DEPOSIT', ownNumber, payeeNumber: null, wish, memo }),
    quoteWithdrawal: async (session, { from: ownNumber, wish, memo }) =>
      quote(session, { kind: 'WITHDRAWAL', ownNumber, payeeNumber: null, wish, memo }),
    quoteTransfer: async (session, { from: ownNumber, target, wish, memo, ...typed }) => {
      const { payeeNumber, pays } = await payeeOf(tools, session, target);
      const wanted = { kind: 'TRANSFER', ownNumber, payeeNumber, wish, memo, pays } as const;
      const quoted = await quote(session, wanted).catch((error: unknown) => {
        const unavailable = error instanceof BankError && error.code === 'TARGET_UNAVAILABLE';
        const byName = unavailable && 'discordUserId' in target;
        throw byName ? new BankError('MEMBER_UNAVAILABLE') : error;
      });
      assert(payeeNumber !== null, 'a quoted transfer has a payee');
      const about = { accountNumber: payeeNumber, typed };
      const named = await withPayeeName(tools, quoted, about);
      const linked = pays === undefined ? {} : { pays };
      return { ...named, accountNumber: payeeNumber, ...linked };
    },
    deposit: async (session, { into: ownNumber, requestId, wish, memo, fee }) => {
      if (deposits === 'approval') throw new BankError('DEPOSIT_NEEDS_APPROVAL');
      return book(session, {
        kind: 'DEPOSIT',
        requestId,
        ownNumber,
        payeeNumber: null,
        wish,
        memo,
        fee,
      });
    },
    askManagers: asking(tools, requestOf),
    withdraw: async (session, { from: ownNumber, ...booking }) =>
      book(session, { ...booking, kind: 'WITHDRAWAL', ownNumber, payeeNumber: null }),
    transfer: async (session, { from: ownNumber, accountNumber: payeeNumber, ...booking }) =>
      book(session, { ...booking, kind: 'TRANSFER', ownNumber, payeeNumber }),
  };
}
