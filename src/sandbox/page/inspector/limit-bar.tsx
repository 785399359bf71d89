/** Shows how much of a time limit was used. */
import { formatLimit, formatTook } from './moments.ts';

export interface LimitBarProps {
  readonly label: string;
  readonly usedMs: number;
  readonly limitMs: number;
  /** The limit was missed. */
  readonly missed?: boolean;
}

export function LimitBar({ label, usedMs, limitMs, missed = false }: LimitBarProps) {
  const share = Math.min(1, usedMs / limitMs);
  const over = missed || share >= 1;
  const level = over ? 'over' : share > 0.66 ? 'high' : 'fine';
  const limit = formatLimit(limitMs);
  const text = missed
    ? `none within ${limit}`
    : over
      ? `over ${limit}`
      : `${formatTook(usedMs)} of ${limit}`;
  return (
    <div class="limit">
      <span class="limit-label">{label}</span>
      <span class={`limit-value ${level}`}>{text}</span>
      <span class="limit-bar" aria-hidden="true">
        <span class={level} style={{ width: `${Math.max(1, (over ? 1 : share) * 100)}%` }} />
      </span>
    </div>
  );
}
