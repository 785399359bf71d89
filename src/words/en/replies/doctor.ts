/** What the doctor finds, one line for each check, and what to do about it. */

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
      advice: 'Run npm run backup every day, and store a copy on another machine.',
    },
    old: (when: string) => ({
      says: `The last backup is of ${when}.`,
      advice: 'Run npm run backup every day.',
    }),
    unreadable: (why: string) => ({
      says: `The last backup cannot be used: ${why}`,
      advice: 'Run npm run backup, and check the disk.',
    }),
  },
};

const mail = {
  well: (server: string) => `The mail server ${server} accepts mail from the bank.`,
  none: {
    says: 'No mail server is set: the bank sends no mail, and no customer can recover a password by mail.',
    advice: 'Set SMTP_URL.',
  },
  refused: (server: string, code: string) => ({
    says: `The mail server ${server} does not accept mail from the bank (${code}).`,
    advice: 'Correct SMTP_URL, or ask the operator of the mail server.',
  }),
};

const discord = {
  sandbox: 'No Discord token is set: the bank runs with the sandbox.',
  login: {
    well: (name: string) => `Discord knows the bot as ${name}.`,
    refused: {
      says: 'Discord does not accept the token.',
      advice: 'Copy a new token from the developer portal into DISCORD_TOKEN.',
    },
    unreachable: (code: string) => ({
      says: `Discord does not answer (${code}).`,
      advice: 'Check the network, and DISCORD_API_URL if it is set.',
    }),
  },
  servers: {
    well: (count: number) =>
      count === 1 ? 'The bot is in one server.' : `The bot is in ${count} servers.`,
    none: (invite: string) => ({
      says: 'The bot is in no server.',
      advice: `Invite it: ${invite}`,
    }),
  },
  commands: {
    well: 'All commands are registered.',
    differ: {
      says: 'Discord lists other commands than this version of Passbook has.',
      advice: 'Start the bank: it registers them.',
    },
  },
  staffServer: {
    well: (name: string) => `The bot is in the staff server ${name}.`,
    none: {
      says: 'No staff server is set: there are no staff commands.',
      advice: 'Set DISCORD_STAFF_GUILD_ID.',
    },
    absent: (invite: string) => ({
      says: 'The bot is not in the staff server.',
      advice: `Correct DISCORD_STAFF_GUILD_ID, or invite the bot: ${invite}`,
    }),
  },
  channel: {
    well: (name: string) => `The bot can write in #${name}.`,
    none: (setting: string) => ({
      says: `${setting} is not set, so that no card or line is sent there.`,
      advice: `Set ${setting} to a channel of the staff server.`,
    }),
    absent: (setting: string) => ({
      says: `The bot does not see the channel of ${setting}.`,
      advice: 'Correct the setting, or give the bot the permission View Channel in it.',
    }),
    elsewhere: (setting: string, name: string) => ({
      says: `#${name}, the channel of ${setting}, is not in the staff server.`,
      advice: 'Choose a channel of the staff server: its cards are for staff only.',
    }),
    mayNot: (name: string, permissions: string) => ({
      says: `The bot lacks permissions in #${name}: ${permissions}.`,
      advice: 'Give them to the role of the bot in the settings of the channel.',
    }),
  },
  permissions: { ViewChannel: 'View Channel', SendMessages: 'Send Messages' },
  members: {
    well: 'The bot may read who has a role.',
    none: {
      says: 'The bot may not read who has a role, so that a request cannot name one.',
      advice: 'Turn on “Server Members Intent” in the developer portal.',
    },
  },
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
  discord,
};
