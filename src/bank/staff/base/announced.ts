/** The day from which announced terms hold, in UTC. */
import type { Reader } from '../../../db/pool.ts';
import { databaseNow } from '../../../db/time.ts';
import { instant, instantFromSql } from '../../../lib/clock.ts';
import { dayMs } from '../../../lib/durations.ts';
import { BankError, isoDate } from '../../model/index.ts';

type TooSoon = 'FEE_TOO_SOON' | 'INTEREST_TOO_SOON';

export const startOf = (day: string): Date => instant(Date.parse(`${day}T00:00:00Z`));

export const nowOf = async (reader: Reader): Promise<Date> =>
  instantFromSql(await databaseNow(reader));

/** A request is decided within a day, and announced after that. */
const decidedWithinDays = 2;

/** The first day that is possible where none is named. Throws `code` for an earlier one. */
export async function announcedDay(
  reader: Reader,
  from: string | null,
  { days, code }: { readonly days: number; readonly code: TooSoon },
): Promise<string> {
  const now = await nowOf(reader);
  const first = isoDate(now.getTime() + (days + decidedWithinDays) * dayMs);
  if (from !== null && from < first) throw new BankError(code, { first, days });
  return from ?? first;
}

/** When the second manager decides. Throws `code`. */
export async function assertAnnounced(
  reader: Reader,
  from: Date,
  { days, code }: { readonly days: number; readonly code: TooSoon },
): Promise<void> {
  const earliest = (await nowOf(reader)).getTime() + days * dayMs;
  if (from.getTime() >= earliest) return;
  throw new BankError(code, { first: isoDate(earliest + dayMs), days });
}
