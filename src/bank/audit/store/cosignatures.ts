/** Signatures of witnesses over checkpoints. */
import type { Reader, Writer } from '../../../db/pool.ts';
import { bigintOf, integerOf, textOf } from '../../../db/rows.ts';

const insertLine = `
  INSERT IGNORE INTO cosignatures (checkpoint_number, witness, line, seen_at)
  SELECT number, ?, ?, NOW(6)
  FROM checkpoints
  WHERE size = ? AND note = ?`;
const selectLines = `
  SELECT line
  FROM cosignatures
  WHERE checkpoint_number = ?
  ORDER BY witness`;
/** The newest checkpoint with a signature. */
const selectNewest = `
  SELECT c.number, c.size, c.note
  FROM checkpoints AS c
  JOIN cosignatures AS w ON w.checkpoint_number = c.number
  ORDER BY c.number DESC
  LIMIT 1`;

/** Adds nothing where the bank did not make this checkpoint, or the line is known. */
export async function addCosignature(
  writer: Writer,
  made: {
    readonly size: number;
    /** The checkpoint as the bank signed it, without other signatures. */
    readonly note: string;
    readonly witness: string;
    readonly line: string;
  },
): Promise<boolean> {
  const values = [made.witness, made.line, BigInt(made.size), made.note];
  return (await writer.write(insertLine, values)).affectedRows > 0;
}

export interface CosignedCheckpoint {
  readonly size: number;
  readonly note: string;
  readonly lines: readonly string[];
}

export async function newestCosigned(reader: Reader): Promise<CosignedCheckpoint | null> {
  const [row] = await reader.rows(selectNewest);
  if (row === undefined) return null;
  const lines = await reader.rows(selectLines, [bigintOf(row, 'number')]);
  return {
    size: integerOf(row, 'size'),
    note: textOf(row, 'note'),
    lines: lines.map((line) => textOf(line, 'line')),
  };
}
