/** Staff view customers: each view is an audit row, which the customer can read. */
import type { Reader } from '../../db/pool.ts';
import type { Keys } from '../keys/index.ts';
import type * as m from '../model/index.ts';
import { BankError, numberTail, parseCustomerQuery } from '../model/index.ts';
import { contactIndexes, findDetails, unsealDetails, wordIndexes } from '../people/index.ts';
import type { StaffActs } from './acts.ts';
import type { CounterService, ServedCustomer } from './serving.ts';
import { findServed, type Search, searchServed, type ServedRow } from './store/customers.ts';

const foundMax = 10;

export const servedView = (row: ServedRow): ServedCustomer => ({
  account: row.account,
  holder: { name: row.holderName, numberTail: numberTail(row.account.accountNumber) },
  member: row.member,
  locked: row.locked,
  registeredAt: row.registeredAt,
});

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
}): Pick<CounterService, 'find' | 'view' | 'details'> => ({
  find: async (session, wanted) => {
    const search: Search =
      'member' in wanted ? { by: 'member', member: wanted.member } : searchOf(tools, wanted.query);
    return acts.read(session, 'look', async (tx, standing) => {
      const rows = await searchServed(tx, search, foundMax);
      for (const { customerId: target } of rows) {
        await acts.note(tx, { action: 'CUSTOMER_FOUND', session, standing, target });
      }
      return rows.map(servedView);
    });
  },
  view: async (session, { accountNumber }) =>
    acts.read(session, 'look', async (tx, standing) => {
      const row = await servedBy(tx, accountNumber);
      const { customerId: target } = row;
      await acts.note(tx, { action: 'CUSTOMER_VIEWED', session, standing, target });
      return servedView(row);
    }),
  details: async (session, { accountNumber }) =>
    acts.read(session, 'look', async (tx, standing) => {
      const row = await servedBy(tx, accountNumber);
      const { customerId: target } = row;
      const sealed = await findDetails(tx, target);
      if (sealed === null) throw new BankError('CUSTOMER_UNKNOWN');
      await acts.note(tx, { action: 'DETAILS_SHOWN', session, standing, target });
      return { ...servedView(row), details: unsealDetails(tools.keys, sealed) };
    }),
});
