/** The day of a pot's goal, or of the end of its lock. */
import type { Reader } from '../../../db/pool.ts';
import { databaseNow } from '../../../db/time.ts';
import { instantFromSql } from '../../../lib/clock.ts';
import type * as m from '../../model/index.ts';
import { BankError, isoDate, potYearsMax } from '../../model/index.ts';

/** Throws POT_DATE unless the day is after today, in UTC, and within ten years. */
export async function assertDay(
  reader: Reader,
  day: string,
  of: m.PotDateFault['of'],
): Promise<void> {
  const today = isoDate(instantFromSql(await databaseNow(reader)).getTime());
  const lastDay = `${Number(today.slice(0, 4)) + potYearsMax}${today.slice(4)}`;
  const fault = day <= today ? 'PAST' : day > lastDay ? 'LATE' : null;
  if (fault !== null) throw new BankError('POT_DATE', { of, fault, yearsMax: potYearsMax });
}
