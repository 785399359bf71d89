/** Settings that were made on Discord. */
import type { Reader } from '../../../db/pool.ts';
import { textOf } from '../../../db/rows.ts';
import type { Tx } from '../../../db/transaction.ts';
import { type SavedSettings, type SetupName, setupNames } from '../../model/index.ts';

const selectAll = `
  SELECT name, value
  FROM saved_settings`;
const save = `
  INSERT INTO saved_settings (name, value, changed_at)
  VALUES (?, ?, NOW(6))
  ON DUPLICATE KEY UPDATE value = VALUES(value), changed_at = VALUES(changed_at)`;
const remove = `
  DELETE FROM saved_settings
  WHERE name = ?`;

const isKnown = (name: string): name is SetupName =>
  (setupNames as readonly string[]).includes(name);

/** Those of a newer version are left out. */
export async function readSavedSettings(reader: Reader): Promise<SavedSettings> {
  const rows = await reader.rows(selectAll);
  const pairs = rows.map((row) => [textOf(row, 'name'), textOf(row, 'value')] as const);
  return Object.fromEntries(pairs.filter(([name]) => isKnown(name)));
}

/** Null: no longer saved. */
export async function saveSetting(tx: Tx, name: SetupName, value: string | null): Promise<void> {
  await (value === null ? tx.write(remove, [name]) : tx.write(save, [name, value]));
}
