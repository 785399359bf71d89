/** Customers with pots. */
import type { Bank } from '../../src/bank/bank.ts';
import { isoDate } from '../../src/bank/index.ts';
import type { NewPot } from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import { dayMs } from '../../src/lib/durations.ts';
import { exactly, newRequestId, type Person } from './bank.ts';

type Customer = Pick<Person, 'session'>;

export const dayIn = (days: number): string => isoDate(Date.now() + days * dayMs);

export async function openPot(
  bank: Bank,
  { session }: Customer,
  { name = 'Trip', goal = null, goalDate = null, of }: Partial<NewPot> = {},
): Promise<m.AccountNumber> {
  const order = { name, goal, goalDate, of, requestId: newRequestId() };
  return (await bank.pots.open(session, order)).accountNumber;
}

export const addTo = async (
  bank: Bank,
  { session }: Customer,
  pot: m.AccountNumber,
  amount: bigint,
): Promise<m.Receipt> =>
  bank.pots.add(session, { pot, wish: exactly(amount), requestId: newRequestId() });

export const takeFrom = async (
  bank: Bank,
  { session }: Customer,
  pot: m.AccountNumber,
  amount: bigint,
): Promise<m.Receipt> =>
  bank.pots.take(session, { pot, wish: exactly(amount), requestId: newRequestId() });

export const lockPot = async (
  bank: Bank,
  { session }: Customer,
  pot: m.AccountNumber,
  lock: { readonly days: number; readonly waitHours: number },
): Promise<m.OwnAccount> => {
  const { days, waitHours } = lock;
  return bank.pots.lock(session, {
    pot,
    untilDay: dayIn(days),
    waitHours,
    requestId: newRequestId(),
  });
};

export const releasePot = async (
  bank: Bank,
  { session }: Customer,
  pot: m.AccountNumber,
): Promise<m.OwnAccount> => bank.pots.release(session, { pot, requestId: newRequestId() });

export const roundUpInto = async (
  bank: Bank,
  { session }: Customer,
  pot: m.AccountNumber | null,
  units: m.RoundUpUnits = 1,
) => bank.pots.setRoundUps(session, { pot, units, requestId: newRequestId() });

/** As if the end of the lock had come. */
export async function endLock({ pool }: { readonly pool: Pool }, pot: m.AccountNumber) {
  const sql = `UPDATE accounts SET pays_from = NOW(6) - INTERVAL 1 SECOND WHERE account_number = ?`;
  await pool.write(sql, [pot]);
}
