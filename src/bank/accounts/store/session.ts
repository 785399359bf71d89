/** The condition under which a session can read, for queries that return a customer's own data. */
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import type { SessionLimits } from '../../model/index.ts';

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

const selectMovingLocked = `
  SELECT 1 AS live
  FROM sessions AS s
  WHERE s.id = ? AND s.customer_id = ? AND ${movingClause}
  FOR UPDATE`;

/**
 * For changes made with the session: whether it can move money. It cannot be ended before the
 * change commits.
 */
export async function lockLiveSession(
  tx: Tx,
  session: Pick<m.Session, 'id' | 'customerId'>,
  limits: SessionLimits,
): Promise<boolean> {
  const values = [session.id, session.customerId, ...movingTimes(limits)];
  return (await tx.rows(selectMovingLocked, values)).length > 0;
}
