import { withList } from '../../db/placeholders.ts';
import { rowsStatement, type Pool, type Reader } from '../../db/pool.ts';
import { bigintOf, bigintOrNull, integerOf, textOf, type Row } from '../../db/rows.ts';
import type { Statement } from '../../db/session.ts';
import type { Tx } from '../../db/transaction.ts';
import type * as m from '../model.ts';
import { erasedAmong } from './customers.ts';

/** What a message tells of; the words are made when it is sent. */
export type Subject =
  PersonalSubject | DeskSubject | { readonly kind: 'CODE'; readonly codeId: bigint };

export type PersonalSubject =
  | { readonly kind: 'MONEY_RECEIVED'; readonly accountId: m.AccountId; readonly seq: bigint }
  | { readonly kind: 'NEW_LOGIN'; readonly sessionId: m.SessionId }
  | { readonly kind: 'DEPOSIT_DECIDED'; readonly approvalId: m.RequestId }
  /** Something that an audit row tells. */
  | { readonly kind: 'SECURITY'; readonly auditId: bigint };

/** What staff read in their channels. */
export type DeskSubject =
  | { readonly kind: 'APPROVAL'; readonly approvalId: m.RequestId }
  | { readonly kind: 'STAFF_ACT'; readonly auditId: bigint }
  | { readonly kind: 'CHAIN_HEAD'; readonly link: bigint }
  | { readonly kind: 'MOVEMENT'; readonly transactionId: m.RequestId };

/** DM: a direct message on Discord. STAFF and LOG: the staff's channels there. */
export type Channel = 'DM' | 'MAIL' | DeskChannel;
export type DeskChannel = 'STAFF' | 'LOG';

export interface NewMessage {
  readonly id: bigint;
  readonly customerId: m.CustomerId;
  readonly subject: Subject;
  /** Whoever the customer's account is bound to when it is sent, unless given. */
  readonly recipient?: m.DiscordUserId;
}

export interface NewMail extends NewMessage {
  /** The address and, for a CODE, the code. */
  readonly sealed: Buffer;
}

const insertRows = `
  INSERT INTO outbox (id, customer_id, kind, subject_id, subject_seq, due_at, recipient)
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

/** The id of what a message tells of, which with its kind finds the rest. */
function subjectId(subject: Subject): bigint {
  switch (subject.kind) {
    case 'MONEY_RECEIVED':
      return subject.accountId;
    case 'NEW_LOGIN':
      return subject.sessionId;
    case 'SECURITY':
      return subject.auditId;
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
  }
}

/** Direct messages. */
export const messagesStatement = (messages: readonly NewMessage[], dueAt: string): Statement =>
  rowsStatement(
    insertRows,
    messages.map(({ id, customerId, subject, recipient = null }) => {
      const seq = subject.kind === 'MONEY_RECEIVED' ? subject.seq : null;
      return [id, customerId, subject.kind, subjectId(subject), seq, dueAt, recipient];
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

export function subjectOf(row: Row): Subject {
  const [id, seq] = [bigintOf(row, 'subject_id'), bigintOrNull(row, 'subject_seq')];
  const kind = textOf(row, 'kind') as Subject['kind'];
  switch (kind) {
    case 'MONEY_RECEIVED':
      return { kind, accountId: id as m.AccountId, seq: seq ?? 0n };
    case 'NEW_LOGIN':
      return { kind, sessionId: id as m.SessionId };
    case 'SECURITY':
    case 'STAFF_ACT':
      return { kind, auditId: id };
    case 'APPROVAL':
    case 'DEPOSIT_DECIDED':
      return { kind, approvalId: id as m.RequestId };
    case 'MOVEMENT':
      return { kind, transactionId: id as m.RequestId };
    case 'CODE':
      return { kind, codeId: id };
    case 'CHAIN_HEAD':
      return { kind, link: id };
  }
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
