/** Checks the server's settings: the bank serves money only where acknowledged data is durable. */
import type { Clock } from '../lib/clock.ts';
import type { Pool } from './pool.ts';
import { instantOf, integerOf, textOf, type Row } from './rows.ts';

const selectSettings = `
  SELECT VERSION() AS version,
    @@innodb_flush_log_at_trx_commit AS flush_log,
    @@sync_binlog AS sync_binlog,
    @@log_bin AS log_bin,
    @@SESSION.sql_mode AS sql_mode,
    UTC_TIMESTAMP(6) AS now`;
/** MySQL only: its redo log can be turned off for a fast import; then a crash loses data. */
const showRedoLog = `SHOW GLOBAL STATUS LIKE 'Innodb_redo_log_enabled'`;

export interface GateFinding {
  readonly name: 'version' | 'flush' | 'redo' | 'binlog' | 'strict' | 'clock';
  /** Ignored with DATABASE_DURABILITY=relaxed. */
  readonly isDurability: boolean;
}

export interface GateReport {
  readonly version: string;
  /** How far the database's clock is ahead of this machine's; negative when behind. */
  readonly skewMs: number;
  readonly findings: readonly GateFinding[];
}

const skewMaxMs = 5_000;
const mariadbMin = [10, 6] as const;
const mysqlMin = [8, 0] as const;

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  const [leastMajor, leastMinor] = /mariadb/i.test(version) ? mariadbMin : mysqlMin;
  return major < leastMajor || (major === leastMajor && minor < leastMinor);
}

function judge(row: Row, facts: { skewMs: number; hasRedoLog: boolean }): GateFinding[] {
  const { skewMs, hasRedoLog } = facts;
  const findings: GateFinding[] = [];
  const find = (name: GateFinding['name'], isDurability = false) =>
    findings.push({ name, isDurability });
  if (isTooOld(textOf(row, 'version'))) find('version');
  if (integerOf(row, 'flush_log') !== 1) find('flush', true);
  if (!hasRedoLog) find('redo', true);
  const hasBinaryLog = integerOf(row, 'log_bin') === 1;
  if (hasBinaryLog && integerOf(row, 'sync_binlog') !== 1) find('binlog', true);
  if (!/STRICT_(TRANS|ALL)_TABLES/.test(textOf(row, 'sql_mode'))) find('strict');
  if (Math.abs(skewMs) > skewMaxMs) find('clock');
  return findings;
}

export async function inspectServer(pool: Pool, clock: Clock): Promise<GateReport> {
  const before = clock.now();
  const [row] = await pool.rows(selectSettings);
  const after = clock.now();
  const [redoLog] = await pool.rows(showRedoLog);
  if (row === undefined) throw new TypeError('The server returned no settings');
  const skewMs = instantOf(row, 'now').getTime() - (before + after) / 2;
  const hasRedoLog = redoLog === undefined || textOf(redoLog, 'Value') === 'ON';
  return { version: textOf(row, 'version'), skewMs, findings: judge(row, { skewMs, hasRedoLog }) };
}
