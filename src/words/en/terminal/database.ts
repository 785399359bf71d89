/** The database: finding, starting and checking it, and why it cannot be used. */

const choices = [
  'Choose one:',
  '  1. Use a server of your own: set DATABASE_URL=mysql://user:password@host:3306/passbook',
  '     (MariaDB 10.6 or newer, or MySQL 8.0 or newer).',
  '  2. Install a server. Passbook runs it privately; you do not need to start a service:',
  '     apt-get install mariadb-server-core · dnf install mariadb-server · brew install mariadb',
  '  3. Use Docker:',
  '     docker run -d -p 127.0.0.1:3306:3306 -e MARIADB_ROOT_PASSWORD=secret mariadb:11',
  '     and set DATABASE_URL=mysql://root:secret@127.0.0.1:3306/passbook',
];

/** Why the download failed; in the middle of a sentence. */
const fetchFailed = {
  'no-apt': 'apt-get is not installed',
  'no-package': 'apt-get does not list mariadb-server-core',
  'does-not-run': 'the downloaded server does not run on this machine',
};

const noProgram = {
  unreadable: (writtenBy: string) =>
    `the data was written by ${writtenBy}, and no server on this machine can read it`,
  fetchedElsewhere: 'another process has been downloading one for five minutes',
  notFetched: (writtenBy: string | null, why: string) =>
    writtenBy === null
      ? `none is installed, and downloading one failed: ${why}`
      : `the data was written by ${writtenBy}, no server on this machine can read it, and ` +
        `downloading one failed: ${why}`,
  older: (writtenBy: string) =>
    `the data was written by ${writtenBy}, and only an older server is available`,
};

const inConfiguration = 'and put the same setting into its configuration file';

/** The private server, which the bank downloads, sets up and starts. */
const local = {
  fetching: 'Downloading MariaDB into a private folder (7 MB, once)…',
  settingUp: (family: string, version: string) =>
    `Setting up a private database (${family} ${version})…`,
  starting: 'The database server is still starting. Recovery after a crash takes longer…',
  waitingForFormer: 'Waiting for the previous database server to stop…',
  fetchFailed,
  noProgram,
  noProgramFound: (why: string) =>
    [`Passbook found no database server to use: ${why}.`, ...choices].join('\n'),
  folderTaken: (folder: string) =>
    `Another Passbook is running on ${folder}. Stop it first, or give this one its own ` +
    'PASSBOOK_DATA or a shared DATABASE_URL.',
  folderOfOthers: (folder: string) =>
    `${folder} belongs to another user. Change its owner or choose another PASSBOOK_DATA.`,
  formerServer: (pid: number, folder: string) =>
    `Process ${pid} is still using ${folder}. Stop it, then try again.`,
  notSetUp: (detail: string) => `The private database could not be set up: ${detail}`,
  ended: (complaint: string | null) =>
    `The private database server exited at once: ${complaint ?? 'its log shows no error'}`,
  silent: (complaint: string | null) =>
    'The private database server did not answer within two minutes: ' +
    (complaint ?? 'its log shows no error'),
};

/** Why a server is refused, by the name of the check. */
const gate = {
  version: 'The database server is too old. Passbook needs MariaDB 10.6 or MySQL 8.0, or newer.',
  flush:
    'The database may lose the last second of data in a power failure. Run SET GLOBAL ' +
    `innodb_flush_log_at_trx_commit = 1, ${inConfiguration}.`,
  redo:
    'The database may lose all data in a crash, because its redo log is off. Run ALTER INSTANCE ' +
    'ENABLE INNODB REDO_LOG.',
  binlog:
    'The database does not flush its binary log at every commit. Run SET GLOBAL sync_binlog = 1, ' +
    `${inConfiguration}.`,
  strict:
    'The database is not in strict SQL mode, although the bank asked for it. A proxy between ' +
    'them may be resetting it.',
  clock: (seconds: number) =>
    `The clocks of this machine and of the database differ by ${seconds} s. Synchronize them.`,
};

const migration = {
  badName: (file: string) => `migrations/${file}: the name must look like 0001_create_accounts.sql`,
  badNumber: (file: string, expected: number) =>
    `migrations/${file}: the number must be ${expected}, without gaps`,
  newer: (file: string) =>
    `The database was migrated by a newer version of Passbook (${file}). Run that version.`,
  changed: (file: string, ranAs: string) =>
    `migrations/${file} was changed after it ran as ${ranAs}. Restore it and add a new file instead.`,
  failed: (file: string, statement: number, detail: string) =>
    `migrations/${file}, statement ${statement}, failed: ${detail}`,
  locked: (seconds: number) =>
    `Another process has been migrating the database for ${seconds} s. Try again later.`,
};

/** Failures of the server or the connection; in the middle of a sentence. */
const answer = {
  error: (errno: number, detail: string | null) =>
    detail === null ? `error ${errno}` : `error ${errno}: ${detail}`,
  unreachable: (code: string) => `no connection (${code})`,
  silent: 'it did not answer in time',
  busy: 'it is too busy',
};

export const database = {
  /** In the middle of a sentence. */
  name: 'the database',
  local,
  gate,
  migration,
  answer,
  failed: (why: string) => `The database cannot be used: ${why}`,
  urlRefused: (why: string) => `DATABASE_URL: ${why}`,
  unusable: 'the database cannot be used',
  relaxed:
    'DATABASE_DURABILITY=relaxed: a power failure may lose money. Use this only for testing.',
  excessRights:
    'The bank’s database user can change booked transactions. docs/operations.md shows how to ' +
    'limit its rights.',
  otherCurrency: (
    stored: { readonly code: string; readonly scale: number },
    wanted: { readonly code: string; readonly scale: number },
  ) =>
    `The database holds money in ${stored.code} with ${stored.scale} decimals, but the settings ` +
    `say ${wanted.code} with ${wanted.scale}. Change the settings back or use another database.`,
  none: (folder: string) => `There is no database in ${folder}. Start the bank once to create it.`,
};
