/**
 * Every kind of message, a row each: its subject, the columns that store it in the outbox, and what
 * is read when it is sent. Those to staff are in `staff.ts`, the words in `src/words`. A kind that
 * is missing belongs to a newer version: its rows are left alone and reported.
 */
import type * as m from '../../model/index.ts';
import { by, byApproval, byAudit, byRequest, type Columns, kind, type Kind } from './form.ts';
import type { EntryPlace, OccurrencePlace, Sources } from './sources.ts';
import { staffKinds } from './staff.ts';

const byEntry = {
  columns: ({ accountId, seq }: EntryPlace): Columns => [accountId, seq],
  subject: (id: bigint, seq: bigint | null): EntryPlace => ({
    accountId: id as m.AccountId,
    seq: seq ?? 0n,
  }),
};
/** One occurrence of a standing order. */
const byOccurrence = {
  columns: ({ orderId, occurrence }: OccurrencePlace): Columns => [orderId, occurrence],
  subject: (id: bigint, occurrence: bigint | null): OccurrencePlace => ({
    orderId: id as m.RequestId,
    occurrence: occurrence ?? 0n,
  }),
};
/** What a payer is asked for; 0: the request itself, else the number of the reminder. */
interface RequestSubject {
  readonly dueId: m.RequestId;
  readonly reminder: bigint;
}
/** Waiting payments of one customer are sent in one message, oldest first. */
const payment = {
  ...byEntry,
  read: async ({ entry }: Sources, place: EntryPlace) => {
    const found = await entry(place);
    return found && { entries: [found] };
  },
};

/** What a payer was asked for, and is no longer. */
const endedRequest = kind({
  category: 'request',
  ...by<'dueId', m.RequestId>('dueId'),
  read: async ({ due }, { dueId }) => due(dueId),
});

/** To customers, by direct message; those about security also by mail. */
export const personalKinds = {
  MONEY_RECEIVED: kind({ ...payment, category: 'received' }),
  MONEY_SENT: kind({ ...payment, category: 'sent' }),
  MOVED_IN: kind({
    category: 'account',
    ...byEntry,
    read: async ({ entry }, place) => entry(place),
  }),
  MOVED_BACK: kind({
    category: 'account',
    ...byEntry,
    read: async ({ entry }, place) => entry(place),
  }),
  THANKED: kind({
    category: 'received',
    ...by<'transactionId', m.RequestId>('transactionId'),
    read: async ({ thanked }, { transactionId }) => thanked(transactionId),
  }),
  REQUEST: kind({
    category: 'request',
    columns: ({ dueId, reminder }: RequestSubject): Columns => [dueId, reminder],
    subject: (id, seq): RequestSubject => ({ dueId: id as m.RequestId, reminder: seq ?? 0n }),
    read: async ({ openDue }, { dueId, reminder }) => openDue(dueId, reminder),
  }),
  REQUEST_DECLINED: endedRequest,
  REQUEST_CANCELLED: endedRequest,
  REQUEST_WITHDRAWN: endedRequest,
  REQUEST_BY_STAFF: kind({
    category: 'security',
    ...byAudit,
    read: async ({ requestByStaff }, { auditId }) => requestByStaff(auditId),
  }),
  MOVED_BY_STAFF: kind({
    category: 'security',
    ...byAudit,
    read: async ({ movedByStaff }, { auditId }, customerId) => movedByStaff(auditId, customerId),
  }),
  NEW_LOGIN: kind({
    category: 'security',
    ...by<'sessionId', m.SessionId>('sessionId'),
    read: async ({ login }, { sessionId }) => login(sessionId),
  }),
  DEPOSIT_DECIDED: kind({
    category: 'account',
    ...byApproval,
    read: async ({ depositDecision }, { approvalId }) => depositDecision(approvalId),
  }),
  ORDER_OUTCOME: kind({
    category: 'order',
    ...byOccurrence,
    read: async ({ orderOutcome }, place) => orderOutcome(place),
  }),
  ORDER_STATE: kind({
    category: 'order',
    ...by<'orderId', m.RequestId>('orderId'),
    read: async ({ orderState }, { orderId }) => orderState(orderId),
  }),
  ORDER_SHORT: kind({
    category: 'order',
    ...byOccurrence,
    read: async ({ orderShort }, place) => orderShort(place),
  }),
  ORDER_BY_STAFF: kind({
    category: 'security',
    ...byAudit,
    read: async ({ orderByStaff }, { auditId }) => orderByStaff(auditId),
  }),
  PAYEE_ADDED: kind({
    category: 'payee',
    ...by<'payeeId', bigint>('payeeId'),
    read: async ({ payee }, { payeeId }) => payee(payeeId),
  }),
  SHARED_INVITED: kind({
    category: 'account',
    ...by<'invitationId', m.RequestId>('invitationId'),
    read: async ({ sharedInvitation }, { invitationId }) => sharedInvitation(invitationId),
  }),
  SHARED_APPROVAL_ASKED: kind({
    category: 'account',
    ...byApproval,
    read: async ({ sharedApproval }, { approvalId }) => sharedApproval(approvalId, 'WAITING'),
  }),
  SHARED_APPROVAL_ENDED: kind({
    category: 'account',
    ...byApproval,
    read: async ({ sharedApproval }, { approvalId }) => sharedApproval(approvalId, 'ENDED'),
  }),
  SHARED_MOVED: kind({
    category: 'account',
    ...byEntry,
    read: async ({ sharedMove }, place) => sharedMove(place),
  }),
  SHARED_CHANGED: kind({
    category: 'security',
    ...byAudit,
    read: async ({ sharedChange }, { auditId }, customerId) => sharedChange(auditId, customerId),
  }),
  FEE_ANNOUNCED: kind({
    category: 'account',
    ...by<'feeId', m.RequestId>('feeId'),
    read: async ({ fee }, { feeId }) => fee(feeId),
  }),
  INTEREST_ANNOUNCED: kind({
    category: 'account',
    ...by<'rateId', m.RequestId>('rateId'),
    read: async ({ interestRate }, { rateId }) => interestRate(rateId),
  }),
  SETTLED: kind({
    category: 'account',
    ...byRequest,
    read: async ({ outcome }, { requestId }) => outcome(requestId),
  }),
  DIGEST: kind({
    category: 'digest',
    ...by<'monday', bigint>('monday'),
    read: async ({ digest }, { monday }, customerId) => digest(customerId, monday),
  }),
  SECURITY: kind({
    category: 'security',
    ...byAudit,
    read: async ({ security }, { auditId }) => security(auditId),
  }),
};

