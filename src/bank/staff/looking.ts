/** Staff look at customers: every look is an audit row, which the customer can read. */
import { type Tx, withTransaction } from '../../db/transaction.ts';
import type * as m from '../model/index.ts';
import { BankError, numberTail, parseCustomerQuery } from '../model/index.ts';
import { contactIndexes, findDetails, unsealDetails, wordIndexes } from '../people/index.ts';
import { admitStaff, noteAct, type StaffTools } from './desk.ts';
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

export async function servedBy(tools: StaffTools, number: m.AccountNumber): Promise<ServedRow> {
  const row = await findServed(tools.pool, number);
  if (row === null) throw new BankError('CUSTOMER_UNKNOWN');
  return row;
}

/** Names are kept sealed; their whole words can be searched, and all of them must fit. */
function searchOf(tools: StaffTools, query: string): Search {
  const read = parseCustomerQuery(query, tools.defaultRegion);
  if (!read.ok) throw new BankError('CUSTOMER_UNKNOWN');
  const wanted = read.value;
  const contact = { email: '', phone: '', ...wanted };
  switch (wanted.by) {
    case 'email':
      return { by: 'email', index: contactIndexes(tools.keys, contact).emailIndex };
    case 'phone':
      return { by: 'phone', index: contactIndexes(tools.keys, contact).phoneIndex };
    case 'name': {
      const indexes = wordIndexes(tools.keys, wanted.name);
      if (indexes.length === 0) throw new BankError('CUSTOMER_UNKNOWN');
      return { by: 'name', indexes };
    }
    default:
      return wanted;
  }
}

async function look(
  tx: Tx,
  tools: StaffTools,
  looked: {
    readonly session: m.Session;
    readonly target: m.CustomerId;
    readonly action: 'CUSTOMER_FOUND' | 'CUSTOMER_VIEWED' | 'DETAILS_SHOWN';
  },
): Promise<void> {
  const standing = await admitStaff(tx, tools, looked.session, 'look');
  const auditId = tools.nextId();
  await noteAct(tx, tools, { ...looked, auditId, standing, reason: null, details: {} });
}

export const createLooking = (
  tools: StaffTools,
): Pick<CounterService, 'find' | 'view' | 'details'> => ({
  find: async (session, wanted) => {
    const search: Search =
      'member' in wanted ? { by: 'member', member: wanted.member } : searchOf(tools, wanted.query);
    return withTransaction(tools.pool, async (tx) => {
      await admitStaff(tx, tools, session, 'look');
      const rows = await searchServed(tx, search, foundMax);
      for (const { customerId: target } of rows) {
        await look(tx, tools, { session, target, action: 'CUSTOMER_FOUND' });
      }
      return rows.map(servedView);
    });
  },
  view: async (session, { accountNumber }) =>
    withTransaction(tools.pool, async (tx) => {
      await admitStaff(tx, tools, session, 'look');
      const row = await findServed(tx, accountNumber);
      if (row === null) throw new BankError('CUSTOMER_UNKNOWN');
      await look(tx, tools, { session, target: row.customerId, action: 'CUSTOMER_VIEWED' });
      return servedView(row);
    }),
  details: async (session, { accountNumber }) =>
    withTransaction(tools.pool, async (tx) => {
      await admitStaff(tx, tools, session, 'look');
      const row = await findServed(tx, accountNumber);
      const sealed = row === null ? null : await findDetails(tx, row.customerId);
      if (row === null || sealed === null) throw new BankError('CUSTOMER_UNKNOWN');
      await look(tx, tools, { session, target: row.customerId, action: 'DETAILS_SHOWN' });
      return { ...servedView(row), details: unsealDetails(tools.keys, sealed) };
    }),
});
