import type { Write } from './row-text.ts';
import type { Scalar } from './scalars.ts';

/** SQL text with a `?` for each value. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Scalar[];
}

/** A statement with many rows, written when its message is sent: a message becomes text once. */
export interface RowsStatement {
  readonly writeInto: Write;
}

/** What a message may consist of. */
export type MessagePart = Statement | RowsStatement;
