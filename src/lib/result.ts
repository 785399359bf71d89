/** The outcome of reading what a person typed: the value, or a sentence that says what is wrong. */
export type Result<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: string };

export const good = <Value>(value: Value): Result<Value> => ({ ok: true, value });
export const bad = (reason: string): Result<never> => ({ ok: false, reason });
