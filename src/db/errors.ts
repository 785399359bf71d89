/**
 * What the driver threw, judged by `errno` alone: mysql2 names some MariaDB errors wrongly.
 * Messages never repeat bound values; a duplicate key names its key and nothing else.
 */
export type DatabaseErrorKind =
  /** The whole transaction may be run again: 1213, 1205, 1020 and TiDB's conflicts. */
  | 'conflict'
  | 'duplicate'
  /** A CHECK, a foreign key or a NOT NULL refused the row. */
  | 'constraint'
  /** The connection is gone or in doubt; before COMMIT nothing has happened. */
  | 'lost'
  /** No connection or no time: nothing has happened. */
  | 'busy'
  /** The statement is wrong or not allowed: a defect or a wrong set-up. */
  | 'refused';

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly kind: DatabaseErrorKind;
  /** The server's number, or null when it did not answer. */
  readonly errno: number | null;
  /** For duplicates: the name of the key. For constraints: the constraint's, where it is told. */
  readonly key: string | null;
  /** The server has said nothing within the deadline. */
  readonly isSilent: boolean;
  /** The system's or the driver's code where the server did not answer, such as ECONNREFUSED. */
  readonly code: string | null;
  /** The server's own message, where it repeats no value. */
  readonly detail: string | null;

  constructor(
    message: string,
    facts: {
      kind: DatabaseErrorKind;
      errno?: number | null;
      key?: string | null;
      isSilent?: boolean;
      code?: string;
      detail?: string | null;
    },
  ) {
    super(message);
    this.kind = facts.kind;
    this.errno = facts.errno ?? null;
    this.key = facts.key ?? null;
    this.isSilent = facts.isSilent ?? false;
    this.code = facts.code ?? null;
    this.detail = facts.detail ?? null;
  }
}

/** COMMIT was sent and not answered: ask again with the same idempotent request, never assume. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** 1615: the tables changed under a prepared statement, which is prepared anew. */
const conflicts = new Set([1213, 1205, 1020, 1615, 9007, 8002, 8022, 8028, 8147]);
const duplicates = new Set([1062, 1586]);
const constraints = new Set([4025, 3819, 1451, 1452, 1048, 1364, 1406, 1264, 1690]);
/**
 * Shutdown, kill, aborted, idle for too long, read-only after a failover, not a member of the
 * cluster, or a statement that was prepared elsewhere.
 */
const losses = new Set([
  1053, 1927, 4031, 1159, 1161, 1047, 1290, 1836, 1792, 1152, 1158, 1160, 1243,
]);
/** The server keeps no more prepared statements; the same statement as text is served. */
export const preparedTooMany = 1461;
/** What MySQL says of some statements that were killed between two of their steps. */
const interrupted = 1105;
/** Connections, time, disk, memory or room for locks: the statement was undone. */
const shortages = new Set([
  interrupted,
  1040,
  1203,
  1226,
  1317,
  1969,
  3024,
  1021,
  1114,
  1030,
  1037,
  1038,
  1041,
  1135,
  1206,
  preparedTooMany,
]);
/** Messages that name tables, columns and constraints but repeat no value. */
const tellable = new Set([
  1044, 1045, 1049, 1050, 1054, 1060, 1061, 1064, 1091, 1136, 1142, 1146, 1193, 1227, 1305, 1048,
  1364, 1406, 1264, 4025, 3819, 1698,
]);

function kindOf(errno: number | null, fatal: boolean): DatabaseErrorKind {
  if (errno === null) return 'lost';
  if (conflicts.has(errno)) return 'conflict';
  if (duplicates.has(errno)) return 'duplicate';
  if (constraints.has(errno)) return 'constraint';
  if (losses.has(errno)) return 'lost';
  if (shortages.has(errno)) return 'busy';
  return fatal && errno < 1000 ? 'lost' : 'refused';
}

function keyOf(message: string): string | null {
  const named =
    /for key '([^']*)'$/.exec(message)?.[1] ??
    /CONSTRAINT `([^`]*)`/.exec(message)?.[1] ??
    // MySQL's words for what MariaDB says with CONSTRAINT.
    /^Check constraint '([^']*)'/.exec(message)?.[1];
  // MySQL 8 says `table.key`, MariaDB `key`.
  return named?.split('.').at(-1) ?? null;
}

/** Turns whatever the driver threw into our error, without the statement and its values. */
export function databaseError(thrown: unknown): DatabaseError {
  if (thrown instanceof DatabaseError) return thrown;
  const raw = (thrown ?? {}) as { errno?: unknown; fatal?: unknown; code?: unknown };
  // System errors carry negative numbers; only the server's own count.
  const errno = typeof raw.errno === 'number' && raw.errno > 0 ? raw.errno : null;
  const kind = kindOf(errno, raw.fatal === true);
  const message = thrown instanceof Error ? thrown.message : '';
  if (errno === null) {
    const code = typeof raw.code === 'string' ? raw.code : 'connection';
    return new DatabaseError(`The database did not answer (${code})`, { kind, code });
  }
  const detail = tellable.has(errno) ? message : null;
  const suffix = detail === null ? '' : `: ${detail}`;
  return new DatabaseError(`Database error ${errno} (${kind})${suffix}`, {
    kind,
    errno,
    detail,
    key: kind === 'duplicate' || kind === 'constraint' ? keyOf(message) : null,
  });
}

/** Whether a unique key refused the row; name the key where a table has several. */
export function isDuplicate(error: unknown, key?: string): boolean {
  return (
    error instanceof DatabaseError &&
    error.kind === 'duplicate' &&
    (key === undefined || error.key === key)
  );
}

/**
 * The database took its statement and said no: a constraint, a key or the statement itself. Nothing
 * was changed, and asking the same again brings the same answer.
 */
export function isRefused(error: unknown): boolean {
  return (
    error instanceof DatabaseError && ['constraint', 'duplicate', 'refused'].includes(error.kind)
  );
}

/** The database is away, full or too slow, and nothing was changed. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof DatabaseError && ['lost', 'busy', 'conflict'].includes(error.kind);
}
