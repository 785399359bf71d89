/** The outcome of reading or judging what a person typed: the value, or the reason against it. */
export type Result<Value, Reason> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Reason };

export const good = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });
export const bad = <Reason>(reason: Reason): Result<never, Reason> => ({ ok: false, reason });
