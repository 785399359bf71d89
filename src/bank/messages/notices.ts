/** What a waiting message tells, read when it is sent. */
import { gathered } from '../../db/gathered.ts';
import type { Pool } from '../../db/pool.ts';
import { findAudit } from '../audit/index.ts';
import { hasHappened } from '../conversations/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, numberTail, type ProfileField, referenceOf } from '../model/index.ts';
import { findCode, findSession, type SessionLimits } from '../people/index.ts';
import {
  counterpartyOf,
  type EntryPlace,
  type OwnEntryRow,
  readEntries,
} from '../records/index.ts';
import { findApproval, movedNoticeOf } from '../staff/index.ts';
import type { CodeNotice, Notice, SecurityEvent } from './service.ts';
import type { PaymentSubject, PersonalSubject } from './store/outbox.ts';

const events: readonly SecurityEvent[] = [
  'PASSWORD_CHANGED',
  'PASSWORD_RECOVERED',
  'RECOVERY_CODES_RENEWED',
  'RECOVERY_CODE_USED',
  'PROFILE_CHANGED',
  'EMAIL_CHANGE_ASKED',
  'EMAIL_CHANGED',
  'ACCOUNT_LOCKED',
  'ACCOUNT_UNLOCKED',
  'ACCOUNT_FROZEN',
  'ACCOUNT_UNFROZEN',
  'TOTP_ENABLED',
  'TOTP_DISABLED',
];
/** Where the act that is audited is named otherwise than what it did. */
const eventOf: Readonly<Record<string, SecurityEvent>> = {
  UNFREEZE_APPROVED: 'ACCOUNT_UNFROZEN',
  RELINK_APPROVED: 'ACCOUNT_RELINKED',
};
const fields: readonly ProfileField[] = ['fullName', 'email', 'phone'];

/** How an audit row keeps a place: ids only. */
export const placeDetails = ({ guildId, channelId }: m.Place): Record<string, string> => ({
  ...(guildId === null ? {} : { guild: guildId }),
  channel: channelId,
});
const placeIn = ({ guild, channel }: Readonly<Record<string, string>>): m.Place | null =>
  channel === undefined ? null : { guildId: guild ?? null, channelId: channel };

/** The entries of many notices are read together. */
function entryFinder(pool: Pool) {
  return gathered(pool.limits, async (places: readonly EntryPlace[]) => {
    const rows = await readEntries(pool, places);
    const found = new Map(rows.map((row) => [`${row.accountId} ${row.seq}`, row]));
    return places.map(({ accountId, seq }) => found.get(`${accountId} ${seq}`) ?? null);
  });
}

function paymentOf(kind: PaymentSubject['kind'], row: OwnEntryRow): Notice {
  return {
    kind,
    entries: [
      {
        reference: referenceOf(row.transactionId),
        amount: amountOf(row.amount < 0n ? -row.amount : row.amount),
        counterparty: counterpartyOf(row),
        numberTail: numberTail(row.accountNumber),
        memo: row.memo,
      },
    ],
  };
}

/** Several payments of one direction as one notice; of anything else there is only one. */
export function inOne(notices: readonly Notice[]): Notice | null {
  const [first = null] = notices;
  if (first === null || !('entries' in first)) return first;
  const entries = notices.flatMap((one) => ('entries' in one ? one.entries : []));
  return { kind: first.kind, entries };
}

async function depositDecided(pool: Pool, approvalId: m.RequestId): Promise<Notice | null> {
  const row = await findApproval(pool, approvalId);
  if (row === null) return null;
  return {
    kind: 'DEPOSIT_DECIDED',
    approved: row.state === 'APPROVED',
    amount: amountOf(BigInt(row.content['amount'] ?? '')),
    memo: row.content['memo'] ?? null,
    reference: referenceOf(row.id),
    numberTail: numberTail(row.accountNumber),
  };
}

async function settled(pool: Pool, requestId: m.RequestId): Promise<Notice> {
  const happened = await hasHappened(pool, requestId);
  return { kind: 'SETTLED', happened, reference: referenceOf(requestId) };
}

async function security(pool: Pool, auditId: bigint): Promise<Notice | null> {
  const row = await findAudit(pool, auditId);
  const event = eventOf[row?.action ?? ''] ?? events.find((one) => one === row?.action);
  if (row === null || event === undefined) return null;
  const changed = row.details['fields']?.split(' ') ?? [];
  return {
    kind: 'SECURITY',
    event,
    at: row.occurredAt,
    place: placeIn(row.details),
    changed: fields.filter((field) => changed.includes(field)),
  };
}

/** Answers null for a subject that is gone, which leaves nothing to tell. */
export type NoticeOf = (told: {
  readonly subject: PersonalSubject;
  readonly customerId: m.CustomerId;
}) => Promise<Notice | null>;

export function noticeReader(pool: Pool, limits: SessionLimits): NoticeOf {
  const entryAt = entryFinder(pool);
  return async ({ subject, customerId }) => {
    switch (subject.kind) {
      case 'MONEY_RECEIVED':
      case 'MONEY_SENT': {
        const row = await entryAt(subject);
        return row && paymentOf(subject.kind, row);
      }
      case 'MOVED_BY_STAFF':
        return movedNoticeOf(pool, subject.auditId, customerId);
      case 'NEW_LOGIN': {
        const session = await findSession(pool, subject.sessionId, limits);
        return session && { kind: 'NEW_LOGIN', place: session.place };
      }
      case 'DEPOSIT_DECIDED':
        return depositDecided(pool, subject.approvalId);
      case 'SETTLED':
        return settled(pool, subject.requestId);
      case 'SECURITY':
        return security(pool, subject.auditId);
    }
  };
}

/** Null when the code is of no use any more. */
export async function codeNoticeOf(
  pool: Pool,
  codeId: bigint,
  code: string,
): Promise<CodeNotice | null> {
  const row = await findCode(pool, codeId);
  if (row === null || row.used || row.expired) return null;
  return { kind: 'CODE', purpose: row.purpose, code, expiresAt: row.expiresAt };
}
