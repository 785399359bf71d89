/** What staff need of customers' requests. */
import type { Reader } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { cancelIn } from './ending.ts';
import { findOwnDues, newestDuesOf, readDueViews } from './store/due-views.ts';
import { readDuesOf } from './store/dues.ts';
import { findRequest, readRequests } from './store/requests.ts';

/** The newest requests that a customer got and made, in any state. */
export interface RequestsOf {
  readonly got: readonly m.OwnDue[];
  readonly made: readonly m.RequestSummary[];
}

/** A request with the customers whose business it is. */
export interface RequestParties {
  readonly asker: m.CustomerId;
  readonly payers: readonly m.CustomerId[];
}

const listedMax = 15;

export const requestsOf = async (
  reader: Reader,
  customerId: m.CustomerId,
): Promise<RequestsOf> => ({
  got: await findOwnDues(reader, await newestDuesOf(reader, customerId, listedMax)),
  made: await readRequests(reader, customerId, { cursor: null, limit: listedMax }),
});

/** Null when no request has the id. */
export async function findParties(reader: Reader, id: m.RequestId): Promise<RequestParties | null> {
  const found = await findRequest(reader, id);
  if (found === null) return null;
  const payers = (await readDuesOf(reader, id)).map(({ payer }) => payer);
  return { asker: found.asker, payers };
}

/** Throws REQUEST_REFERENCE_UNKNOWN. */
export async function partiesOf(reader: Reader, id: m.RequestId): Promise<RequestParties> {
  const found = await findParties(reader, id);
  if (found === null) throw new BankError('REQUEST_REFERENCE_UNKNOWN');
  return found;
}

/** Throws REQUEST_REFERENCE_UNKNOWN. */
export async function requestView(reader: Reader, id: m.RequestId): Promise<m.RequestView> {
  const found = await findRequest(reader, id);
  if (found === null) throw new BankError('REQUEST_REFERENCE_UNKNOWN');
  return { ...found.summary, dues: await readDueViews(reader, id) };
}

/** In the transaction of the act. The payers who could still have paid, with their dues. */
export async function cancelForAsker(
  tx: Tx,
  id: m.RequestId,
  asker: m.CustomerId,
): Promise<readonly { readonly dueId: m.RequestId; readonly payer: m.CustomerId }[]> {
  const open = await cancelIn(tx, id, asker);
  return open.map(({ id: dueId, payer }) => ({ dueId, payer }));
}
