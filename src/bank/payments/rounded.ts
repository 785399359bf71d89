/** A payment with its round-up: quoted with it where that suffices, booked as the card said. */
import type { Pool } from '../../db/pool.ts';
import type { Ledger, LedgerRequest } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError, type ErrorCode } from '../model/index.ts';
import { approvalsNeeded } from '../shared/index.ts';
import { roundUpOf } from './pots/round-ups.ts';
import { ownerOf } from './pots/store/accounts.ts';
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

/** Of the owner of the account that pays; null where nothing is put aside. */
async function roundUpFor(
  tools: { readonly pool: Pool; readonly currency: m.Currency },
  { postings, links }: LedgerRequest,
  { session, amount }: { readonly session: m.Session; readonly amount: bigint },
): Promise<m.RoundUp | null> {
  const { pool } = tools;
  const [{ source, target }] = postings;
  const member = links?.member;
  if (member === undefined) return roundUpOf(tools, session.customerId, { amount, target });
  if ((await approvalsNeeded(pool, member, amount)) > 0) return null;
  const holderId = await ownerOf(pool, source);
  return holderId === null ? null : roundUpOf(tools, holderId, { amount, target });
}

/**
 * Transfers of an exact amount to other customers are rounded up. A share of the balance is not,
 * and neither are withdrawals, standing orders and payments that managers approve.
 */
export async function quoteRounded(
  tools: { readonly pool: Pool; readonly ledger: Ledger; readonly currency: m.Currency },
  requestOf: RequestOf,
  { session, wanted }: { readonly session: m.Session; readonly wanted: Wanted },
) {
  const { ledger } = tools;
  const request = await requestOf(session, wanted);
  const { kind, wish } = wanted;
  const roundUp =
    kind === 'TRANSFER' && wish.kind === 'exact'
      ? await roundUpFor(tools, request, { session, amount: wish.amount })
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
