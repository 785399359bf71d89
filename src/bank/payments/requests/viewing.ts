/** What an asker and a payer see of requests. */
import { stringify } from 'csv-stringify/sync';
import type { Pool, Reader } from '../../../db/pool.ts';
import { accountsOfSession } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import {
  BankError,
  decimalText,
  openRequestsMax,
  pageOf,
  remindersMax,
} from '../../model/index.ts';
import { endOf } from './ending.ts';
import type { RequestsService } from './offered.ts';
import { dueOfPayer, findOwnDues, openDuesOf, readDueViews } from './store/due-views.ts';
import { findRequest, readRequests } from './store/requests.ts';

const sizeMax = 25;

const columns = ['reference', 'name', 'account', 'amount', 'paid', 'state', 'changed at'];

/** Cells of text that a spreadsheet would run as a formula are escaped; numbers stay numbers. */
const csvOf = ({ dues, reference }: m.RequestView, { scale }: m.Currency): string =>
  stringify(
    dues.map(({ payer, amount, paid, state, changedAt }) => [
      reference,
      payer.name,
      payer.numberTail === null ? '' : `…${payer.numberTail}`,
      decimalText(amount, scale),
      decimalText(paid, scale),
      state,
      changedAt.toISOString(),
    ]),
    { header: true, columns, escape_formulas: true, bom: true, record_delimiter: 'windows' },
  );

export interface ViewingTools {
  readonly pool: Pool;
  readonly limits: m.SessionLimits;
  readonly currency: m.Currency;
}

/** Throws SESSION_EXPIRED. */
export async function assertReads(
  reader: Reader,
  session: m.Session,
  limits: m.SessionLimits,
): Promise<void> {
  const own = await accountsOfSession(reader, session, limits);
  if (own.length === 0) throw new BankError('SESSION_EXPIRED');
}

type Views = Pick<
  RequestsService,
  'toPay' | 'made' | 'show' | 'due' | 'find' | 'judgeReminder' | 'csv'
>;

export function createViews({ pool, limits, currency }: ViewingTools): Views {
  const show = async (session: m.Session, id: m.RequestId): Promise<m.RequestView> => {
    await assertReads(pool, session, limits);
    const found = await findRequest(pool, id);
    if (found?.asker !== session.customerId) throw new BankError('REQUEST_UNKNOWN');
    return { ...found.summary, dues: await readDueViews(pool, id) };
  };
  const due = async (session: m.Session, id: m.RequestId): Promise<m.OwnDue> => {
    await assertReads(pool, session, limits);
    const { customerId } = session;
    const dueId = (await dueOfPayer(pool, id, customerId)) ?? id;
    const [found] = await findOwnDues(pool, [dueId]);
    if (found?.payer !== customerId) throw new BankError('REQUEST_UNKNOWN');
    return found;
  };
  return {
    toPay: async (session) => {
      await assertReads(pool, session, limits);
      const ids = await openDuesOf(pool, session.customerId, openRequestsMax);
      return findOwnDues(pool, ids);
    },
    made: async (session, range) => {
      await assertReads(pool, session, limits);
      return pageOf(range, {
        sizeMax,
        keyOf: ({ id }) => id,
        read: async (cursor, limit) => readRequests(pool, session.customerId, { cursor, limit }),
      });
    },
    show,
    due,
    find: async (session, id) => {
      const found = await findRequest(pool, id);
      return found?.asker === session.customerId ? show(session, id) : due(session, id);
    },
    judgeReminder: async (session, id) => {
      const request = await show(session, id);
      if (request.peopleOpen === 0) {
        throw new BankError('REQUEST_ENDED', { state: endOf(request.dues) });
      }
      if (request.reminders < remindersMax) return request;
      throw new BankError('REMINDERS_USED', { max: remindersMax });
    },
    csv: async (session, id) => {
      const request = await show(session, id);
      return { name: `${request.reference}.csv`, csv: csvOf(request, currency) };
    },
  };
}
