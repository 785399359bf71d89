/** A customer reads every notice that the bank made for them in the last 90 days. */
import { isUnavailable } from '../../../db/errors.ts';
import type { Pool } from '../../../db/pool.ts';
import { instant } from '../../../lib/clock.ts';
import { timeOfId } from '../../../lib/ids.ts';
import {
  contentOf,
  findInInbox,
  type InboxRow,
  type Notice,
  readInbox,
  setRead,
  type Sources,
  takeNews,
  unreadOf,
} from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, pageOf } from '../../model/index.ts';
import { isLiveSession } from '../store/sessions.ts';

export interface InboxItem {
  readonly id: bigint;
  readonly at: Date;
  readonly state: m.InboxState;
  /** When a held notice is sent; null in other states. */
  readonly heldUntil: Date | null;
  readonly isNew: boolean;
  /** Null: what it was about is gone, or cannot be read. */
  readonly notice: Notice | null;
}

export interface InboxPage extends m.Page<InboxItem> {
  /** Before this page was read; among the newest 500. */
  readonly unread: number;
}

export interface InboxService {
  /** Newest first; what is on the page counts as read from now on. Throws SESSION_EXPIRED. */
  page(session: m.Session, range: m.PageRange): Promise<InboxPage>;
  /** Null: it is not in the customer's inbox. Throws SESSION_EXPIRED. */
  open(session: m.Session, id: bigint): Promise<InboxItem | null>;
  /** Throws SESSION_EXPIRED. */
  readAll(session: m.Session): Promise<void>;
  /** How many notices could not or should not be sent since the last call. */
  takeNews(customerId: m.CustomerId): Promise<number>;
}

const sizeMax = 20;

interface InboxTools {
  readonly pool: Pool;
  readonly limits: m.SessionLimits;
  readonly sources: Sources;
  readonly report: m.ReportEvent;
}

async function itemOf({ sources, report }: InboxTools, row: InboxRow): Promise<InboxItem> {
  const { id, state, dueAt, isRead } = row;
  let notice: Notice | null = null;
  try {
    notice = await contentOf<Notice>(sources, row);
  } catch (error) {
    // A notice that cannot be read must not hide the others.
    if (error instanceof BankError || isUnavailable(error)) throw error;
    report({ name: 'unreadable', what: 'message', id });
  }
  const heldUntil = state === 'HELD' ? dueAt : null;
  return { id, at: instant(timeOfId(id)), state, heldUntil, isNew: !isRead, notice };
}

async function assertLive({ pool, limits }: InboxTools, session: m.Session): Promise<void> {
  if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
}

export const createInbox = (tools: InboxTools): InboxService => {
  const { pool } = tools;
  return {
    page: async (session, range) => {
      await assertLive(tools, session);
      const { customerId } = session;
      const unread = await unreadOf(pool, customerId);
      const page = await pageOf(range, {
        sizeMax,
        read: async (cursor, limit) => readInbox(pool, customerId, { cursor, limit }),
        keyOf: ({ id }) => id,
      });
      const entries = await Promise.all(page.entries.map(async (row) => itemOf(tools, row)));
      const fresh = entries.filter(({ isNew }) => isNew).map(({ id }) => id);
      await setRead(pool, customerId, fresh);
      await takeNews(pool, customerId);
      return { ...page, entries, unread };
    },
    open: async (session, id) => {
      await assertLive(tools, session);
      const row = await findInInbox(pool, session.customerId, id);
      return row && itemOf(tools, row);
    },
    readAll: async (session) => {
      await assertLive(tools, session);
      await setRead(pool, session.customerId, 'all');
      await takeNews(pool, session.customerId);
    },
    takeNews: async (customerId) => takeNews(pool, customerId),
  };
};
