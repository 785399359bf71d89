import type * as m from '../../model/index.ts';
import type { BlockedAsker } from './store/payers.ts';

/**
 * All throw SESSION_EXPIRED; `create`, `remind` and `cancel` also STEP_UP_NEEDED in a session that
 * only reads, unless the customer has proved themselves. Nothing here moves money: a payer pays
 * with `payments.transfer`, whose booking decides under the lock of what the payer was asked for.
 */
export interface RequestsService {
  /**
   * Moves and stores nothing. Throws ACCOUNT_CLOSED and ACCOUNT_FROZEN (of the asker),
   * REQUESTS_OPEN, REQUEST_PAYERS, REQUEST_SPLIT, REQUEST_TIME; where one person alone is named
   * also REQUEST_SELF, REQUEST_UNWANTED, MEMBER_UNAVAILABLE and TARGET_UNAVAILABLE.
   */
  quote(session: m.Session, wanted: m.RequestWanted): Promise<m.RequestQuote>;
  /** Once per request id. Throws as `quote`, and REQUEST_CHANGED if not all can be asked now. */
  create(session: m.Session, order: m.RequestOrder & m.Confirmed): Promise<m.RequestView>;
  /** What the customer can still pay, oldest first. */
  toPay(session: m.Session): Promise<readonly m.OwnDue[]>;
  /** What the customer has asked for, newest first. */
  made(session: m.Session, range: m.PageRange): Promise<m.Page<m.RequestSummary>>;
  /** One that the customer made. Throws REQUEST_UNKNOWN, as all below. */
  show(session: m.Session, id: m.RequestId): Promise<m.RequestView>;
  /** One that the customer made, or what it or this due asks of them. */
  find(session: m.Session, id: m.RequestId): Promise<m.RequestView | m.OwnDue>;
  /** What the customer was asked for, by the id of the due or of its request. */
  due(session: m.Session, id: m.RequestId): Promise<m.OwnDue>;
  /** Throws what `remind` would throw now. */
  judgeReminder(session: m.Session, id: m.RequestId): Promise<m.RequestView>;
  /** Throws REMINDERS_USED, REQUEST_ENDED. The number of people who get a message. */
  remind(
    session: m.Session,
    reminder: { readonly id: m.RequestId; readonly number: number; readonly isProved?: boolean },
  ): Promise<number>;
  /** The number of people who could still have paid. What was paid stays paid. */
  cancel(session: m.Session, id: m.RequestId, isProved?: boolean): Promise<number>;
  /** Throws REQUEST_ENDED. */
  decline(session: m.Session, dueId: m.RequestId): Promise<m.OwnDue>;
  /** The table of payers as CSV (RFC 4180). */
  csv(
    session: m.Session,
    id: m.RequestId,
  ): Promise<{ readonly name: string; readonly csv: string }>;
  /** False if it is so already. Throws CUSTOMER_UNKNOWN, REQUEST_SELF, BLOCKS_TOO_MANY. */
  block(session: m.Session, member: m.DiscordUserId): Promise<boolean>;
  unblock(session: m.Session, member: m.DiscordUserId): Promise<boolean>;
  blocked(session: m.Session): Promise<readonly BlockedAsker[]>;
}
