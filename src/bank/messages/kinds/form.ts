/** The form of a message kind, and subjects that several kinds have. */
import type * as m from '../../model/index.ts';
import type { Sources } from './sources.ts';

export type Columns = readonly [id: bigint, seq: bigint | null];
export interface Kind<Subject, Content> {
  /** How people are told is chosen by category. */
  readonly category: m.NoticeCategory;
  /** The subject as the outbox stores it. */
  readonly columns: (subject: Subject) => Columns;
  readonly subject: (...columns: Columns) => Subject;
  /** Null: the message is no longer needed. */
  readonly read: (
    sources: Sources,
    subject: Subject,
    customerId: m.CustomerId,
  ) => Promise<Content | null>;
}

export const kind = <Subject, Content>(row: Kind<Subject, Content>): Kind<Subject, Content> => row;

/** A subject with one id, named `name`. */
export const by = <Name extends string, Id extends bigint>(name: Name) => ({
  columns: (subject: Readonly<Record<Name, Id>>): Columns => [subject[name], null],
  subject: (id: bigint) => ({ [name]: id }) as Readonly<Record<Name, Id>>,
});
export const byAudit = by<'auditId', bigint>('auditId');
export const byRequest = by<'requestId', m.RequestId>('requestId');
export const byApproval = by<'approvalId', m.RequestId>('approvalId');
