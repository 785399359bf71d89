/**
 * The format of a backup file: gzipped JSON lines. A head; for each table its shape and its rows;
 * at the end the number of lines and the SHA-256 of all before it, so that a cut-off file is
 * refused.
 */
import type { FileTrouble } from '../../lib/file-trouble.ts';
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
/** Binary values are `{ "b": base64 }`. */
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

export type BackupTrouble =
  | { readonly code: 'not-a-backup' | 'damaged' | 'cut-off' | 'empty' }
  /** Written by a newer version. */
  | { readonly code: 'format'; readonly format: number }
  /** The target database holds data. */
  | { readonly code: 'database-in-use' }
  | { readonly code: 'not-read' | 'not-written'; readonly file: FileTrouble };

/** A backup cannot be written or restored. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly trouble: BackupTrouble;

  constructor(trouble: BackupTrouble, options?: ErrorOptions) {
    super(JSON.stringify(trouble), options);
    this.trouble = trouble;
  }
}
