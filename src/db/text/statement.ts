import type { Scalar } from './scalars.ts';

/** SQL text with a `?` for each value. */
export interface Statement {
  readonly sql: string;
  readonly values: readonly Scalar[];
}
