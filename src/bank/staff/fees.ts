/** Managers set what the bank charges: one asks, another decides, and every customer is told. */
import type { Reader } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import { instant, instantFromSql } from '../../lib/clock.ts';
import { dayMs } from '../../lib/durations.ts';
import type { JobQueue } from '../jobs/index.ts';
import { insertFee, readFees } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError, feeAt, feeKinds, feeNoticeDays, isoDate } from '../model/index.ts';
import { enqueueAnnouncement } from '../payments/index.ts';
import { lockCustomer } from '../people/index.ts';
import type { StaffActs } from './acts.ts';
import type { Perform } from './approvals.ts';
import { type Acted, type ApprovalRequests, approvalView } from './asking.ts';
import { findApproval } from './store/approvals.ts';

/** A fee as its card showed it. */
export interface WantedFee extends m.FeeTerms {
  readonly kind: m.FeeKind;
  /** YYYY-MM-DD: it holds when this day begins in UTC. Null: as soon as it can. */
  readonly from: string | null;
}

/** All throw SESSION_EXPIRED, STAFF_RIGHT_MISSING, FEE_TOO_SOON and FEE_RANGE. */
export interface StaffFeesService {
  /** Changes nothing. What holds when it is asked, and the day from which the new one would. */
  judge(
    session: m.Session,
    wanted: WantedFee,
  ): Promise<{ readonly before: m.FeeTerms | null; readonly from: string }>;
  /** Asks a second manager, once per request. Also throws APPROVAL_WAITING. */
  ask(
    session: m.Session,
    wanted: WantedFee & m.Confirmed & { readonly reason: string },
  ): Promise<Acted>;
}

/** A request is decided within a day, and announced after that. */
const firstAfterDays = feeNoticeDays + 2;

const startOf = (day: string): Date => instant(Date.parse(`${day}T00:00:00Z`));

const nowOf = async (reader: Reader): Promise<Date> => instantFromSql(await databaseNow(reader));

/** Throws FEE_RANGE and FEE_TOO_SOON. */
async function dayOf(reader: Reader, { from, least, most }: WantedFee): Promise<string> {
  if (most !== null && most < least) throw new BankError('FEE_RANGE');
  const now = await nowOf(reader);
  const first = isoDate(now.getTime() + firstAfterDays * dayMs);
  if (from !== null && from < first) {
    throw new BankError('FEE_TOO_SOON', { first, days: feeNoticeDays });
  }
  return from ?? first;
}

const contentOf = (
  { kind, flat, perMille, least, most, free }: WantedFee,
  from: string,
): Record<string, string> => ({
  movement: kind,
  flat: `${flat}`,
  perMille: `${perMille}`,
  least: `${least}`,
  ...(most === null ? {} : { most: `${most}` }),
  free: `${free}`,
  from,
});

/** The fee in the content of a request. */
export function feeIn(content: Readonly<Record<string, string>>, id: m.RequestId): m.Fee {
  const units = (name: string): bigint => BigInt(content[name] ?? '0');
  return {
    id,
    kind: feeKinds.find((kind) => kind === content['movement']) ?? 'TRANSFER',
    flat: units('flat'),
    perMille: units('perMille'),
    least: units('least'),
    most: content['most'] === undefined ? null : units('most'),
    free: +(content['free'] ?? '0'),
    from: startOf(content['from'] ?? ''),
  };
}

export function createStaffFees(tools: {
  readonly acts: StaffActs;
  readonly requests: ApprovalRequests;
}): StaffFeesService {
  const { acts, requests } = tools;
  return {
    judge: async (session, wanted) =>
      acts.read(session, 'manage', async (tx) => {
        const from = await dayOf(tx, wanted);
        return { before: feeAt(await readFees(tx), wanted.kind, await nowOf(tx)), from };
      }),
    ask: async (session, { requestId: id, reason, ...wanted }) =>
      acts.change(async (tx, auditId): Promise<Acted> => {
        const { customerId: target } = session;
        await lockCustomer(tx, target);
        const earlier = await findApproval(tx, id);
        if (earlier?.maker.customerId === target) {
          return { kind: 'asked', approval: approvalView(earlier) };
        }
        const standing = await acts.admit(tx, session, 'manage');
        const content = contentOf(wanted, await dayOf(tx, wanted));
        const about = { kind: 'FEE', target, content, reason } as const;
        const approval = await requests.ask(tx, { id, auditId, session, standing, ...about });
        return { kind: 'asked', approval };
      }),
  };
}

/** Carries out an approved request. Throws FEE_TOO_SOON. */
export const performFee =
  (jobs: JobQueue): Perform =>
  async (tx, { row }) => {
    const fee = feeIn(row.content, row.id);
    const earliest = (await nowOf(tx)).getTime() + feeNoticeDays * dayMs;
    if (fee.from.getTime() < earliest) {
      const first = isoDate(earliest + dayMs);
      throw new BankError('FEE_TOO_SOON', { first, days: feeNoticeDays });
    }
    await insertFee(tx, fee);
    await enqueueAnnouncement(jobs, tx, { feeId: row.id });
  };
