/** Claims due messages for a sender, for the time of a lease. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Pool, Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  booleanOf,
  bytesOrNull,
  integerOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import { type Tx, withTransaction } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import { type Channel, isPayment, knownKindsClause, type NewMessage, subjectIn } from './outbox.ts';

export interface ClaimedMessage extends NewMessage {
  readonly recipient: m.DiscordUserId;
  /** It goes to an earlier Discord user of the account, who has no inbox. */
  readonly isForeign: boolean;
  readonly attempts: number;
  /** Of the recipient, for messages to customers. */
  readonly language: m.LanguageChoice;
  /** Null in direct messages. */
  readonly sealed: Buffer | null;
  /** The first attempt that may have sent it, as the database writes times; null: none. */
  readonly triedAt: string | null;
  /** Discord may no longer recognise the attempt of `triedAt` by its nonce. */
  readonly isForgotten: boolean;
  /** How often it was sent again although Discord could not recognise it, this attempt included. */
  readonly repeats: number;
}

/** Messages to one customer that are sent together, oldest first. */
export type Run = readonly [ClaimedMessage, ...ClaimedMessage[]];

/** How long Discord surely knows a nonce; its documentation says *the past few minutes*. */
const nonceMs = 2 * 60_000;

const messageColumns = `o.id, o.customer_id, o.kind, o.subject_id, o.subject_seq, o.sealed,
    o.attempts, o.tried_at, o.repeats,
    COALESCE(o.tried_at < NOW(6) - INTERVAL ${nonceMs * 1000} MICROSECOND, FALSE) AS is_forgotten,
    COALESCE(o.recipient, c.discord_user_id, '0') AS recipient,
    o.recipient IS NOT NULL AS is_foreign, l.choice, l.locale`;
const messageTables = `
  FROM outbox AS o
  LEFT JOIN customers AS c ON c.id = o.customer_id
  LEFT JOIN languages AS l ON l.discord_user_id = COALESCE(o.recipient, c.discord_user_id)`;
// Messages to one customer are sent in order on each channel: only the oldest may be claimed, with
// those that directly follow it. Kinds of a newer version are left to that version.
const selectDue = `
  SELECT ${messageColumns} ${messageTables}
  WHERE o.channel = ? AND o.due_at <= NOW(6) AND o.kind IN ${knownKindsClause}
    AND NOT EXISTS (
      SELECT 1 FROM outbox AS earlier
      WHERE earlier.customer_id = o.customer_id AND earlier.channel = o.channel
        AND earlier.id < o.id AND earlier.kind IN ${knownKindsClause})
  ORDER BY o.due_at, o.id
  LIMIT ?`;
const selectBehind = `
  SELECT ${messageColumns} ${messageTables}
  WHERE o.channel = ? AND o.customer_id IN (:list) AND o.kind IN ${knownKindsClause}
  ORDER BY o.id
  LIMIT 1000`;
const selectUnknown = `
  SELECT DISTINCT kind
  FROM outbox
  WHERE channel = ? AND kind NOT IN ${knownKindsClause}
  LIMIT 20`;
const lockDue = `
  SELECT id
  FROM outbox
  WHERE id IN (:list) AND due_at <= NOW(6)
  ORDER BY id
  FOR UPDATE SKIP LOCKED`;
const leaseDue = `
  UPDATE outbox
  SET attempts = attempts + 1, due_at = NOW(6) + INTERVAL ? MICROSECOND,
    tried_at = COALESCE(tried_at, NOW(6))
  WHERE id IN (:list)`;
const countRepeats = `
  UPDATE outbox
  SET repeats = repeats + 1, tried_at = NULL
  WHERE id IN (:list)`;

