import type { Writer } from '../../../db/pool.ts';

const insertOne = `
  INSERT IGNORE INTO welcomes (guild_id, welcomed_at)
  VALUES (?, NOW(6))`;
const deleteOne = `
  DELETE FROM welcomes
  WHERE guild_id = ?`;

/** False if the server has got its card before. */
export async function insertWelcome(writer: Writer, guildId: string): Promise<boolean> {
  return (await writer.write(insertOne, [guildId])).affectedRows === 1;
}

export async function deleteWelcome(writer: Writer, guildId: string): Promise<void> {
  await writer.write(deleteOne, [guildId]);
}
