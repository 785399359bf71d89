/** Throws when the condition is false: for defects, never for invalid input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Defect: ${message}`);
}

/** The same integer as a number; it must not be too large for one. */
export function smallNumber(value: bigint): number {
  const number = Number(value);
  assert(Number.isSafeInteger(number), 'an integer is too large for a number');
  return number;
}
