/** A step of a path as it was meant: discord.js encodes `@original`. Wrong codes stay. */
export function decoded(step: string): string {
  if (!step.includes('%')) return step;
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
