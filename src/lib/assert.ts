/** Throws when the condition is false: for defects, never for invalid input. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`Defect: ${message}`);
}
