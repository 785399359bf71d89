/** A customer's requests for the export of their data. */
import type { Reader } from '../../../../db/pool.ts';
import { bigintOf, instantOf, type Row, textOf, textOrNull } from '../../../../db/rows.ts';
import type * as m from '../../../model/index.ts';
import { referenceOf } from '../../../model/index.ts';
import { dueOf } from './dues.ts';
import { partyOf } from './requests.ts';

const columns = `r.id AS reference_id, r.memo, r.due_on, r.created_at, d.id, d.request_id,
    d.payer_customer_id, d.account_id, d.amount, d.paid, d.state, d.changed_at, d.expires_at,
    SYSDATE(6) AS read_at, a.holder_name, a.account_number`;
const tables = `request_dues AS d
  JOIN payment_requests AS r ON r.id = d.request_id`;
const selectMade = `
  SELECT ${columns}
  FROM ${tables}
  JOIN accounts AS a ON a.id = (
    SELECT MIN(o.id) FROM accounts AS o WHERE o.customer_id = d.payer_customer_id)
  WHERE r.asker_customer_id = ?
  ORDER BY r.id DESC, d.place
  LIMIT ?`;
const selectGot = `
  SELECT ${columns}
  FROM ${tables}
  JOIN accounts AS a ON a.id = d.account_id
  WHERE d.payer_customer_id = ?
  ORDER BY d.id DESC
  LIMIT ?`;

/** What one payer was asked for, with the other side: the payer, or the asker. */
export interface ExportedDue {
  readonly reference: m.Reference;
  readonly with: m.PartyView;
  readonly memo: string | null;
  /** YYYY-MM-DD. */
  readonly dueOn: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly amount: bigint;
  readonly paid: bigint;
  readonly state: m.DueState;
  readonly changedAt: Date;
}

const exportedOf = (row: Row): ExportedDue => {
  const { amount, paid, state } = dueOf(row);
  return {
    reference: referenceOf(bigintOf(row, 'reference_id') as m.RequestId),
    with: partyOf(textOf(row, 'holder_name'), textOf(row, 'account_number')),
    memo: textOrNull(row, 'memo'),
    dueOn: textOrNull(row, 'due_on'),
    createdAt: instantOf(row, 'created_at'),
    expiresAt: instantOf(row, 'expires_at'),
    amount,
    paid,
    state,
    changedAt: instantOf(row, 'changed_at'),
  };
};

/** One for each payer of what the customer asked for, newest request first. */
export const exportedMade = async (
  reader: Reader,
  asker: m.CustomerId,
  limit: number,
): Promise<ExportedDue[]> => (await reader.rows(selectMade, [asker, limit])).map(exportedOf);

/** What the customer was asked for, newest first. */
export const exportedGot = async (
  reader: Reader,
  payer: m.CustomerId,
  limit: number,
): Promise<ExportedDue[]> => (await reader.rows(selectGot, [payer, limit])).map(exportedOf);
