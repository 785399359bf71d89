/** A customer's own profile, read only with a live session. */
import type { Reader } from '../../../db/pool.ts';
import { bytesOf, instantOf, integerOf, textOf } from '../../../db/rows.ts';
import { mainAccountClause, readingClause, readingTimes } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import type { SessionLimits } from '../../model/index.ts';

export interface ProfileRow {
  readonly customerId: m.CustomerId;
  readonly sealed: Buffer;
  readonly wrappedKey: Buffer;
  readonly accountNumber: m.AccountNumber;
  readonly registeredAt: Date;
  readonly passwordChangedAt: Date;
  readonly recoveryCodesLeft: number;
}

const selectOfSession = `
  SELECT d.sealed, d.wrapped_key, a.account_number, c.registered_at, k.changed_at,
    (SELECT COUNT(*)
     FROM recovery_codes AS r
     WHERE r.customer_id = c.id AND r.used_at IS NULL) AS codes_left
  FROM sessions AS s
  JOIN customers AS c ON c.id = s.customer_id
  JOIN customer_details AS d ON d.customer_id = c.id
  JOIN credentials AS k ON k.customer_id = c.id
  JOIN accounts AS a ON a.id = ${mainAccountClause}
  WHERE s.id = ? AND s.customer_id = ? AND ${readingClause}`;

/** Null when the session is over. */
export async function findProfile(
  reader: Reader,
  session: m.Session,
  limits: SessionLimits,
): Promise<ProfileRow | null> {
  const values = [session.id, session.customerId, ...readingTimes(limits)];
  const [row] = await reader.rows(selectOfSession, values);
  if (row === undefined) return null;
  return {
    customerId: session.customerId,
    sealed: bytesOf(row, 'sealed'),
    wrappedKey: bytesOf(row, 'wrapped_key'),
    accountNumber: textOf(row, 'account_number') as m.AccountNumber,
    registeredAt: instantOf(row, 'registered_at'),
    passwordChangedAt: instantOf(row, 'changed_at'),
    recoveryCodesLeft: integerOf(row, 'codes_left'),
  };
}
