/** How each customer wants to be told, and whether Discord takes messages to them. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  instantOf,
  integerOf,
  type Row,
  textOrNull,
} from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import type * as m from '../../model/index.ts';
import {
  chosenCategories,
  defaultNotices,
  noticeWays,
  timeZoneIn,
  unreachedReasons,
} from '../../model/index.ts';

/** The owner of a notice. */
export interface Recipient {
  readonly settings: m.NoticeSettings;
  readonly reach: m.Unreached | null;
  /** When this was read, by the database's clock. */
  readonly readAt: Date;
}

const wayColumns = chosenCategories.map((category) => `${category}_way`);
const settingColumns = [...wayColumns, 'threshold', 'quiet_from', 'quiet_until'];
const selectRecipients = `
  SELECT c.id, c.time_zone, n.${settingColumns.join(', n.')}, i.reach, NOW(6) AS read_at
  FROM customers AS c
  LEFT JOIN notice_settings AS n ON n.customer_id = c.id
  LEFT JOIN inboxes AS i ON i.customer_id = c.id
  WHERE c.id IN (:list)`;
const savedColumns = [...settingColumns, 'digest_due_at'];
const placeholders = savedColumns.map(() => '?').join(', ');
const replaceSettings = `
  REPLACE INTO notice_settings (customer_id, ${savedColumns.join(', ')})
  VALUES (?, ${placeholders})`;
const selectDigests = `
  SELECT n.customer_id, c.time_zone
  FROM notice_settings AS n
  JOIN customers AS c ON c.id = n.customer_id
  WHERE n.digest_due_at <= ?
  ORDER BY n.digest_due_at
  LIMIT ?
  FOR UPDATE SKIP LOCKED`;
const updateDigest = `
  UPDATE notice_settings
  SET digest_due_at = ?
  WHERE customer_id = ? AND digest_due_at IS NOT NULL`;
const releaseHeld = `
  UPDATE outbox
  SET due_at = NOW(6)
  WHERE customer_id = ? AND channel = 'HELD'`;

/** The value, if the list has it. */
const among = <Value extends string>(list: readonly Value[], text: string | null): Value | null =>
  list.find((value) => value === text) ?? null;

function settingsOf(row: Row): m.NoticeSettings {
  const { ways: defaults } = defaultNotices;
  const ways = Object.fromEntries(
    chosenCategories.map((category) => [
      category,
      among(noticeWays, textOrNull(row, `${category}_way`)) ?? defaults[category],
    ]),
  ) as m.NoticeWays;
  const isQuiet = row['quiet_from'] !== null && row['quiet_until'] !== null;
  const zone = textOrNull(row, 'time_zone');
  return {
    ways,
    threshold: bigintOrNull(row, 'threshold') as m.Amount | null,
    quiet: isQuiet
      ? { from: integerOf(row, 'quiet_from'), until: integerOf(row, 'quiet_until') }
      : null,
    timeZone: zone === null ? null : timeZoneIn(zone),
  };
}

export async function findRecipients(
  reader: Reader,
  ids: readonly m.CustomerId[],
): Promise<ReadonlyMap<m.CustomerId, Recipient>> {
  const { sql, values } = withList(selectRecipients, ids);
  return new Map(
    (await reader.rows(sql, values)).map((row) => [
      bigintOf(row, 'id') as m.CustomerId,
      {
        settings: settingsOf(row),
        reach: among(unreachedReasons, textOrNull(row, 'reach')),
        readAt: instantOf(row, 'read_at'),
      },
    ]),
  );
}

/**
 * Without the time zone, which is the customer's own. What is held is judged again at once, by the
 * new settings.
 */
export async function saveSettings(
  tx: Tx,
  customerId: m.CustomerId,
  settings: Omit<m.NoticeSettings, 'timeZone'> & { readonly digestDueAt: Date | null },
): Promise<void> {
  const { ways, threshold, quiet, digestDueAt } = settings;
  await tx.write(replaceSettings, [
    customerId,
    ...chosenCategories.map((category) => ways[category]),
    threshold,
    quiet?.from ?? null,
    quiet?.until ?? null,
    digestDueAt,
  ]);
  await tx.write(releaseHeld, [customerId]);
}

export interface DigestDue {
  readonly customerId: m.CustomerId;
  readonly timeZone: string | null;
}

export async function lockDigestsDue(tx: Tx, now: Date, limit: number): Promise<DigestDue[]> {
  return (await tx.rows(selectDigests, [now, limit])).map((row) => ({
    customerId: bigintOf(row, 'customer_id') as m.CustomerId,
    timeZone: textOrNull(row, 'time_zone'),
  }));
}

/** When the next one is made; nothing for a customer without a digest. */
export async function moveDigest(tx: Tx, customerId: m.CustomerId, dueAt: Date): Promise<void> {
  await tx.write(updateDigest, [dueAt, customerId]);
}
