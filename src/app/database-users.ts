/** The database users, each with the fewest rights it needs on every table. */
import type { DatabaseAddress } from '../lib/database-address.ts';
import type { Pool } from '../db/pool.ts';
import { changeable, ensureUser, grantsOfUser, type TableRights } from '../db/rights.ts';

/** Booked and audited rows are append-only for the bot. */
export const botRights: TableRights = {
  transactions: 'append',
  entries: 'append',
  postings: 'append',
  holds: 'append',
  hold_endings: 'append',
  due_payments: 'append',
  audit: 'append',
  staff_acts: 'append',
  chain: 'append',
  log_rows: 'append',
  log_tiles: 'append',
  log_keys: 'append',
  checkpoints: 'append',
  cosignatures: 'append',
  liabilities: 'append',
  fees: 'append',
  interest_rates: 'append',
  interest_credits: 'append',
  former_details: 'append',
  halts: 'append',
  receipt_keys: 'append',
  migrations: 'read',
  marks: 'read',
  accounts: 'change',
  approvals: 'change',
  approval_cards: 'change',
  chain_state: 'change',
  codes: 'change',
  credentials: 'change',
  currencies: 'change',
  customer_details: 'change',
  customers: 'change',
  fee_counts: 'change',
  history_groups: 'change',
  history_items: 'change',
  history_parties: 'change',
  import_rows: 'change',
  imports: 'change',
  inboxes: 'change',
  jobs: 'change',
  languages: 'change',
  liability_balances: 'change',
  log_state: 'change',
  login_counters: 'change',
  name_words: 'change',
  notice_settings: 'change',
  order_occurrences: 'change',
  orders: 'change',
  outbox: 'change',
  page_links: 'change',
  passkeys: 'change',
  payees: 'change',
  payment_acts: 'change',
  payment_requests: 'change',
  pending: 'change',
  personal_limits: 'change',
  pots: 'change',
  processes: 'change',
  receipt_settings: 'change',
  recovery_codes: 'change',
  replays: 'change',
  request_blocks: 'change',
  request_dues: 'change',
  round_ups: 'change',
  saved_settings: 'change',
  sessions: 'change',
  shared_approvals: 'change',
  shared_invitations: 'change',
  shared_members: 'change',
  shared_rules: 'change',
  shared_votes: 'change',
  staff: 'change',
  throttles: 'change',
  totp: 'change',
  welcomes: 'change',
};

/** For the audit tools and backups. */
export const readingRights: TableRights = Object.fromEntries(
  Object.keys(botRights).map((table) => [table, 'read'] as const),
);

/** Append-only tables. */
export const keptTables = Object.entries(botRights)
  .filter(([, right]) => right === 'append')
  .map(([table]) => table);

export const localUsers = {
  bot: 'passbook_bot',
  auditor: 'passbook_auditor',
  backup: 'passbook_backup',
} as const;

/** On the private server, whose socket only this user's processes can reach. */
export async function ensureLocalUsers(pool: Pool, schema: string): Promise<void> {
  for (const [role, name] of Object.entries(localUsers)) {
    const grantee = { schema, user: `'${name}'@'localhost'` };
    await ensureUser(pool, grantee, role === 'bot' ? botRights : readingRights);
  }
}

export const asBot = (address: DatabaseAddress): DatabaseAddress => ({
  ...address,
  user: localUsers.bot,
  password: '',
});

/** Append-only tables that the bot's own user could still change. */
export const excessOf = async (pool: Pool, schema: string): Promise<string[]> =>
  changeable(await grantsOfUser(pool), { schema, kept: keptTables });
