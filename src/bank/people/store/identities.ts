/** Who asks: customer, session, role and app of a Discord user, in one query. */
import { withList } from '../../../db/text/placeholders.ts';
import type { Reader } from '../../../db/pool.ts';
import {
  bigintOf,
  bigintOrNull,
  booleanOf,
  instantOf,
  integerOf,
  type Row,
  textOf,
  textOrNull,
} from '../../../db/rows.ts';
import { mainAccountClause } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import type { SessionLimits } from '../../model/index.ts';
import { sessionAs, sessionColumns, sessionOf, timesOf } from './sessions.ts';

const selectIdentities = `
  SELECT c.discord_user_id, c.id AS customer_id, a.account_number, f.role,
    c.main_account_id IS NOT NULL OR EXISTS (
      SELECT 1 FROM shared_members AS p WHERE p.customer_id = c.id) AS has_several,
    t.enabled_at IS NOT NULL AS has_app,
    EXISTS (SELECT 1 FROM passkeys AS k WHERE k.customer_id = c.id) AS has_passkey, l.choice, l.locale,
    COALESCE(i.news, 0) AS news, i.reach IS NOT NULL AS is_unreached, ${sessionColumns}
  FROM customers AS c
  LEFT JOIN accounts AS a ON a.id = ${mainAccountClause}
  LEFT JOIN staff AS f ON f.customer_id = c.id
  LEFT JOIN totp AS t ON t.customer_id = c.id
  LEFT JOIN languages AS l ON l.discord_user_id = c.discord_user_id
  LEFT JOIN inboxes AS i ON i.customer_id = c.id
  LEFT JOIN sessions AS s ON s.live_customer_id = c.id
  WHERE c.discord_user_id IN (:list)`;
export interface IdentityRow {
  readonly customerId: m.CustomerId;
  /** Of the main account. */
  readonly accountNumber: m.AccountNumber | null;
  readonly hasSeveral: boolean;
  readonly staffRole: m.StaffRole | null;
  readonly hasApp: boolean;
  readonly hasPasskey: boolean;
  readonly session: m.Session | null;
  readonly language: m.LanguageChoice;
  /** Unsent notices of which no reply has told yet. */
  readonly news: number;
  /** Discord refused the last message to the customer. */
  readonly isUnreached: boolean;
  /** The idle limit is to be restarted; `moneyUntil` is already computed as if it were. */
  readonly slides: boolean;
}

type IdentityLimits = SessionLimits & { readonly slideAfterMs: number };

function liveSession(row: Row, limits: IdentityLimits): Pick<IdentityRow, 'session' | 'slides'> {
  if (bigintOrNull(row, 'session_id') === null) return { session: null, slides: false };
  const session = sessionOf(row, limits);
  const readAt = instantOf(row, 'session_read_at');
  if (readAt >= session.expiresAt) return { session: null, slides: false };
  const times = timesOf(row);
  const sinceSeenMs = readAt.getTime() - times.lastSeenAt.getTime();
  // Use does not bring back a time for moving money that is over: only a proof does.
  const slides = session.canMove && sinceSeenMs >= limits.slideAfterMs;
  if (!slides) return { session, slides };
  return { session: sessionAs(row, { ...times, lastSeenAt: readAt }, limits), slides };
}

const identityOf = (row: Row, limits: IdentityLimits): IdentityRow => ({
  customerId: bigintOf(row, 'customer_id') as m.CustomerId,
  accountNumber: textOrNull(row, 'account_number') as m.AccountNumber | null,
  hasSeveral: booleanOf(row, 'has_several'),
  staffRole: textOrNull(row, 'role') as m.StaffRole | null,
  hasApp: booleanOf(row, 'has_app'),
  hasPasskey: booleanOf(row, 'has_passkey'),
  language: { choice: textOrNull(row, 'choice'), locale: textOrNull(row, 'locale') },
  news: integerOf(row, 'news'),
  isUnreached: booleanOf(row, 'is_unreached'),
  ...liveSession(row, limits),
});

/** Customer, main account, live session, role and app of each Discord user, in one query. */
export async function findIdentities(
  reader: Reader,
  discordUserIds: readonly m.DiscordUserId[],
  limits: IdentityLimits,
): Promise<ReadonlyMap<m.DiscordUserId, IdentityRow>> {
  const { sql, values } = withList(selectIdentities, discordUserIds);
  const found = new Map<m.DiscordUserId, IdentityRow>();
  for (const row of await reader.rows(sql, values)) {
    found.set(textOf(row, 'discord_user_id') as m.DiscordUserId, identityOf(row, limits));
  }
  return found;
}
