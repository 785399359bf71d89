/** How many of the attempts were booked, and how many were refused with each code. */
export function tally(outcomes: readonly PromiseSettledResult<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) {
    const name =
      outcome.status === 'fulfilled'
        ? 'booked'
        : ((outcome.reason as { code?: string }).code ?? String(outcome.reason));
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}
