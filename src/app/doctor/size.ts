const units = ['KB', 'MB', 'GB', 'TB'] as const;

/** `1.5 GB`, with one decimal, of a number of bytes. */
export function sizeText(bytes: bigint): string {
  let size = Number(bytes) / 1024;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size.toFixed(1)} ${units[unit]}`;
}
