/** Managers set what the bank pays on saved money: one asks, another decides. */
import type { JobQueue } from '../jobs/index.ts';
import type * as m from '../model/index.ts';
import { interestNoticeDays, interestTypes, rateAt } from '../model/index.ts';
import { enqueueAnnouncement, insertRate, readRates } from '../payments/index.ts';
import type { StaffActs } from './acts.ts';
import type { Perform } from './approvals.ts';
import { type Acted, type ApprovalRequests, askOnce } from './asking.ts';
import { announcedDay, assertAnnounced, nowOf, startOf } from './base/announced.ts';

/** A rate as its card showed it. */
export interface WantedRate {
  readonly type: m.InterestType;
  /** From 0 to `basisPointsMax`. */
  readonly basisPoints: bigint;
  /** YYYY-MM-DD: it holds when this day begins in UTC. Null: as soon as it can. */
  readonly from: string | null;
}

/** All throw SESSION_EXPIRED, STAFF_RIGHT_MISSING and INTEREST_TOO_SOON. */
export interface StaffInterestService {
  /** Changes nothing. The rate that holds when it is asked, and the day of the new one. */
  judge(
    session: m.Session,
    wanted: WantedRate,
  ): Promise<{ readonly before: bigint; readonly from: string }>;
  /** Asks a second manager, once per request. Also throws APPROVAL_WAITING. */
  ask(
    session: m.Session,
    wanted: WantedRate & m.Confirmed & { readonly reason: string },
  ): Promise<Acted>;
}

const notice = { days: interestNoticeDays, code: 'INTEREST_TOO_SOON' } as const;

const rateIn = (content: Readonly<Record<string, string>>, id: m.RequestId): m.InterestRate => ({
  id,
  type: interestTypes.find((type) => type === content['savings']) ?? 'SAVINGS',
  basisPoints: BigInt(content['basisPoints'] ?? '0'),
  from: startOf(content['from'] ?? ''),
});

export function createStaffInterest(tools: {
  readonly acts: StaffActs;
  readonly requests: ApprovalRequests;
}): StaffInterestService {
  return {
    judge: async (session, { type, from: day }) =>
      tools.acts.read(session, 'manage', async (tx) => {
        const from = await announcedDay(tx, day, notice);
        const before = rateAt(await readRates(tx), type, await nowOf(tx));
        return { before: before?.basisPoints ?? 0n, from };
      }),
    ask: async (session, { requestId: id, reason, type, basisPoints, from }) =>
      askOnce(tools, session, {
        id,
        reason,
        kind: 'INTEREST',
        content: async (tx) => ({
          savings: type,
          basisPoints: `${basisPoints}`,
          from: await announcedDay(tx, from, notice),
        }),
      }),
  };
}

/** Carries out an approved request. Throws INTEREST_TOO_SOON. */
export const performInterest =
  (jobs: JobQueue): Perform =>
  async (tx, { row }) => {
    const rate = rateIn(row.content, row.id);
    await assertAnnounced(tx, rate.from, notice);
    await insertRate(tx, rate);
    await enqueueAnnouncement(jobs, tx, { what: 'INTEREST', id: row.id });
  };
