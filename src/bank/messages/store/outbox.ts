import { withList } from '../../../db/text/placeholders.ts';
import type { Pool, Reader } from '../../../db/pool.ts';
import { rowsAsText } from '../../../db/text/row-statements.ts';
import { bigintOf, bigintOrNull, integerOf, type Row, textOf } from '../../../db/rows.ts';
import type { RowsStatement } from '../../../db/text/statement.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import {
  columnsOf,
  type DeskSubject,
  knownKinds,
  type Subject,
  subjectOf,
} from '../kinds/registry.ts';

/**
 * DM: a direct message on Discord. BOTH: one about a payment whose payer still gets one too, see
 * `tellPayers`. SHARED: for members of a shared account, see `spreadShared`. STAFF and LOG: the
 * staff channels on Discord. Ended direct messages are in INBOX, and those that wait for the end of
 * quiet hours in HELD; only `store/ends.ts` writes these.
 */
export type Channel = 'DM' | 'BOTH' | 'SHARED' | 'MAIL' | DeskChannel;
export type DeskChannel = 'STAFF' | 'LOG';

/** In a message that concerns no customer; no customer has this id. */
export const noCustomer = 0n as m.CustomerId;

export interface NewMessage {
  readonly id: bigint;
  readonly customerId: m.CustomerId;
  readonly subject: Subject;
  /** Default: the Discord user to whom the account is bound when the message is sent. */
  readonly recipient?: m.DiscordUserId;
  /** Default: DM. */
  readonly channel?: 'DM' | 'BOTH' | 'SHARED';
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
const selectErased = `
  SELECT id
  FROM customers
  WHERE id IN (:list) AND discord_user_id LIKE 'x%'`;
const selectHolders = `
  SELECT id
  FROM customers
  WHERE id IN (:list) AND discord_user_id LIKE 's%'`;
const selectAny = `
  SELECT id
  FROM outbox
  WHERE id = ?`;
const deleteMany = `
  DELETE FROM outbox
  WHERE id IN (:list)`;
const selectMany = `
  SELECT kind, attempts
  FROM outbox
  WHERE id IN (:list)`;
const postponeMany = `
  UPDATE outbox
  SET due_at = NOW(6) + INTERVAL ? MICROSECOND, tried_at = IF(?, tried_at, NULL),
    repeats = IF(?, repeats, 0)
  WHERE id IN (:list)`;

export const isPayment = (subject: Subject): boolean =>
  subject.kind === 'MONEY_RECEIVED' || subject.kind === 'MONEY_SENT';

/** Direct messages. */
export const messagesStatement = (messages: readonly NewMessage[], dueAt: string): RowsStatement =>
  rowsAsText(insertRows, messages, (out, message) => {
    const { id, customerId, subject, recipient = null, channel = 'DM' } = message;
    const [subjectId, seq] = columnsOf(subject);
    out.put(id);
    out.put(customerId);
    out.put(channel);
    out.put(subject.kind);
    out.put(subjectId);
    out.put(seq);
    out.put(dueAt);
    out.put(recipient);
  });

/** The ids of those customers who are erased. */
export async function erasedAmong(
  reader: Reader,
  ids: readonly m.CustomerId[],
): Promise<ReadonlySet<bigint>> {
  if (ids.length === 0) return new Set();
  const { sql, values } = withList(selectErased, ids);
  return new Set((await reader.rows(sql, values)).map((row) => bigintOf(row, 'id')));
}

/** The ids of those that are holders of shared accounts, and no people. */
async function holdersAmong(
  reader: Reader,
  ids: readonly m.CustomerId[],
): Promise<ReadonlySet<bigint>> {
  if (ids.length === 0) return new Set();
  const { sql, values } = withList(selectHolders, ids);
  return new Set((await reader.rows(sql, values)).map((row) => bigintOf(row, 'id')));
}

/**
 * Skips messages to erased customers, except those with a recipient of their own. Messages to the
 * holder of a shared account are for its members.
 */
export async function insertMessages(
  tx: Tx,
  messages: readonly NewMessage[],
  dueAt: string,
): Promise<void> {
  const bound = messages.filter(({ recipient }) => recipient === undefined);
  const ids = bound.map(({ customerId }) => customerId);
  const erased = await erasedAmong(tx, ids);
  const holders = await holdersAmong(tx, ids);
  const wanted = messages
    .filter((one) => !bound.includes(one) || !erased.has(one.customerId))
    .map((one) => (holders.has(one.customerId) ? { ...one, channel: 'SHARED' as const } : one));
  if (wanted.length > 0) await tx.writeTogether([messagesStatement(wanted, dueAt)]);
}

export async function insertMails(tx: Tx, mails: readonly NewMail[], dueAt: string): Promise<void> {
  await tx.writeRows(
    insertMailRows,
    mails.map(({ id, customerId, subject, sealed }) => {
      const [subjectId] = columnsOf(subject);
      return [id, customerId, 'MAIL', subject.kind, subjectId, sealed, dueAt];
    }),
  );
}

type DeskMessages = readonly (NewMessage & { readonly subject: DeskSubject })[];

/** To a staff channel, in order per customer whose act or money it is. */
export const deskMessagesStatement = (
  channel: DeskChannel,
  messages: DeskMessages,
  dueAt: string,
): RowsStatement =>
  rowsAsText(insertDeskRows, messages, (out, { id, customerId, subject }) => {
    const [subjectId] = columnsOf(subject);
    out.put(id);
    out.put(customerId);
    out.put(channel);
    out.put(subject.kind);
    out.put(subjectId);
    out.put(dueAt);
  });

export async function insertDeskMessages(
  tx: Tx,
  channel: DeskChannel,
  messages: DeskMessages,
  dueAt: string,
): Promise<void> {
  if (messages.length > 0)
    await tx.writeTogether([deskMessagesStatement(channel, messages, dueAt)]);
}

/** As a list in SQL; rows of other kinds belong to a newer version. */
export const knownKindsClause = `('${knownKinds.join("', '")}')`;

/** Of a row of a known kind. */
export const subjectIn = (row: Row): Subject =>
  subjectOf(
    textOf(row, 'kind') as Subject['kind'],
    bigintOf(row, 'subject_id'),
    bigintOrNull(row, 'subject_seq'),
  );

/** Whether there is a message with this id. */
export const isKept = async (reader: Reader, id: bigint): Promise<boolean> =>
  (await reader.rows(selectAny, [id])).length > 0;

export async function deleteMessages(pool: Pool, ids: readonly bigint[]): Promise<void> {
  const { sql, values } = withList(deleteMany, ids);
  await pool.write(sql, values);
}

/** Whether an attempt has sent messages, as far as is known. */
export type WasSent = 'no' | 'hardly' | 'perhaps';

export async function postponeMessages(
  pool: Pool,
  ids: readonly bigint[],
  { delayMs, wasSent }: { readonly delayMs: number; readonly wasSent: WasSent },
): Promise<void> {
  const { sql, values } = withList(postponeMany, ids);
  await pool.write(sql, [delayMs * 1000, wasSent !== 'no', wasSent === 'perhaps', ...values]);
}

/** Those that are left, with their attempts. */
export async function findMessages(
  reader: Reader,
  ids: readonly bigint[],
): Promise<readonly { readonly kind: Subject['kind']; readonly attempts: number }[]> {
  const { sql, values } = withList(selectMany, ids);
  return (await reader.rows(sql, values)).map((row) => ({
    kind: textOf(row, 'kind') as Subject['kind'],
    attempts: integerOf(row, 'attempts'),
  }));
}
