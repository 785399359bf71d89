/** Reads the content of messages when they are sent, from several rooms, for the outbox. */
import { gathered } from '../db/gathered.ts';
import type { Pool } from '../db/pool.ts';
import { base64, readCheckpoint, readNote } from '../records/index.ts';
import { accountIdsOf, findParty } from './accounts/index.ts';
import { eventOf, findAudit, findCheckpoint, findLink, placeIn } from './audit/index.ts';
import { findUnsettled, freshMs, hasHappened } from './conversations/index.ts';
import { findStuckJob } from './jobs/index.ts';
import { findTransaction } from './ledger/index.ts';
import { findRecipients, type NoticeEntry, type Sources } from './messages/index.ts';
import type * as m from './model/index.ts';
import { amountOf, numberTail, referenceOf, utc } from './model/index.ts';
import {
  feeSources,
  interestSources,
  orderSources,
  payeeSources,
  requestSources,
} from './payments/index.ts';
import { findCode, findSession, findTimeZone, weekOf } from './people/index.ts';
import {
  counterpartyOf,
  type EntryPlace,
  type OwnEntryRow,
  readEntries,
  sumBetween,
} from './records/index.ts';
import { sharedSources } from './shared/index.ts';
import {
  accountActedOn,
  approvalView,
  findApproval,
  movedByStaff,
  stuckView,
} from './staff/index.ts';

const profileFields: readonly m.ProfileField[] = ['fullName', 'email', 'phone'];

const partyOf = (side: {
  readonly holderName: string;
  readonly accountNumber: m.AccountNumber | null;
}): m.PartyView => ({
  name: side.holderName,
  numberTail: side.accountNumber === null ? null : numberTail(side.accountNumber),
});

const entryOf = (row: OwnEntryRow): NoticeEntry => ({
  transactionId: row.transactionId,
  reference: referenceOf(row.transactionId),
  amount: amountOf(row.amount < 0n ? -row.amount : row.amount),
  counterparty: counterpartyOf(row),
  numberTail: numberTail(row.accountNumber),
  memo: row.memo,
});

/** Entries of several notices are read in one query. */
function entryReader(pool: Pool): Sources['entry'] {
  const find = gathered(pool.limits, async (places: readonly EntryPlace[]) => {
    const rows = await readEntries(pool, places);
    const found = new Map(rows.map((row) => [`${row.accountId} ${row.seq}`, row]));
    return places.map(({ accountId, seq }) => found.get(`${accountId} ${seq}`) ?? null);
  });
  return async (place) => {
    const row = await find(place);
    return row && entryOf(row);
  };
}

async function readDigest(pool: Pool, customerId: m.CustomerId, monday: bigint) {
  const zone = (await findTimeZone(pool, customerId)) ?? utc;
  const { from, until, dates } = weekOf(zone, monday);
  const accounts = await accountIdsOf(pool, customerId);
  const found = await Promise.all(
    accounts.map(async (id) => sumBetween(pool, id, { customerId, from, until })),
  );
  const sumOf = (wanted: boolean): m.HistorySum =>
    found
      .flat()
      .filter(({ isIn }) => isIn === wanted)
      .reduce((all, { sum }) => ({ count: all.count + sum.count, total: all.total + sum.total }), {
        count: 0,
        total: 0n,
      });
  const [received, sent] = [sumOf(true), sumOf(false)];
  return received.count + sent.count === 0 ? null : { ...dates, received, sent };
}

const personalSources = (pool: Pool, limits: m.SessionLimits) =>
  ({
    entry: entryReader(pool),
    thanked: async (id) => {
      const found = await findTransaction(pool, id);
      if (found === null || found.source.accountNumber === null) return null;
      return {
        reference: referenceOf(id),
        amount: amountOf(found.amount),
        payee: partyOf(found.target),
        numberTail: numberTail(found.source.accountNumber),
      };
    },
    ...requestSources(pool),
    ...payeeSources(pool),
    ...sharedSources(pool),
    ...feeSources(pool),
    ...interestSources(pool),
    movedByStaff: async (auditId, customerId) => movedByStaff(pool, auditId, customerId),
    login: async (sessionId) => {
      const session = await findSession(pool, sessionId, limits);
      return session && { place: session.place };
    },
    depositDecision: async (approvalId) => {
      const row = await findApproval(pool, approvalId);
      return (
        row && {
          approved: row.state === 'APPROVED',
          amount: amountOf(BigInt(row.content['amount'] ?? '')),
          memo: row.content['memo'] ?? null,
          reference: referenceOf(row.id),
          numberTail: numberTail(row.accountNumber),
        }
      );
    },
    outcome: async (requestId) => ({
      happened: await hasHappened(pool, requestId),
      reference: referenceOf(requestId),
    }),
    security: async (auditId) => {
      const row = await findAudit(pool, auditId);
      const event = row && eventOf(row.action);
      if (row === null || event === null) return null;
      const changed = row.details['fields']?.split(' ') ?? [];
      return {
        event,
        at: row.occurredAt,
        place: placeIn(row.details),
        changed: profileFields.filter((field) => changed.includes(field)),
      };
    },
    digest: async (customerId, monday) => readDigest(pool, customerId, monday),
    code: async (codeId) => {
      const row = await findCode(pool, codeId);
      if (row === null || row.used || row.expired) return null;
      return { purpose: row.purpose, expiresAt: row.expiresAt };
    },
  }) satisfies Partial<Sources>;

const staffSources = (pool: Pool) =>
  ({
    openApproval: async (approvalId) => {
      const row = await findApproval(pool, approvalId);
      return row?.state === 'OPEN' ? approvalView(row) : null;
    },
    stuck: async (requestId) => {
      const row = await findUnsettled(pool, requestId, freshMs);
      return row?.state === 'STUCK' ? stuckView(row) : null;
    },
    unreached: async (customerId) => {
      const reach = (await findRecipients(pool, [customerId])).get(customerId)?.reach ?? null;
      const party = await findParty(pool, customerId);
      return reach === null || party === null ? null : { customer: partyOf(party), reach };
    },
    stuckJob: async (jobId) => findStuckJob(pool, jobId),
    staffAct: async (auditId) => {
      const row = await findAudit(pool, auditId);
      if (row === null) return null;
      const { action, actor, target, occurredAt: at } = row;
      const party = target === null ? null : await findParty(pool, target);
      const about =
        party === null
          ? null
          : partyOf({ ...party, accountNumber: accountActedOn(row, party.accountNumber) });
      return { action, actor, about, reason: row.reason ?? null, at };
    },
    upkeepFailed: async (auditId) => {
      const row = await findAudit(pool, auditId);
      return row && { task: row.details['task'] as m.UpkeepTask, at: row.occurredAt };
    },
    checkpoint: async (number) => {
      const found = await findCheckpoint(pool, number);
      if (found === null) return null;
      const { size, root } = readCheckpoint(readNote(found.note).text);
      return { size, root: base64(root) };
    },
    chainHead: async (link) => {
      const found = await findLink(pool, link);
      return found && { link, hash: found.hash.toString('hex') };
    },
    movement: async (id) => {
      const found = await findTransaction(pool, id);
      return (
        found && {
          transaction: found.kind,
          initiator: found.initiator,
          reference: referenceOf(id),
          amount: amountOf(found.amount),
          from: partyOf(found.source),
          to: partyOf(found.target),
          at: found.bookedAt,
        }
      );
    },
  }) satisfies Partial<Sources>;

export const messageSources = (pool: Pool, limits: m.SessionLimits): Sources => ({
  ...orderSources(pool),
  ...personalSources(pool, limits),
  ...staffSources(pool),
});
