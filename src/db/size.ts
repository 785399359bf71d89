import type { Reader } from './pool.ts';
import { bigintOf } from './rows.ts';

const selectSize = `
  SELECT CAST(COALESCE(SUM(data_length + index_length), 0) AS SIGNED) AS bytes
  FROM information_schema.tables
  WHERE table_schema = DATABASE()`;

/** Bytes of the schema's tables and indexes, as the server estimates them. */
export async function schemaBytes(reader: Reader): Promise<bigint> {
  const [row] = await reader.rows(selectSize);
  return row === undefined ? 0n : bigintOf(row, 'bytes');
}
