/**
 * The form of a backup file: gzip of JSON lines. First a head, then for each table its shape and
 * its rows, at last the number of lines and the SHA-256 of all before it, so that half a file is
 * refused.
 */
import type { Cell } from './store/tables.ts';

export const formatVersion = 1;

export interface Head {
  readonly kind: 'passbook backup';
  readonly format: typeof formatVersion;
  /** When its snapshot was taken, ISO 8601. */
  readonly takenAt: string;
}
export interface TableLine {
  readonly kind: 'table';
  readonly name: string;
  readonly columns: readonly string[];
  readonly ddl: string;
}
/** Binary values stand as `{ "b": base64 }`, everything else as itself. */
export type JsonCell = string | number | null | { readonly b: string };
export interface RowsLine {
  readonly kind: 'rows';
  readonly rows: readonly (readonly JsonCell[])[];
}
export interface Tail {
  readonly kind: 'end';
  readonly lines: number;
  readonly sha256: string;
}
export type Line = Head | TableLine | RowsLine | Tail;

export const toJson = (cell: Cell): JsonCell =>
  Buffer.isBuffer(cell) ? { b: cell.toString('base64') } : cell;

export const fromJson = (cell: JsonCell): Cell =>
  typeof cell === 'object' && cell !== null ? Buffer.from(cell.b, 'base64') : cell;

/** The file is damaged, cut off, or of another program; the message tells a person which. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
