import { withList } from '../../../db/placeholders.ts';
import { type Pool, type Reader, rowsStatement } from '../../../db/pool.ts';
import { bigintOf, bigintOrNull, integerOf, type Row, textOf } from '../../../db/rows.ts';
import type { Statement } from '../../../db/session.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { erasedAmong } from '../../people/index.ts';

/** What a message tells of; the words are made when it is sent. */
export type Subject =
  PersonalSubject | DeskSubject | { readonly kind: 'CODE'; readonly codeId: bigint };

/** An entry, as the owner of its account is told of it. */
export interface PaymentSubject {
  readonly kind: 'MONEY_RECEIVED' | 'MONEY_SENT';
  readonly accountId: m.AccountId;
  readonly seq: bigint;
}
export type PersonalSubject =
  | PaymentSubject
  /** An act of staff on the customer's money, which an audit row tells. */
  | { readonly kind: 'MOVED_BY_STAFF'; readonly auditId: bigint }
  | { readonly kind: 'NEW_LOGIN'; readonly sessionId: m.SessionId }
  | { readonly kind: 'DEPOSIT_DECIDED'; readonly approvalId: m.RequestId }
  /** A confirmation that was ended without an answer to its press. */
  | { readonly kind: 'SETTLED'; readonly requestId: m.RequestId }
  /** Something that an audit row tells. */
  | { readonly kind: 'SECURITY'; readonly auditId: bigint };

/** What staff read in their channels. */
export type DeskSubject =
  | { readonly kind: 'APPROVAL'; readonly approvalId: m.RequestId }
  | { readonly kind: 'STAFF_ACT'; readonly auditId: bigint }
  | { readonly kind: 'STUCK'; readonly requestId: m.RequestId }
  | { readonly kind: 'CHAIN_HEAD'; readonly link: bigint }
  | { readonly kind: 'MOVEMENT'; readonly transactionId: m.RequestId };

/**
 * DM: a direct message on Discord. BOTH: the same, of a payment whose payer is told as well, see
 * `tellPayers`. STAFF and LOG: the staff's channels there.
 */
export type Channel = 'DM' | 'BOTH' | 'MAIL' | DeskChannel;
export type DeskChannel = 'STAFF' | 'LOG';

export interface NewMessage {
  readonly id: bigint;
  readonly customerId: m.CustomerId;
  readonly subject: Subject;
  /** Whoever the customer's account is bound to when it is sent, unless given. */
  readonly recipient?: m.DiscordUserId;
  /** A direct message unless given. */
  readonly channel?: 'DM' | 'BOTH';
}

export interface NewMail extends NewMessage {
  /** The address and, for a CODE, the code. */
  readonly sealed: Buffer;
}

const insertRows = `
  INSERT INTO outbox (id, customer_id, channel, kind, subject_id, subject_seq, due_at, recipient)
  VALUES :rows`;
const insertDeskRows = `
  INSERT INTO outbox (id, customer_id, channel, kind, subject_id, due_at)
  VALUES :rows`;
const insertMailRows = `
  INSERT INTO outbox (id, customer_id, channel, kind, subject_id, sealed, due_at)
  VALUES :rows`;
const deleteMany = `
  DELETE FROM outbox
  WHERE id IN (:list)`;
const selectOne = `
  SELECT kind, attempts
  FROM outbox
  WHERE id = ?`;
const postponeOne = `
  UPDATE outbox
  SET due_at = NOW(6) + INTERVAL ? MICROSECOND
  WHERE id = ?`;

export const isPayment = (subject: Subject): subject is PaymentSubject =>
  subject.kind === 'MONEY_RECEIVED' || subject.kind === 'MONEY_SENT';

/** The id of what a message tells of, which with its kind finds the rest. */
function subjectId(subject: Subject): bigint {
  switch (subject.kind) {
    case 'MONEY_RECEIVED':
    case 'MONEY_SENT':
      return subject.accountId;
    case 'NEW_LOGIN':
      return subject.sessionId;
    case 'SECURITY':
    case 'MOVED_BY_STAFF':
    case 'STAFF_ACT':
      return subject.auditId;
    case 'CODE':
      return subject.codeId;
    case 'CHAIN_HEAD':
      return subject.link;
    case 'APPROVAL':
    case 'DEPOSIT_DECIDED':
      return subject.approvalId;
    case 'MOVEMENT':
      return subject.transactionId;
    case 'SETTLED':
    case 'STUCK':
      return subject.requestId;
  }
}

/** Direct messages. */
export const messagesStatement = (messages: readonly NewMessage[], dueAt: string): Statement =>
  rowsStatement(
    insertRows,
    messages.map(({ id, customerId, subject, recipient = null, channel = 'DM' }) => {
      const seq = isPayment(subject) ? subject.seq : null;
      return [id, customerId, channel, subject.kind, subjectId(subject), seq, dueAt, recipient];
    }),
  );