const messageOf = (row: Row): ClaimedMessage => ({
  id: bigintOf(row, 'id'),
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  subject: subjectIn(row),
  recipient: textOf(row, 'recipient') as m.DiscordUserId,
  isForeign: booleanOf(row, 'is_foreign'),
  attempts: integerOf(row, 'attempts') + 1,
  language: { choice: textOrNull(row, 'choice'), locale: textOrNull(row, 'locale') },
  sealed: bytesOrNull(row, 'sealed'),
  triedAt: textOrNull(row, 'tried_at'),
  isForgotten: booleanOf(row, 'is_forgotten'),
  repeats: integerOf(row, 'repeats') + (booleanOf(row, 'is_forgotten') ? 1 : 0),
});

/** Kinds of waiting messages that this version does not know. */
export async function unknownKinds(reader: Reader, channel: Channel): Promise<string[]> {
  return (await reader.rows(selectUnknown, [channel])).map((row) => textOf(row, 'kind'));
}

/** The items before the first one that does not fit. */
function prefix<One>(list: readonly One[], fits: (one: One) => boolean): readonly One[] {
  const end = list.findIndex((one) => !fits(one));
  return end === -1 ? list : list.slice(0, end);
}

/**
 * Adds to each payment those of the same direction that directly follow, up to `runMax`. What may
 * have been sent is claimed again in the same message, so that Discord recognises it.
 */
async function runsFrom(
  reader: Reader,
  heads: readonly ClaimedMessage[],
  { channel, runMax }: { readonly channel: Channel; readonly runMax: number },
): Promise<Run[]> {
  const joining = heads.filter(({ subject }) => runMax > 1 && isPayment(subject));
  if (joining.length === 0) return heads.map((head) => [head]);
  const { sql, values } = withList(
    selectBehind,
    joining.map(({ customerId }) => customerId),
  );
  const all = (await reader.rows(sql, [channel, ...values])).map(messageOf);
  return heads.map((head): Run => {
    const behind = all.filter(({ id, customerId }) => {
      return customerId === head.customerId && id > head.id;
    });
    const same = prefix(behind, ({ subject: { kind }, recipient, triedAt }) => {
      const isAlike = kind === head.subject.kind && recipient === head.recipient;
      return isAlike && triedAt === head.triedAt;
    });
    return joining.includes(head) ? [head, ...same.slice(0, runMax - 1)] : [head];
  });
}

async function lockedOf(tx: Tx, runs: readonly Run[]): Promise<ReadonlySet<bigint>> {
  const ids = runs.flat().map(({ id }) => id);
  const { sql, values } = withList(lockDue, ids);
  return new Set((await tx.rows(sql, values)).map((row) => bigintOf(row, 'id')));
}

/**
 * Leases due messages for `leaseMs` and counts the attempt; those not settled by then are due again
 * in any process. At most `limit` customers, and up to `runMax` payments for each.
 */
export async function claimRuns(
  pool: Pool,
  options: {
    readonly channel: Channel;
    readonly limit: number;
    readonly runMax: number;
    readonly leaseMs: number;
  },
): Promise<Run[]> {
  const due = (await pool.rows(selectDue, [options.channel, options.limit])).map(messageOf);
  if (due.length === 0) return [];
  const wanted = await runsFrom(pool, due, options);
  return withTransaction(pool, async (tx) => {
    const locked = await lockedOf(tx, wanted);
    const runs = wanted.flatMap((run): Run[] => {
      // A message that is not due or is leased elsewhere holds back those that follow it.
      const [head, ...behind] = prefix(run, ({ id }) => locked.has(id));
      if (head === undefined) return [];
      // What may have been sent as one message is sent again as the same message, or later.
      const isWhole = head.triedAt === null || behind.length + 1 === run.length;
      return isWhole ? [[head, ...behind]] : [];
    });
    if (runs.length === 0) return [];
    const leased = runs.flat();
    const repeated = leased.filter(({ isForgotten }) => isForgotten).map(({ id }) => id);
    if (repeated.length > 0) {
      const { sql, values } = withList(countRepeats, repeated);
      await tx.write(sql, values);
    }
    const lease = withList(
      leaseDue,
      leased.map(({ id }) => id),
    );
    await tx.write(lease.sql, [options.leaseMs * 1000, ...lease.values]);
    return runs;
  });
}
