import type { Reader, Writer } from '../../../db/pool.ts';
import { instantOf, textOf } from '../../../db/rows.ts';

export interface Halt {
  readonly haltedAt: Date;
  readonly invariant: string;
  readonly finding: string;
}

const selectHalt = `
  SELECT halted_at, invariant, finding
  FROM halts
  WHERE lifted_at IS NULL
  ORDER BY id
  LIMIT 1`;
const insertHalt = `
  INSERT INTO halts (halted_at, invariant, finding)
  VALUES (NOW(6), ?, ?)`;
const liftHalts = `
  UPDATE halts
  SET lifted_at = NOW(6)
  WHERE lifted_at IS NULL`;

/** The first of those that are not lifted. */
export async function findHalt(reader: Reader): Promise<Halt | null> {
  const [row] = await reader.rows(selectHalt);
  if (row === undefined) return null;
  return {
    haltedAt: instantOf(row, 'halted_at'),
    invariant: textOf(row, 'invariant'),
    finding: textOf(row, 'finding'),
  };
}

export async function recordHalt(
  writer: Writer,
  halt: { readonly invariant: string; readonly finding: string },
): Promise<void> {
  await writer.write(insertHalt, [halt.invariant, halt.finding.slice(0, 500)]);
}

/** Answers how many there were. */
export async function liftAllHalts(writer: Writer): Promise<number> {
  const { affectedRows } = await writer.write(liftHalts);
  return affectedRows;
}
