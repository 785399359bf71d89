/** One down, one up, or nowhere. */
export function arrowStep({ key }: { readonly key: string }): number {
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}
