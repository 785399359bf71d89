/** Where a sticky pattern that begins at a place ends; the place itself if it does not fit. */
export function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