/** An erased customer gets none; a message with a recipient of its own leaves in any case. */
export async function insertMessages(
  tx: Tx,
  messages: readonly NewMessage[],
  dueAt: string,
): Promise<void> {
  const bound = messages.filter(({ recipient }) => recipient === undefined);
  const erased = await erasedAmong(
    tx,
    bound.map(({ customerId }) => customerId),
  );
  const told = messages.filter((one) => !bound.includes(one) || !erased.has(one.customerId));
  if (told.length > 0) await tx.writeTogether([messagesStatement(told, dueAt)]);
}

export async function insertMails(tx: Tx, mails: readonly NewMail[], dueAt: string): Promise<void> {
  await tx.writeRows(
    insertMailRows,
    mails.map(({ id, customerId, subject, sealed }) => {
      return [id, customerId, 'MAIL', subject.kind, subjectId(subject), sealed, dueAt];
    }),
  );
}

type DeskMessages = readonly (NewMessage & { readonly subject: DeskSubject })[];

/** To a channel of the staff, in order for each customer whose act or money it is. */
export const deskMessagesStatement = (
  channel: DeskChannel,
  messages: DeskMessages,
  dueAt: string,
): Statement =>
  rowsStatement(
    insertDeskRows,
    messages.map(({ id, customerId, subject }) => {
      return [id, customerId, channel, subject.kind, subjectId(subject), dueAt];
    }),
  );

export async function insertDeskMessages(
  tx: Tx,
  channel: DeskChannel,
  messages: DeskMessages,
  dueAt: string,
): Promise<void> {
  if (messages.length > 0)
    await tx.writeTogether([deskMessagesStatement(channel, messages, dueAt)]);
}

type Reading = (id: bigint, seq: bigint | null) => Subject;

/** Every kind that this version knows, and how its row is read. */
const readings: Readonly<Record<Subject['kind'], Reading>> = {
  MONEY_RECEIVED: (id, seq) => ({
    kind: 'MONEY_RECEIVED',
    accountId: id as m.AccountId,
    seq: seq ?? 0n,
  }),
  MONEY_SENT: (id, seq) => ({ kind: 'MONEY_SENT', accountId: id as m.AccountId, seq: seq ?? 0n }),
  MOVED_BY_STAFF: (auditId) => ({ kind: 'MOVED_BY_STAFF', auditId }),
  NEW_LOGIN: (id) => ({ kind: 'NEW_LOGIN', sessionId: id as m.SessionId }),
  SECURITY: (auditId) => ({ kind: 'SECURITY', auditId }),
  STAFF_ACT: (auditId) => ({ kind: 'STAFF_ACT', auditId }),
  APPROVAL: (id) => ({ kind: 'APPROVAL', approvalId: id as m.RequestId }),
  DEPOSIT_DECIDED: (id) => ({ kind: 'DEPOSIT_DECIDED', approvalId: id as m.RequestId }),
  MOVEMENT: (id) => ({ kind: 'MOVEMENT', transactionId: id as m.RequestId }),
  SETTLED: (id) => ({ kind: 'SETTLED', requestId: id as m.RequestId }),
  STUCK: (id) => ({ kind: 'STUCK', requestId: id as m.RequestId }),
  CODE: (codeId) => ({ kind: 'CODE', codeId }),
  CHAIN_HEAD: (link) => ({ kind: 'CHAIN_HEAD', link }),
};

/** As a list in SQL; the rows of other kinds are for a newer version. */
export const knownKindsClause = `('${Object.keys(readings).join("', '")}')`;

/** Of a row of a known kind. */
export function subjectOf(row: Row): Subject {
  const kind = textOf(row, 'kind') as Subject['kind'];
  return readings[kind](bigintOf(row, 'subject_id'), bigintOrNull(row, 'subject_seq'));
}

export async function deleteMessages(pool: Pool, ids: readonly bigint[]): Promise<void> {
  const { sql, values } = withList(deleteMany, ids);
  await pool.write(sql, values);
}

export async function postponeMessage(pool: Pool, id: bigint, delayMs: number): Promise<void> {
  await pool.write(postponeOne, [delayMs * 1000, id]);
}

export async function findMessage(
  reader: Reader,
  id: bigint,
): Promise<{ readonly kind: Subject['kind']; readonly attempts: number } | null> {
  const [row] = await reader.rows(selectOne, [id]);
  if (row === undefined) return null;
  return { kind: textOf(row, 'kind') as Subject['kind'], attempts: integerOf(row, 'attempts') };
}
