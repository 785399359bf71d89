/** Managers set what the bank charges: one asks, another decides, and every customer is told. */
import type { Reader } from '../../db/pool.ts';
import type { JobQueue } from '../jobs/index.ts';
import { insertFee, readFees } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError, feeAt, feeKinds, feeNoticeDays } from '../model/index.ts';
import { enqueueAnnouncement } from '../payments/index.ts';
import type { StaffActs } from './acts.ts';
import type { Perform } from './approvals.ts';
import { type Acted, type ApprovalRequests, askOnce } from './asking.ts';
import { announcedDay, assertAnnounced, nowOf, startOf } from './base/announced.ts';

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

const notice = { days: feeNoticeDays, code: 'FEE_TOO_SOON' } as const;

/** Throws FEE_RANGE and FEE_TOO_SOON. */
async function dayOf(reader: Reader, { from, least, most }: WantedFee): Promise<string> {
  if (most !== null && most < least) throw new BankError('FEE_RANGE');
  return announcedDay(reader, from, notice);
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
      askOnce({ acts, requests }, session, {
        id,
        reason,
        kind: 'FEE',
        content: async (tx) => contentOf(wanted, await dayOf(tx, wanted)),
      }),
  };
}

/** Carries out an approved request. Throws FEE_TOO_SOON. */
export const performFee =
  (jobs: JobQueue): Perform =>
  async (tx, { row }) => {
    const fee = feeIn(row.content, row.id);
    await assertAnnounced(tx, fee.from, notice);
    await insertFee(tx, fee);
    await enqueueAnnouncement(jobs, tx, { what: 'FEE', id: row.id });
  };
