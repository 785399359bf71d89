/**
 * Classifies driver errors by `errno` alone, because mysql2 misnames some MariaDB errors.
 * Messages never repeat bound values; a duplicate-key error gives only the name of the key.
 */
import { OwnError } from '../lib/own-error.ts';
export type DatabaseErrorKind =
  /** The whole transaction may be retried: 1213, 1205, 1020 and TiDB's conflicts. */
  | 'conflict'
  | 'duplicate'
  /** The row violates a CHECK, a foreign key or a NOT NULL. */
  | 'constraint'
  /** The connection is gone or unreliable; if COMMIT was not sent, nothing was changed. */
  | 'lost'
  /** No connection was free, or the deadline passed: nothing was changed. */
  | 'busy'
  /** The statement is invalid or not permitted: a defect or a wrong set-up. */
  | 'refused';

export class DatabaseError extends OwnError {
  override readonly name = 'DatabaseError';
  readonly kind: DatabaseErrorKind;
  /** The server's error number, or null when it did not answer. */
  readonly errno: number | null;
  /** The name of the violated key or constraint, if the server gave it. */
  readonly key: string | null;
  /** The server did not answer before the deadline. */
  readonly isSilent: boolean;
  /** The system's or driver's code, such as ECONNREFUSED, when the server did not answer. */
  readonly code: string | null;
  /** The server's own message, if it contains no bound value. */
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

/** COMMIT was sent and not answered: retry the same idempotent request; assume neither outcome. */
export class OutcomeUnknown extends OwnError {
  override readonly name = 'OutcomeUnknown';
}

/** On the schema, at login, on a table, or for a privilege. */
const denials = new Set([1044, 1045, 1142, 1227]);

/** The database user lacks a right. */
export const accessDenied = ({ errno }: DatabaseError): boolean =>
  errno !== null && denials.has(errno);

/** 1615: the tables changed since the statement was prepared; a retry prepares it again. */
const conflicts = new Set([1213, 1205, 1020, 1615, 9007, 8002, 8022, 8028, 8147]);
const duplicates = new Set([1062, 1586]);
const constraints = new Set([4025, 3819, 1451, 1452, 1048, 1364, 1406, 1264, 1690]);
/**
 * Shutdown, killed, aborted, idle for too long, read-only after a failover, not a member of the
 * cluster, or a statement prepared on another connection. 1180: a node failed during COMMIT.
 */
const losses = new Set([
  1053, 1927, 4031, 1159, 1161, 1047, 1290, 1836, 1792, 1152, 1158, 1160, 1180, 1243,
]);
/** The server's limit of prepared statements is reached; the same statement works as text. */
export const preparedTooMany = 1461;
/** MySQL's answer to some statements that were killed between two of their steps. */
const interrupted = 1105;
/** Out of connections, time, disk, memory or lock memory: the statement was undone. */
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
/** Errors whose messages name tables, columns and constraints but contain no bound value. */
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
    // MySQL's wording; MariaDB writes CONSTRAINT.
    /^Check constraint '([^']*)'/.exec(message)?.[1];
  // MySQL 8 says `table.key`, MariaDB `key`.
  return named?.split('.').at(-1) ?? null;
}

/** Turns any driver error into a DatabaseError, without the statement and its values. */
export function databaseError(thrown: unknown): DatabaseError {
  if (thrown instanceof DatabaseError) return thrown;
  const raw = (thrown ?? {}) as { errno?: unknown; fatal?: unknown; code?: unknown };
  // System errors have negative numbers; only positive ones come from the server.
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

/** Whether the row violates a unique key; pass `key` for a table with several. */
export function isDuplicate(error: unknown, key?: string): boolean {
  return (
    error instanceof DatabaseError &&
    error.kind === 'duplicate' &&
    (key === undefined || error.key === key)
  );
}

/**
 * Whether the database rejected the statement: a constraint, a key or the statement itself. Nothing
 * was changed, and a retry would fail in the same way.
 */
export function isRefused(error: unknown): boolean {
  return (
    error instanceof DatabaseError && ['constraint', 'duplicate', 'refused'].includes(error.kind)
  );
}

/** Whether the database was unreachable, full or too slow; nothing was changed. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof DatabaseError && ['lost', 'busy', 'conflict'].includes(error.kind);
}
