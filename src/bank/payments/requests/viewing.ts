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

/** Without a look at the session, which may have ended since the change that it shows. */
export async function shownTo(
  reader: Reader,
  asker: m.CustomerId,
  id: m.RequestId,
): Promise<m.RequestView> {
  const found = await findRequest(reader, id);
  if (found?.asker !== asker) throw new BankError('REQUEST_UNKNOWN');
  return { ...found.summary, dues: await readDueViews(reader, id) };
}

/** The same for what a payer was asked for, by the id of the due or of its request. */
export async function dueShownTo(
  reader: Reader,
  payer: m.CustomerId,
  id: m.RequestId,
): Promise<m.OwnDue> {
  const dueId = (await dueOfPayer(reader, id, payer)) ?? id;
  const [found] = await findOwnDues(reader, [dueId]);
  if (found?.payer !== payer) throw new BankError('REQUEST_UNKNOWN');
  return found;
}

export function createViews({ pool, limits, currency }: ViewingTools): Views {
  const show = async (session: m.Session, id: m.RequestId): Promise<m.RequestView> => {
    await assertReads(pool, session, limits);
    return shownTo(pool, session.customerId, id);
  };
  const due = async (session: m.Session, id: m.RequestId): Promise<m.OwnDue> => {
    await assertReads(pool, session, limits);
    return dueShownTo(pool, session.customerId, id);
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
