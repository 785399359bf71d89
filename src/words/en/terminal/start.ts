/** Starting and closing the bank. */

const lines = {
  secretsMade: (folder: string) =>
    `Created ${folder}/secrets.json. Back it up: without it, no customer can log in.`,
  proxyIgnored: (variable: string) =>
    `${variable} is set but not used: Passbook connects directly to Discord, the database and ` +
    'the mail server.',
  sandbox: (pageUrl: string) => `Sandbox: ${pageUrl}`,
  servers: (count: number) => `The bot is in ${count} ${count === 1 ? 'server' : 'servers'}.`,
  /** Scripts wait for the first line. */
  open: (where: string) => `Passbook is open\n${where} (press Ctrl-C to stop)`,
  openPage: (pageUrl: string) => `Open ${pageUrl} in a browser`,
  invite: (inviteUrl: string) => `Invite the bot: ${inviteUrl}`,
  setUp: 'There is no staff server yet: use /setup on Discord, in the server of your staff.',
  phase: (ms: number, name: string) => `[${ms} ms] ${name}`,
  reopening: 'Settings were changed: opening the bank again…',
  reopened: 'Passbook is open again',
  closing: 'Closing…',
  closed: 'Passbook is closed',
  closedUncleanly:
    'Passbook is closed. Some parts did not stop in time; no confirmed payment is lost.',
};

export const start = {
  ...lines,
  failed: 'Passbook did not start.',
  wrongSettings: 'Passbook did not start. Please correct these settings:',
  /** Which error, and where the details are. */
  unexpected: (kind: string, code: string | undefined) =>
    `Unexpected error: ${kind}${code === undefined ? '' : ` ${code}`}. See the log for details.`,
  folderTaken: (folder: string) =>
    `Another Passbook is running on ${folder}. Stop it first, or give this one its own ` +
    'PASSBOOK_DATA.',
  portTaken: (port: number) => `SANDBOX_PORT ${port} is in use by another program.`,
  metricsPortTaken: (port: number, host: string) =>
    `METRICS_PORT ${port} cannot be used on ${host}: it is in use, or the address is not of this ` +
    'machine.',
  pagePortTaken: (port: number, host: string) =>
    `PAGE_PORT ${port} cannot be used on ${host}: it is in use, or the address is not of this ` +
    'machine.',
  pageFiles: 'TLS_CERT or TLS_KEY cannot be read, or is not a certificate and its key.',
  /** Where customers type passwords. */
  page: (url: string) => `The bank’s page: ${url}`,
  metrics: (url: string) => `Metrics: ${url}`,
  waiting: (name: string, place: string, why: string) =>
    `Waiting up to two minutes for ${name} at ${place}: ${why}`,
  noAnswer: (setting: string, name: string) =>
    `${setting}: no answer from ${name} within two minutes`,
  discord: {
    name: 'Discord',
    tokenRefused: 'DISCORD_TOKEN: Discord does not accept this token. Copy it again.',
    status: (status: string) => `HTTP ${status}`,
    unreachable: (code: string) => `no connection (${code})`,
    silent: 'no answer',
  },
  secrets: {
    damaged: (path: string) => `${path} is damaged. Restore it from your backup.`,
    missing: (name: string, folder: string) => `There is no ${name} in ${folder}.`,
    otherDatabase:
      'This database was created with other secrets (password pepper and personal data key). ' +
      'Restore the secrets.json that belongs to it, or set PASSWORD_PEPPER and PII_KEY.',
  },
};