/** By mail only; the code itself is sealed in the row. */
export const codeKinds = {
  CODE: kind({
    category: 'security',
    ...by<'codeId', bigint>('codeId'),
    read: async ({ code }, { codeId }) => code(codeId),
  }),
};

type SubjectIn<Kinds> = {
  readonly [Name in keyof Kinds]: Kinds[Name] extends Kind<infer Subject, infer _>
    ? { readonly kind: Name } & Subject
    : never;
}[keyof Kinds];
type ContentIn<Kinds> = {
  readonly [Name in keyof Kinds]: Kinds[Name] extends Kind<infer _, infer Content>
    ? { readonly kind: Name } & Content
    : never;
}[keyof Kinds];

export type PersonalSubject = SubjectIn<typeof personalKinds>;
export type DeskSubject = SubjectIn<typeof staffKinds>;
export type Subject = PersonalSubject | DeskSubject | SubjectIn<typeof codeKinds>;
/** Messages to customers, written in the transaction of the change and sent after its commit. */
export type Notice = ContentIn<typeof personalKinds>;
export type DeskNotice = ContentIn<typeof staffKinds>;

type Name = Subject['kind'];
type AnyKind = Kind<unknown, object>;
const all = { ...personalKinds, ...codeKinds, ...staffKinds } as unknown as Readonly<
  Record<Name, AnyKind>
>;

export const knownKinds = Object.keys(all) as readonly Name[];
export const isPersonal = (subject: Subject): subject is PersonalSubject =>
  subject.kind in personalKinds;
export const isForStaff = (subject: Subject): subject is DeskSubject => subject.kind in staffKinds;

export const categoryOf = (name: Name): m.NoticeCategory => all[name].category;

export const columnsOf = (subject: Subject): Columns => all[subject.kind].columns(subject);
export const subjectOf = (name: Name, ...columns: Columns): Subject =>
  ({ kind: name, ...(all[name].subject(...columns) as object) }) as Subject;

/** The content of the message now; null: it is no longer needed. */
export async function contentOf<Content extends Notice | DeskNotice>(
  sources: Sources,
  { subject, customerId }: { readonly subject: Subject; readonly customerId: m.CustomerId },
): Promise<Content | null> {
  const content = await all[subject.kind].read(sources, subject, customerId);
  return content && ({ kind: subject.kind, ...content } as Content);
}
