/**
 * InnoDB shows a booking to others as soon as it is committed in memory, some milliseconds before
 * its log is on disk. A receipt that only reads it would be lost with it in a crash. A write in the
 * same transaction makes its COMMIT wait until the log up to it, and so the booking, is on disk.
 */
import type { Tx } from '../../../db/transaction.ts';

const addOne = `
  INSERT INTO replays (id, count)
  VALUES (1, 1)
  ON DUPLICATE KEY UPDATE count = count + 1`;

/** For a transaction that answers with earlier bookings and writes nothing else. */
export async function countReplay(tx: Tx): Promise<void> {
  await tx.write(addOne);
}
