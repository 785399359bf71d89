/** Account numbers in a sentence. */
import type { Token } from '../text/tokens.ts';

/** Ten digits, also in groups; or a Discord id. */
export function accountEnd(tokens: readonly Token[], at: number): number | null {
  let digits = '';
  for (let end = at; end < Math.min(tokens.length, at + 8); end += 1) {
    const token = tokens[end]!;
    const isGap = end > at && !token.joined && token.start - tokens[end - 1]!.end !== 1;
    if (isGap) return null;
    if (/^\d+$/.test(token.text)) digits += token.text;
    else if (!(end > at && token.text === '-' && token.joined)) return null;
    const isWhole = end === at ? /^(?:\d{10}|\d{17,20})$/.test(digits) : digits.length === 10;
    const next = tokens[end + 1];
    if (isWhole && !(next?.kind === 'number' && next.joined)) return end + 1;
    if (digits.length > 10) return null;
  }
  return null;
}
