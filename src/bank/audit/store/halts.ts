/** Halts of all payments. The column `finding` holds JSON; earlier versions wrote a sentence. */
import type { Reader, Writer } from '../../../db/pool.ts';
import { instantOf, textOf } from '../../../db/rows.ts';
import { type BooksFinding, type HaltReason, invariants } from '../../model/index.ts';

export interface Halt {
  readonly haltedAt: Date;
  readonly invariant: string;
  readonly reason: HaltReason;
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

/** JSON has no bigint: they are written as text with an `n` at the end. */
export const haltText = (finding: BooksFinding): string =>
  JSON.stringify(finding, (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));

const bigints = (_: string, value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value;

/** The finding, or the text itself where it is none that this version knows. */
export function haltReason(text: string): HaltReason {
  try {
    const read = JSON.parse(text, bigints) as BooksFinding;
    if (read.code in invariants) return read;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { code: 'TEXT', text };
}

/** The earliest halt that is not lifted. */
export async function findHalt(reader: Reader): Promise<Halt | null> {
  const [row] = await reader.rows(selectHalt);
  if (row === undefined) return null;
  return {
    haltedAt: instantOf(row, 'halted_at'),
    invariant: textOf(row, 'invariant'),
    reason: haltReason(textOf(row, 'finding')),
  };
}

export async function recordHalt(writer: Writer, finding: BooksFinding): Promise<void> {
  await writer.write(insertHalt, [invariants[finding.code], haltText(finding)]);
}

/** Returns how many it lifted. */
export async function liftAllHalts(writer: Writer): Promise<number> {
  const { affectedRows } = await writer.write(liftHalts);
  return affectedRows;
}
