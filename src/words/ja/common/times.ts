/** Durations in words. */

/** How long to wait: `8秒後`, `15分後`, `23時間後`. */
export function inTime(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1_000));
  if (seconds < 90) return `${seconds}秒後`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `${minutes}分後` : `${Math.ceil(minutes / 60)}時間後`;
}
