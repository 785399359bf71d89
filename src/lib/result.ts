/** The outcome of parsing or checking typed text: the value, or the reason it is refused. */
export type Result<Value, Reason> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly reason: Reason };

export const good = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });
export const bad = <Reason>(reason: Reason): Result<never, Reason> => ({ ok: false, reason });
