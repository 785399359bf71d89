/** Staff view customers: each view is an audit row, which the customer can read. */
import type { Pool, Reader } from '../../db/pool.ts';
import { assert } from '../../lib/assert.ts';
import type { Keys } from '../keys/index.ts';
import { limitUses } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError, isHolderMark, numberTail, parseCustomerQuery, utc } from '../model/index.ts';
import {
  contactIndexes,
  findDetails,
  findTimeZone,
  unsealDetails,
  wordIndexes,
} from '../people/index.ts';
import { pastBalance, statementOf, type StatementTools } from '../records/index.ts';
import { membersOf } from '../shared/index.ts';
import type { StaffActs } from './acts.ts';
import type { CounterService, ServedCustomer } from './serving.ts';
import {
  accountsServed,
  findServed,
  type Search,
  searchServed,
  type ServedRow,
} from './store/customers.ts';
import { servedLately } from './store/served-lately.ts';

const foundMax = 10;
const servedMax = 25;

/** A view of the customer of each row, once, with all their accounts. */
async function servedViews(reader: Reader, rows: readonly ServedRow[]): Promise<ServedCustomer[]> {
  const customers = new Map<m.CustomerId, ServedRow>();
  for (const row of rows) {
    if (!customers.has(row.customerId)) customers.set(row.customerId, row);
  }
  const all = await accountsServed(reader, [...customers.keys()]);
  return [...customers.values()].map((row) => ({
    account: row.account,
    accounts: all
      .filter(({ customerId }) => customerId === row.customerId)
      .map(({ account }) => account),
    holder: { name: row.holderName, numberTail: numberTail(row.account.accountNumber) },
    member: row.member,
    locked: row.locked,
    registeredAt: row.registeredAt,
  }));
}

async function servedView(reader: Reader, row: ServedRow): Promise<ServedCustomer> {
  const [view] = await servedViews(reader, [row]);
  assert(view !== undefined, 'each row has a customer');
  const members = isHolderMark(row.member) ? await membersOf(reader, row.customerId) : null;
  const limits = (await limitUses(reader, row.customerId)) ?? [];
  return { ...view, limits, ...(members === null ? {} : { members }) };
}

/** Throws CUSTOMER_UNKNOWN. */
export async function servedBy(reader: Reader, number: m.AccountNumber): Promise<ServedRow> {
  const row = await findServed(reader, number);
  if (row === null) throw new BankError('CUSTOMER_UNKNOWN');
  return row;
}

interface SearchTools {
  readonly keys: Keys;
  /** The country whose phone numbers need no country code; null: none. */
  readonly defaultRegion: string | null;
}

/** Names are stored sealed; only whole words can be searched, and all of them must match. */
function searchOf({ keys, defaultRegion }: SearchTools, query: string): Search {
  const read = parseCustomerQuery(query, defaultRegion);
  if (!read.ok) throw new BankError('CUSTOMER_UNKNOWN');
  const wanted = read.value;
  const contact = { email: '', phone: '', ...wanted };
  switch (wanted.by) {
    case 'email':
      return { by: 'email', index: contactIndexes(keys, contact).emailIndex };
    case 'phone':
      return { by: 'phone', index: contactIndexes(keys, contact).phoneIndex };
    case 'name': {
      const indexes = wordIndexes(keys, wanted.name);
      if (indexes.length === 0) throw new BankError('CUSTOMER_UNKNOWN');
      return { by: 'name', indexes };
    }
    default:
      return wanted;
  }
}

export const createLooking = ({
  acts,
  search: tools,
}: {
  readonly acts: StaffActs;
  readonly search: SearchTools;
}): Pick<CounterService, 'find' | 'view' | 'details' | 'servedLately'> => ({
  find: async (session, wanted) => {
    const search: Search =
      'member' in wanted ? { by: 'member', member: wanted.member } : searchOf(tools, wanted.query);
    return acts.read(session, 'look', async (tx, standing) => {
      const rows = await searchServed(tx, search, foundMax);
      for (const target of new Set(rows.map(({ customerId }) => customerId))) {
        await acts.note(tx, { action: 'CUSTOMER_FOUND', session, standing, target });
      }
      return servedViews(tx, rows);
    });
  },
  view: async (session, { accountNumber }) =>
    acts.read(session, 'look', async (tx, standing) => {
      const row = await servedBy(tx, accountNumber);
      const { customerId: target } = row;
      await acts.note(tx, { action: 'CUSTOMER_VIEWED', session, standing, target });
      return servedView(tx, row);
    }),
  servedLately: async (session) =>
    acts.read(session, 'look', async (tx) => {
      const ids = await servedLately(tx, session.discordUserId, servedMax);
      const rows = await accountsServed(tx, ids);
      return ids.flatMap((id) =>
        rows
          .filter(({ customerId, account }) => customerId === id && account.status !== 'CLOSED')
          .map(({ account: { accountNumber }, holderName: name }) => ({ accountNumber, name })),
      );
    }),
  details: async (session, { accountNumber }) =>
    acts.read(session, 'look', async (tx, standing) => {
      const row = await servedBy(tx, accountNumber);
      const { customerId: target } = row;
      const sealed = await findDetails(tx, target);
      if (sealed === null) throw new BankError('CUSTOMER_UNKNOWN');
      await acts.note(tx, { action: 'DETAILS_SHOWN', session, standing, target });
      return { ...(await servedView(tx, row)), details: unsealDetails(tools.keys, sealed) };
    }),
});

const zoneOf = async (reader: Reader, id: m.CustomerId): Promise<m.TimeZone> =>
  (await findTimeZone(reader, id)) ?? utc;

/** What is past: balances at a time, and statements of any account. */
export const createPastViews = ({
  pool,
  acts,
  statements,
}: {
  readonly pool: Pool;
  readonly acts: StaffActs;
  readonly statements: StatementTools;
}): Pick<CounterService, 'viewAt' | 'statement'> => ({
  viewAt: async (session, { accountNumber, moment }) =>
    acts.read(session, 'look', async (tx, standing) => {
      const row = await servedBy(tx, accountNumber);
      const { customerId: target } = row;
      await acts.note(tx, { action: 'CUSTOMER_VIEWED', session, standing, target });
      const accounts = await accountsServed(tx, [target]);
      const own = accounts.map(({ accountId: id, account }) => ({ id, ...account }));
      const past = await pastBalance(tx, own, { moment, zone: await zoneOf(tx, target) });
      return { ...(await servedView(tx, row)), past };
    }),
  statement: async (session, { accountNumber, days }, use) => {
    const { account, period } = await acts.read(session, 'look', async (tx, standing) => {
      const row = await servedBy(tx, accountNumber);
      const { customerId: target, accountId: id, holderName } = row;
      const zone = await zoneOf(tx, target);
      const { from, to } = days(zone);
      const details = { from, to };
      await acts.note(tx, { action: 'STATEMENT_READ', session, standing, target, details });
      const { openedAt } = row.account;
      return { account: { id, accountNumber, openedAt, holderName }, period: { from, to, zone } };
    });
    return use(await statementOf(pool, account, { ...statements, period }));
  },
});
