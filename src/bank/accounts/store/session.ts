/** The condition under which a session can read, for queries that return a customer's own data. */
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { BankError, type SessionLimits } from '../../model/index.ts';

const proved = 'COALESCE(s.proved_at, s.created_at)';

/** For a table `sessions AS s`; takes the values of `readingTimes`. */
export const readingClause = `s.ended_at IS NULL
    AND (${proved} > NOW(6) - INTERVAL ? MICROSECOND
      OR (s.last_seen_at > NOW(6) - INTERVAL ? MICROSECOND
        AND ${proved} > NOW(6) - INTERVAL ? MICROSECOND))`;

export const readingTimes = ({ readMs, idleMs, absoluteMs }: SessionLimits): readonly number[] => [
  readMs * 1000,
  idleMs * 1000,
  absoluteMs * 1000,
];

/** For a table `sessions AS s`; takes the values of `movingTimes`. */
export const movingClause = `s.ended_at IS NULL
    AND s.last_seen_at > NOW(6) - INTERVAL ? MICROSECOND
    AND ${proved} > NOW(6) - INTERVAL ? MICROSECOND`;

export const movingTimes = ({ idleMs, absoluteMs }: SessionLimits): readonly number[] => [
  idleMs * 1000,
  absoluteMs * 1000,
];

const lockMoving = `
  SELECT s.id
  FROM sessions AS s
  WHERE s.id = ? AND s.customer_id = ? AND ${movingClause}
  FOR UPDATE`;

/** Locks a session that may change something. Throws SESSION_EXPIRED, also when it only reads. */
export async function lockMovingSession(
  tx: Tx,
  session: Pick<m.Session, 'id' | 'customerId'>,
  limits: SessionLimits,
): Promise<void> {
  const values = [session.id, session.customerId, ...movingTimes(limits)];
  const rows = await tx.rows(lockMoving, values);
  if (rows.length === 0) throw new BankError('SESSION_EXPIRED');
}
