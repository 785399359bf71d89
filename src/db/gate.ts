/** Asks the server whether it keeps what it acknowledges; money is served only when it does. */
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
/** MySQL's alone: it can be switched off for a quick import, and then a crash loses the data. */
const showRedoLog = `SHOW GLOBAL STATUS LIKE 'Innodb_redo_log_enabled'`;

export interface GateFinding {
  readonly name: 'version' | 'flush' | 'redo' | 'binlog' | 'strict' | 'clock';
  /** What is wrong and what to do, for a person. */
  readonly sentence: string;
  /** Set aside by DATABASE_DURABILITY=relaxed. */
  readonly isDurability: boolean;
}

export interface GateReport {
  readonly version: string;
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
  const find = (name: GateFinding['name'], sentence: string, isDurability = false) =>
    findings.push({ name, sentence, isDurability });
  if (isTooOld(textOf(row, 'version'))) {
    find('version', 'The database server is too old: MariaDB 10.6 or MySQL 8.0 are needed.');
  }
  if (integerOf(row, 'flush_log') !== 1) {
    const fix = 'SET GLOBAL innodb_flush_log_at_trx_commit = 1, and in its configuration file';
    find('flush', `The database may lose the last second at a power cut: ${fix}.`, true);
  }
  if (!hasRedoLog) {
    const fix = 'ALTER INSTANCE ENABLE INNODB REDO_LOG';
    find('redo', `A crash of the database may lose everything in it: ${fix}.`, true);
  }
  if (integerOf(row, 'log_bin') === 1 && integerOf(row, 'sync_binlog') !== 1) {
    const fix = 'SET GLOBAL sync_binlog = 1, and in its configuration file';
    find('binlog', `The database does not flush its binary log: ${fix}.`, true);
  }
  if (!/STRICT_(TRANS|ALL)_TABLES/.test(textOf(row, 'sql_mode'))) {
    find('strict', 'The database does not keep strict mode; a proxy in between may reset it.');
  }
  if (Math.abs(skewMs) > skewMaxMs) {
    const seconds = Math.round(skewMs / 1_000);
    find('clock', `The clocks of this machine and of the database differ by ${seconds} s.`);
  }
  return findings;
}

export async function inspectServer(pool: Pool, clock: Clock): Promise<GateReport> {
  const before = clock.now();
  const [row] = await pool.rows(selectSettings);
  const after = clock.now();
  const [redoLog] = await pool.rows(showRedoLog);
  if (row === undefined) throw new TypeError('The server told nothing about itself');
  const skewMs = instantOf(row, 'now').getTime() - (before + after) / 2;
  const hasRedoLog = redoLog === undefined || textOf(redoLog, 'Value') === 'ON';
  return { version: textOf(row, 'version'), findings: judge(row, { skewMs, hasRedoLog }) };
}
