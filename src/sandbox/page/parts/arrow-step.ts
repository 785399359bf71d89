/** 1 for down, -1 for up, else 0. */
export function arrowStep({ key }: { readonly key: string }): number {
  return key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
}
