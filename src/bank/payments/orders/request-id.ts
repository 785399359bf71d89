/** The request id of an occurrence: the same in every process and after every restart. */
import { hash } from 'node:crypto';
import { firstIdAt } from '../../../lib/ids.ts';
import type * as m from '../../model/index.ts';

/** The time of an id is in its bits from here on. */
const timeShift = 22n;
/** Some 18 hours. */
const windowMsBits = 26n;
const hashBits = timeShift + windowMsBits;

/**
 * Ids sort by time, so its upper bits are the time at which the occurrence is due, up to 18 hours
 * less; the other 48 bits are from the SHA-256 of the order and the date.
 */
export function occurrenceRequestId(
  orderId: m.RequestId,
  { date, at }: Pick<m.Occurrence, 'date' | 'at'>,
): m.RequestId {
  const window = firstIdAt(at.getTime()) >> hashBits;
  const text = hash('sha256', `order ${orderId} ${date}`, 'hex');
  const low = BigInt(`0x${text.slice(0, 12)}`);
  return ((window << hashBits) | low) as m.RequestId;
}
