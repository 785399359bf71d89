/** Managers and auditors read the bank as a whole; each reading is an audit row too. */
import type { Pool } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import { instantFromSql } from '../../lib/clock.ts';
import { dayMs } from '../../lib/durations.ts';
import { firstIdAt } from '../../lib/ids.ts';
import type { AuditActionName } from '../audit/index.ts';
import { sumUnclaimed } from '../imports/index.ts';
import { trialBalance } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { isoDate, numberTail, pageOf } from '../model/index.ts';
import type { StaffActs } from './acts.ts';
import { servedBy } from './looking.ts';
import { type AuditLogRow, readAuditLog } from './store/audit-log.ts';
import {
  countOrders,
  countRequests,
  type OrderCounts,
  type RequestCounts,
} from './store/agreements.ts';
import { countAccounts, countCustomers, type FlowRow, readFlow } from './store/report.ts';

/** One row of the audit trail, as managers and auditors read it. */
export interface AuditEntry {
  readonly id: bigint;
  readonly at: Date;
  /** Upper-case words, for example `ACCOUNT_FROZEN`. */
  readonly action: string;
  readonly actor: m.DiscordUserId;
  /** Null where a customer acted for themselves. */
  readonly role: m.ActorRole | null;
  readonly about: m.PartyView | null;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, string>>;
}

export type AuditPage = m.Page<AuditEntry>;

export interface AuditFilter {
  readonly actor?: m.DiscordUserId;
  readonly target?: m.AccountNumber;
  /** Any of these; none matches no entry. */
  readonly actions?: readonly AuditActionName[];
  /** YYYY-MM-DD, UTC, both days included. */
  readonly fromDate?: string;
  readonly toDate?: string;
}

/** Sums in minor units of one day (UTC), without transactions that were reversed later. */
export interface DayFlow {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly deposited: bigint;
  readonly withdrawn: bigint;
  readonly transferred: bigint;
  /** Adjustments in the customers' favour, and those against them. */
  readonly adjustedIn: bigint;
  readonly adjustedOut: bigint;
  /** Number of bookings of every kind, reversals and reversed ones included. */
  readonly transactions: number;
}

export interface BankReport {
  readonly at: Date;
  readonly customers: number;
  readonly accounts: Readonly<Record<m.AccountStatus | 'LOCKED', number>>;
  /** Standing orders. */
  readonly orders: OrderCounts;
  /** Requests for money. */
  readonly requests: RequestCounts;
  /** The sum of all customers' balances. */
  readonly held: bigint;
  /** Of it, what imports have left for people who have not registered. */
  readonly unclaimed: { readonly people: number; readonly units: bigint };
  /** Oldest first, today last; days without movements included. */
  readonly days: readonly DayFlow[];
  readonly trialBalance: m.TrialBalance;
}

/** Reading the bank as a whole. All throw SESSION_EXPIRED and STAFF_RIGHT_MISSING. */
export interface OversightService {
  /** Newest first, in pages that new rows do not shift. Throws CUSTOMER_UNKNOWN. */
  audit(
    session: m.Session,
    query: m.PageRange & { readonly filter: AuditFilter },
  ): Promise<AuditPage>;
  report(session: m.Session): Promise<BankReport>;
  /** Before a manager sees the findings of the doctor. */
  noteHealthRead(session: m.Session): Promise<void>;
}

const sizeMax = 50;
const daysShown = 14;
/**
 * A transaction has the id of its request, made when it was asked: an approval may wait for a day,
 * and an outage of the database holds a booking up for as long as it lasts.
 */
const idLeadMs = 7 * dayMs;

/** The account that the act names, or else the customer's first. */
export const accountActedOn = (
  { details }: { readonly details: Readonly<Record<string, string>> },
  first: m.AccountNumber,
): m.AccountNumber => (details['account'] as m.AccountNumber | undefined) ?? first;

const entryOf = ({ holderName, accountNumber, ...row }: AuditLogRow): AuditEntry => ({
  ...row,
  about:
    holderName === null || accountNumber === null
      ? null
      : { name: holderName, numberTail: numberTail(accountActedOn(row, accountNumber)) },
});

const createAudit =
  (pool: Pool, acts: StaffActs): OversightService['audit'] =>
  async (session, { filter, ...range }) => {
    const { target: number, ...rest } = filter;
    const target = number === undefined ? null : (await servedBy(pool, number)).customerId;
    const wanted = {
      ...rest,
      ...(target === null ? {} : { target }),
    };
    return acts.read(session, 'oversee', async (tx, standing) => {
      const page = await pageOf(range, {
        sizeMax,
        read: async (cursor, limit) =>
          (await readAuditLog(tx, { ...wanted, cursor, limit })).map(entryOf),
        keyOf: ({ id }) => id,
      });
      // Only the first page is noted.
      if (range.before === undefined && range.after === undefined) {
        await acts.note(tx, { action: 'AUDIT_READ', session, standing, target });
      }
      return page;
    });
  };

function flowOf(day: string, rows: readonly FlowRow[]): DayFlow {
  const ofDay = rows.filter((row) => row.day === day);
  const total = (kind: m.TransactionKind, from: 'bank' | 'customer'): bigint =>
    ofDay
      .filter((row) => row.kind === kind && (row.source === 'CUSTOMER') === (from === 'customer'))
      .reduce((sum, row) => sum + row.total, 0n);
  return {
    day,
    deposited: total('DEPOSIT', 'bank'),
    withdrawn: total('WITHDRAWAL', 'customer'),
    transferred: total('TRANSFER', 'customer'),
    adjustedIn: total('ADJUSTMENT', 'bank'),
    adjustedOut: total('ADJUSTMENT', 'customer'),
    transactions: ofDay.reduce((sum, { transactions }) => sum + transactions, 0),
  };
}

const createReport =
  (acts: StaffActs): OversightService['report'] =>
  async (session) =>
    acts.read(session, 'oversee', async (tx, standing): Promise<BankReport> => {
      const at = instantFromSql(await databaseNow(tx));
      const midnightMs = at.getTime() - (at.getTime() % dayMs);
      const firstMs = midnightMs - (daysShown - 1) * dayMs;
      const range = { firstId: firstIdAt(firstMs - idLeadMs), since: isoDate(firstMs) };
      const flow = await readFlow(tx, range);
      const today = isoDate(midnightMs);
      const since = { at: today, firstId: firstIdAt(midnightMs - idLeadMs) };
      const days = Array.from({ length: daysShown }, (_, day) => isoDate(firstMs + day * dayMs));
      const { open, frozen, closed, locked } = await countAccounts(tx);
      const books = await trialBalance(tx);
      await acts.note(tx, { action: 'REPORT_READ', session, standing, target: null });
      return {
        at,
        customers: await countCustomers(tx),
        accounts: { OPEN: open, FROZEN: frozen, CLOSED: closed, LOCKED: locked },
        orders: await countOrders(tx, since),
        requests: await countRequests(tx, since),
        unclaimed: await sumUnclaimed(tx),
        held: books.lines.find(({ kind }) => kind === 'CUSTOMER')?.balance ?? 0n,
        days: days.map((day) => flowOf(day, flow)),
        trialBalance: books,
      };
    });

export const createOversight = ({
  pool,
  acts,
}: {
  readonly pool: Pool;
  readonly acts: StaffActs;
}): OversightService => ({
  audit: createAudit(pool, acts),
  report: createReport(acts),
  noteHealthRead: async (session) =>
    acts.read(session, 'manage', async (tx, standing) =>
      acts.note(tx, { action: 'HEALTH_READ', session, standing, target: null }),
    ),
});
