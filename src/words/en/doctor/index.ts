/** What the doctor finds, one line for each check, and what to do about it. */
import { discord } from './discord.ts';
import { page } from './page.ts';

const gate = {
  version: {
    says: 'The database server is too old.',
    advice: 'Install MariaDB 10.6 or MySQL 8.0, or newer.',
  },
  flush: {
    says: 'The database may lose the last second of data in a power failure.',
    advice: 'Set innodb_flush_log_at_trx_commit = 1 on the server.',
  },
  redo: {
    says: 'The database may lose all data in a crash, because its redo log is off.',
    advice: 'Run ALTER INSTANCE ENABLE INNODB REDO_LOG.',
  },
  binlog: {
    says: 'The database does not flush its binary log at every commit.',
    advice: 'Set sync_binlog = 1 on the server.',
  },
  strict: {
    says: 'The database is not in strict SQL mode, although the bank asked for it.',
    advice: 'Look for a proxy between the bank and the database that resets it.',
  },
  clock: {
    says: 'The clocks of this machine and of the database differ by more than five seconds.',
    advice: 'Synchronize both clocks.',
  },
};

const database = {
  well: (version: string, size: string) => `The database answers: ${version}, ${size}.`,
  unreachable: (why: string) => ({
    says: why,
    advice: 'Start the database server, or correct DATABASE_URL.',
  }),
  rights: {
    well: 'The bank’s database user cannot change booked transactions.',
    excess: {
      says: 'The bank’s database user can change booked transactions.',
      advice: 'Limit its rights as docs/operations.md shows.',
    },
  },
  migrations: {
    well: (count: number) => `All ${count} migrations have been applied.`,
    open: (count: number) => ({
      says: count === 1 ? 'One migration is missing.' : `${count} migrations are missing.`,
      advice: 'Start the bank: it applies them.',
    }),
    unfit: (why: string) => ({
      says: why,
      advice: 'Run the version of Passbook that the database was last used with, or a newer one.',
    }),
  },
  durable: 'The database keeps what it has confirmed, also after a power failure.',
  gate,
};

const machine = {
  node: {
    well: (version: string) => `Node ${version} runs Passbook.`,
    old: (version: string, oldest: string) => ({
      says: `Node ${version} is too old.`,
      advice: `Install Node ${oldest} or newer.`,
    }),
  },
  disk: {
    well: (free: string) => `${free} are free on the disk of the data folder.`,
    low: (free: string) => ({
      says: `Only ${free} are free on the disk of the data folder.`,
      advice: 'Make room before the disk is full: the bank refuses payments when it is.',
    }),
  },
  settings: {
    well: 'All settings are valid.',
    wrong: (line: string) => ({
      says: line,
      advice: 'Correct it in .env or in the environment.',
    }),
  },
};

const secrets = {
  well: 'The secrets belong to this database.',
  none: {
    says: 'There are no secrets yet.',
    advice: 'Start the bank once: it creates them. Then store a copy of secrets.json.',
  },
  missing: {
    says: 'The secrets of this database are missing: no customer could log in.',
    advice: 'Put secrets.json back into the data folder, or set PASSWORD_PEPPER and PII_KEY.',
  },
  damaged: (why: string) => ({
    says: why,
    advice: 'Put the stored copy of secrets.json back into the data folder.',
  }),
  other: {
    says: 'The secrets belong to another database: no customer could log in.',
    advice: 'Use the secrets.json that was stored with this database.',
  },
};

const books = {
  halt: {
    well: 'Payments are open.',
    stopped: (when: string) => ({
      says: `Payments have been stopped since ${when}, because the books are not correct.`,
      advice: 'Run npm run verify-ledger, and read “Checking the books” in docs/operations.md.',
    }),
  },
  verified: {
    well: (when: string) => `The books were last verified on ${when} and are correct.`,
    wrong: (when: string) => ({
      says: `The books were last verified on ${when} and were not correct.`,
      advice: 'Run npm run verify-ledger, and read “Checking the books” in docs/operations.md.',
    }),
    never: {
      says: 'The books have not been verified from this data folder.',
      advice: 'Run npm run verify-ledger.',
    },
    old: (when: string) => ({
      says: `The books were last verified on ${when}.`,
      advice: 'Run npm run verify-ledger every week.',
    }),
  },
  stuck: {
    well: 'No job and no confirmation is stuck.',
    some: (count: number) => ({
      says: count === 1 ? 'One task is stuck.' : `${count} tasks are stuck.`,
      advice: 'A manager decides with /staff stuck list.',
    }),
  },
  backup: {
    well: (when: string) => `The last backup is of ${when} and can be read.`,
    none: {
      says: 'There is no backup in the data folder.',
      advice: 'Run npm run backup. The bank makes further ones by itself (BACKUP_EVERY_HOURS).',
    },
    old: (when: string) => ({
      says: `The last backup is of ${when}.`,
      advice: 'Run npm run backup, and check BACKUP_EVERY_HOURS.',
    }),
    unreadable: (why: string) => ({
      says: `The last backup cannot be used: ${why}`,
      advice: 'Run npm run backup, and check the disk.',
    }),
  },
  copy: {
    well: (when: string) => `The last copy of a backup is of ${when} and can be read.`,
    none: {
      says: 'The folder in BACKUP_TO has no backup.',
      advice: 'Check that the bank can write to it.',
    },
    old: (when: string) => ({
      says: `The last copy of a backup is of ${when}.`,
      advice: 'Check the folder in BACKUP_TO and its disk.',
    }),
    unreadable: (why: string) => ({
      says: `The last copy of a backup cannot be used: ${why}`,
      advice: 'Check the disk of the folder in BACKUP_TO.',
    }),
  },
  drill: {
    well: (when: string) =>
      `A backup was restored for a trial on ${when}, and its books were correct.`,
    never: {
      says: 'Restoring a backup was never tried.',
      advice: 'Run npm run drill, or set RESTORE_CHECK_DAYS.',
    },
    old: (when: string) => ({
      says: `A backup was last restored for a trial on ${when}.`,
      advice: 'Run npm run drill.',
    }),
    wrong: (file: string) => ({
      says: `The books of the backup ${file} are wrong.`,
      advice: 'Run npm run drill to see why, and keep earlier backups.',
    }),
    refused: {
      says: 'The bank may not create a schema in which to try restoring a backup.',
      advice: 'Run npm run drill: it shows the right that the database user needs.',
    },
  },
};

const mail = {
  well: (server: string) => `The mail server ${server} accepts mail from the bank.`,
  none: {
    says: 'No mail server is set: the bank sends no mail, not even for forgotten passwords.',
    advice: 'Set SMTP_URL.',
  },
  refused: (server: string, code: string) => ({
    says: `The mail server ${server} does not accept mail from the bank (${code}).`,
    advice: 'Correct SMTP_URL, or ask the operator of the mail server.',
  }),
};

export const doctor = {
  title: 'Health of the bank',
  summary: (counts: { readonly ok: number; readonly warning: number; readonly error: number }) =>
    `${counts.ok} in order, ${counts.warning} ${counts.warning === 1 ? 'warning' : 'warnings'}, ` +
    `${counts.error} ${counts.error === 1 ? 'error' : 'errors'}.`,
  levels: { ok: 'ok', warning: 'warning', error: 'error' },
  failed: (check: string, why: string) => ({
    says: `The check ${check} could not be made: ${why}`,
    advice: 'Look into the log, and report it if it stays.',
  }),
  machine,
  secrets,
  database,
  books,
  mail,
  page,
  discord,
};
