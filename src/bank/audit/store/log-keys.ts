/** Changes of the key that signs checkpoints. */
import type { Reader } from '../../../db/pool.ts';
import { textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';

const selectChanges = `
  SELECT note
  FROM log_keys
  ORDER BY number`;
const insertChange = `
  INSERT INTO log_keys (number, note)
  SELECT COALESCE(MAX(number), 0) + 1, ?
  FROM log_keys`;

/** Signed notes, oldest first. */
export async function keyChanges(reader: Reader): Promise<string[]> {
  return (await reader.rows(selectChanges)).map((row) => textOf(row, 'note'));
}

export async function addKeyChange(tx: Tx, note: string): Promise<void> {
  await tx.write(insertChange, [note]);
}
