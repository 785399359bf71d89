/** Sums as other programs write them. */
import { readDecimal } from './decimal.ts';
import type { FoundAmount } from './source.ts';

const infinite = /^[+-]?(?:infinity|inf|\.inf|∞)$/i;

export function amountIn(text: string | null | undefined): FoundAmount {
  if (text === null || text === undefined || text.trim() === '') return 'MISSING';
  if (infinite.test(text.trim())) return 'INFINITE';
  return readDecimal(text) ?? 'UNREADABLE';
}

/** As Discord writes ids today: 20 digits come in the year 2090. */
const id = /^[1-9]\d{16,18}$/;

export const isDiscordId = (text: string): boolean => id.test(text);
