/** A customer chooses how the bank tells them. */
import type { Tx } from '../../../db/transaction.ts';
import { assert } from '../../../lib/assert.ts';
import type { Clock } from '../../../lib/clock.ts';
import { instant } from '../../../lib/clock.ts';
import { insertAudit, placeDetails } from '../../audit/index.ts';
import { findRecipients, noteOwnAct, saveSettings } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, noticeWays, utc } from '../../model/index.ts';
import { changeOwn, lockOwn, type OwnData } from '../details/own.ts';
import { isLiveSession } from '../store/sessions.ts';
import { saveTimeZone } from '../store/time-zones.ts';
import { nextDigestAt } from './week.ts';

export interface NoticesService {
  /** Throws SESSION_EXPIRED. */
  settings(session: m.Session): Promise<m.NoticeSettings>;
  /**
   * Returns what is set now. The customer is notified when outgoing payments or new payees are from
   * now on less noticeable. Throws SESSION_EXPIRED.
   */
  change(session: m.Session, changes: m.NoticeChanges): Promise<m.NoticeSettings>;
}

const settingsIn = async (
  reader: Parameters<typeof findRecipients>[0],
  id: m.CustomerId,
): Promise<m.NoticeSettings> => {
  const found = (await findRecipients(reader, [id])).get(id);
  assert(found !== undefined, 'a customer with a session exists');
  return found.settings;
};

const loudness = (way: m.NoticeWay): number => -noticeWays.indexOf(way);

/** Whether a thief could use the change to pay, or to prepare a payment, unnoticed. */
const hidesPayments = (before: m.NoticeSettings, after: m.NoticeSettings): boolean =>
  loudness(after.ways.sent) < loudness(before.ways.sent) ||
  loudness(after.ways.payee) < loudness(before.ways.payee) ||
  (after.threshold ?? 0n) > (before.threshold ?? 0n);

async function apply(
  tx: Tx,
  { own, clock }: { readonly own: OwnData; readonly clock: Clock },
  asked: {
    readonly session: m.Session;
    readonly changes: m.NoticeChanges;
    readonly auditId: bigint;
  },
): Promise<m.NoticeSettings> {
  const { session, changes, auditId } = asked;
  const { customerId } = session;
  await lockOwn(tx, own, session);
  const before = await settingsIn(tx, customerId);
  const after: m.NoticeSettings = {
    ...before,
    ...changes,
    ways: { ...before.ways, ...changes.ways },
  };
  const { timeZone } = after;
  const hasDigest = after.ways.digest !== 'OFF';
  const digestDueAt = hasDigest ? nextDigestAt(timeZone ?? utc, instant(clock.now())) : null;
  await saveSettings(tx, customerId, { ...after, digestDueAt });
  if (timeZone !== null) await saveTimeZone(tx, customerId, timeZone);
  const act = { auditId, sessionId: session.id };
  if (hidesPayments(before, after)) {
    await noteOwnAct(tx, own.notify, { ...session, ...act, action: 'NOTICES_LOWERED' });
  } else {
    const { discordUserId: actor, place } = session;
    const row = { id: auditId, action: 'NOTICES_CHANGED' as const, actor, target: customerId };
    await insertAudit(tx, { ...row, sessionId: session.id, details: placeDetails(place) });
  }
  return after;
}

export const createNotices = (tools: {
  readonly own: OwnData;
  readonly clock: Clock;
}): NoticesService => ({
  settings: async (session) => {
    const { pool, limits } = tools.own;
    if (!(await isLiveSession(pool, session, limits))) throw new BankError('SESSION_EXPIRED');
    return settingsIn(pool, session.customerId);
  },
  change: async (session, changes) =>
    changeOwn(tools.own, async (tx, auditId) => apply(tx, tools, { session, changes, auditId })),
});
