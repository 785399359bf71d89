/** The tools beside the bank: verify-ledger, backup, restore, rotate-keys, env-example. */
import {
  type BooksFinding,
  type ChainFinding,
  type HaltReason,
  type LogFinding,
  invariants,
} from '../../../bank/model/index.ts';
import { booksFinding, chainFinding, logFinding } from './findings.ts';
import { witness } from './witness.ts';

const backupTrouble = {
  notABackup: 'This file is not a Passbook backup.',
  format: (format: number) =>
    `This backup has format ${format}, which this version of Passbook cannot read.`,
  damaged: 'This backup is damaged.',
  cutOff: 'This backup is incomplete: its end is missing.',
  empty: 'This backup is empty.',
  databaseInUse: 'The database is not empty. A backup can only be restored into an empty one.',
  notRead: (why: string) => `${why}.`,
  notWritten: (why: string) =>
    `No backup was made. ${why}. The unfinished file was removed; earlier backups are unchanged.`,
};

const verify = {
  readBooks: (accounts: string, transactions: string, entries: string) =>
    `Read ${accounts} accounts, ${transactions} transactions and ${entries} entries.`,
  violated: (finding: BooksFinding) =>
    `${invariants[finding.code]} is violated: ${booksFinding(finding)}`,
  readChain: (links: string | number | bigint, heads: number) =>
    `Read ${links} links of the chain and ${heads} published heads.`,
  broken: (finding: ChainFinding) => `The chain is broken: ${chainFinding(finding)}.`,
  readLog: (leaves: number, checkpoints: number) =>
    `Read ${leaves} leaves of the log and ${checkpoints} stored checkpoints.`,
  logBroken: (finding: LogFinding) => `The log is wrong: ${logFinding(finding)}.`,
  halted: (since: string, reason: HaltReason) =>
    `Payments stopped at ${since}: ${booksFinding(reason)}`,
  correct: 'The books are correct.',
  resumed: 'Payments resume within five seconds.',
  howToResume: 'To resume payments, run: npm run verify-ledger -- --resume',
};

const backup = {
  trouble: backupTrouble,
  written: (of: {
    readonly path: string;
    readonly rows: number;
    readonly tables: number;
    readonly takenAt: string;
    readonly bytes: number;
  }) =>
    `Wrote ${of.path}: ${of.rows} rows in ${of.tables} tables as of ${of.takenAt}, ` +
    `${of.bytes} bytes. The file was read back and is complete.`,
  copied: (path: string) => `Copied it to ${path}, and read the copy back.`,
  keepSecrets:
    'The backup cannot be used without the secrets. Store secrets.json, or PASSWORD_PEPPER and\n' +
    'PII_KEY, in a different place from the backup.',
};

const restore = {
  nameIt: 'Name the backup file: npm run restore -- FILE',
  restored: (rows: number, tables: number, takenAt: string) =>
    `Restored ${rows} rows in ${tables} tables as of ${takenAt}.`,
  otherSecrets:
    'This backup was made with other secrets. Restore its secrets.json before you start the bank.',
  correct: (transactions: string) =>
    `The books are correct: ${transactions} transactions. All customers must log in again.`,
};

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

const drill = {
  none: 'There is no backup to try. Run npm run backup first, or name a file: npm run drill -- FILE',
  refused: (schema: string) =>
    'The database user may not create a schema for the trial. As an administrator of the database, ' +
    `run:\nGRANT ALL ON \`${schema.replaceAll('_', '\\_')}\\_drill\\_%\`.* TO the user of DATABASE_URL`,
  restored: (of: {
    readonly path: string;
    readonly rows: number;
    readonly tables: number;
    readonly takenAt: string;
    readonly restoreMs: number;
  }) =>
    `Restored ${of.path} into a schema of its own: ${of.rows} rows in ${of.tables} tables as of ` +
    `${of.takenAt}, in ${seconds(of.restoreMs)}.`,
  correct: (of: { readonly transactions: string; readonly verifyMs: number }) =>
    `Its books are correct: ${of.transactions} transactions, verified in ${seconds(of.verifyMs)}. ` +
    'The schema was removed again.',
  wrong: 'The books of this backup are wrong. Keep earlier backups, and run npm run verify-ledger.',
};

const rotateKeys = {
  givenKey: 'The key is set by PII_KEY. Only a key in secrets.json can be rotated.',
  closeFirst:
    'First close every bank that uses this database. Then run: npm run rotate-keys -- --closed',
  rotated: (count: number) =>
    `The personal data of ${count} ${count === 1 ? 'customer' : 'customers'} is now under a new key.`,
  done:
    'secrets.json now holds the new key. Back it up. Earlier backups still need the earlier ' +
    'secrets.json.',
  unsettled: (count: number) =>
    `${count} confirmed ${count === 1 ? 'payment has' : 'payments have'} no outcome yet. Start the ` +
    'bank for a few minutes. If any remain, a manager can settle them with /staff stuck list.',
  unreadable: (table: string, customerId: bigint) =>
    `The row of customer ${customerId} in ${table} cannot be read with the key in secrets.json: it ` +
    'is damaged, or it was sealed with another key. Nothing was changed.',
};

const indexHistory = {
  made: (groups: number) => `Indexed ${groups} groups of 16,384 entries. Nothing is missing.`,
  wrong: (accountId: bigint, group: number) =>
    `The index of account ${accountId} is wrong in group ${group}. Run: npm run index-history -- --rebuild`,
  checked: (groups: number, wrong: number) =>
    `Compared ${groups} groups with their entries; ${wrong} are wrong.`,
};

export const tools = {
  verify,
  backup,
  restore,
  drill,
  witness,
  rotateKeys,
  indexHistory,
  envExample: { written: 'Wrote .env.example from src/config/settings.ts.' },
};
