/** Decodes a path segment, such as discord.js's encoded `@original`; invalid codes are kept. */
export function decoded(step: string): string {
  if (!step.includes('%')) return step;
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}
