/**
 * Rows of other rooms that a transaction changes when it is booked, for example a request that it
 * pays. They are locked after the accounts, decided with the transaction and written with it.
 */
import type { Reader } from '../../db/pool.ts';
import type { Tx } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import type { Refused } from '../model/index.ts';
import { distinctIds } from './distinct-ids.ts';
import { customerOf, kindOf, type LedgerRequest, principalOf } from './request.ts';

/** A quote; a booking; money set aside; or the booking of what was set aside. */
export type LinkedStep = 'QUOTE' | 'BOOK' | 'HOLD' | 'CAPTURE';

/** What the linked row is asked to allow. */
export interface LinkedPayment {
  readonly step: LinkedStep;
  readonly requestId: m.RequestId;
  readonly kind: m.TransactionKind;
  /** Null: the bank itself. */
  readonly customerId: m.CustomerId | null;
  readonly target: m.AccountId | null;
  /** The account of which the customer disposes. */
  readonly principal: m.AccountId;
  /** Minor units; zero where the share of an empty account was asked for. */
  readonly amount: bigint;
}

export interface LinkedRow {
  /** The row as the payment leaves it, or why it refuses the payment. Changes nothing itself. */
  paid(payment: LinkedPayment): { readonly row: LinkedRow } | { readonly refusal: Refused };
}

export interface PaidRow {
  readonly payment: LinkedPayment;
  readonly row: LinkedRow;
}

/** One kind of linked rows, as its room offers it. A row that does not exist refuses payments. */
export interface LinkedRows {
  /** A row for each id, without locks. */
  read(reader: Reader, ids: readonly bigint[]): Promise<ReadonlyMap<bigint, LinkedRow>>;
  /** A row for each id, locked in the order of their ids until the transaction ends. */
  lock(tx: Tx, ids: readonly bigint[]): Promise<ReadonlyMap<bigint, LinkedRow>>;
  /** In the order of the payments; a row that several of them pay comes several times. */
  write(tx: Tx, paid: readonly PaidRow[], at: string): Promise<void>;
}

export type LinkedKinds = Readonly<Partial<Record<string, LinkedRows>>>;

/** Of a row in the state of a batch. */
export const linkKey = ({ kind, id }: m.Link): string => `${kind} ${id}`;

/** In the order in which their rows decide. */
export const linksOf = ({ links }: LedgerRequest): readonly m.Link[] =>
  [links?.member, links?.pays].filter((link) => link !== undefined);

function stepOf({ links, isHold }: LedgerRequest, mode: 'book' | 'quote'): LinkedStep {
  if (links?.captures !== undefined) return 'CAPTURE';
  if (mode === 'quote') return 'QUOTE';
  return isHold === true ? 'HOLD' : 'BOOK';
}

export function linkedPayment(
  request: LedgerRequest,
  amount: bigint,
  mode: 'book' | 'quote' = 'book',
): LinkedPayment {
  const { requestId, initiator, postings } = request;
  const step = stepOf(request, mode);
  const { target } = postings[0];
  const [customerId, principal] = [customerOf(initiator), principalOf(request)];
  return { step, requestId, kind: kindOf(request), customerId, target, principal, amount };
}

/** The rows that the requests name, by `linkKey`. */
export async function linkedRows(
  requests: readonly LedgerRequest[],
  kinds: LinkedKinds,
  get: (rows: LinkedRows, ids: readonly bigint[]) => Promise<ReadonlyMap<bigint, LinkedRow>>,
): Promise<ReadonlyMap<string, LinkedRow>> {
  const links = requests.flatMap(linksOf);
  const found = new Map<string, LinkedRow>();
  for (const kind of [...new Set(links.map((link) => link.kind))].sort()) {
    const rows = kinds[kind];
    assert(rows !== undefined, `the ledger knows linked rows of the kind ${kind}`);
    const wanted = links.filter((link) => link.kind === kind).map(({ id }) => id);
    for (const [id, row] of await get(rows, distinctIds(wanted))) {
      found.set(linkKey({ kind, id }), row);
    }
  }
  return found;
}
