/** The time zone in which a customer lives: for standing orders, quiet hours and the digest. */
import { withTransaction } from '../../db/transaction.ts';
import { type Clock, instant } from '../../lib/clock.ts';
import { moveDigest } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { lockOwn, type OwnData } from './details/own.ts';
import { nextDigestAt } from './notices/week.ts';
import { findTimeZone, saveTimeZone } from './store/time-zones.ts';

export interface TimeZonesService {
  /** Null: none was chosen, and UTC counts. One indexed read. Throws BANK_BUSY. */
  of(customerId: m.CustomerId): Promise<m.TimeZone | null>;
  /** May be called twice. Throws SESSION_EXPIRED, BANK_BUSY. */
  choose(session: m.Session, zone: m.TimeZone): Promise<void>;
}

export const createTimeZones = ({
  own,
  clock,
}: {
  readonly own: OwnData;
  readonly clock: Clock;
}): TimeZonesService => ({
  of: async (customerId) => findTimeZone(own.pool, customerId),
  choose: async (session, zone) =>
    withTransaction(own.pool, async (tx) => {
      await lockOwn(tx, own, session);
      await saveTimeZone(tx, session.customerId, zone);
      await moveDigest(tx, session.customerId, nextDigestAt(zone, instant(clock.now())));
    }),
});
