/** A payment with its round-up: quoted with it where that suffices, booked as the card said. */
import type { Pool } from '../../db/pool.ts';
import type { Ledger, LedgerRequest } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError, type ErrorCode } from '../model/index.ts';
import { roundUpOf } from './pots/round-ups.ts';
import type { Wanted } from './request.ts';

/** What may be refused because of the round-up alone. */
const ofRoundUp: ReadonlySet<ErrorCode> = new Set([
  'FUNDS_INSUFFICIENT',
  'ACCOUNT_CLOSED',
  'BALANCE_TOO_LARGE',
]);
const isOfRoundUp = (error: unknown): boolean =>
  error instanceof BankError && ofRoundUp.has(error.code);

type RequestOf = (session: m.Session, wanted: Wanted) => Promise<LedgerRequest>;

/**
 * Transfers of an exact amount to other customers are rounded up. A share of the balance is not,
 * and neither are withdrawals, standing orders and payments from shared accounts.
 */
export async function quoteRounded(
  tools: { readonly pool: Pool; readonly ledger: Ledger; readonly currency: m.Currency },
  requestOf: RequestOf,
  { session, wanted }: { readonly session: m.Session; readonly wanted: Wanted },
) {
  const { ledger } = tools;
  const request = await requestOf(session, wanted);
  const { kind, wish } = wanted;
  const [{ target }] = request.postings;
  const isOwn = request.links?.member === undefined;
  const roundUp =
    isOwn && kind === 'TRANSFER' && wish.kind === 'exact'
      ? await roundUpOf(tools, session.customerId, { amount: wish.amount, target })
      : null;
  if (roundUp === null) return { request, quoted: await ledger.quote(request) };
  const rounded = await requestOf(session, { ...wanted, roundUp });
  const quotedWith = await ledger.quote(rounded).catch((error: unknown) => {
    if (isOfRoundUp(error)) return null;
    throw error;
  });
  const quoted = quotedWith ?? (await ledger.quote(request));
  return {
    request,
    quoted: { ...quoted, roundUp: { ...roundUp, isSkipped: quotedWith === null } },
  };
}

/** Throws ROUND_UP_CHANGED where it cannot be booked as the card said. */
export async function bookRounded(
  ledger: Ledger,
  request: LedgerRequest,
  roundUp: m.RoundUp | undefined,
): Promise<m.Receipt> {
  if (roundUp === undefined) return ledger.book(request);
  const receipt = await ledger.book(request).catch((error: unknown) => {
    throw isOfRoundUp(error) ? new BankError('ROUND_UP_CHANGED') : error;
  });
  return { ...receipt, roundUp };
}
