/** The condition under which a session can read, for queries that return a customer's own data. */
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
