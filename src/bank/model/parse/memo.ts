import { assert } from '../../../lib/assert.ts';
import { good } from '../../../lib/result.ts';
import { codePoints, singleSpaced, withoutInvisible } from '../../../lib/text.ts';
import { type Read, unreadable } from './reasons.ts';

export const memoLengthMax = 140;

/** Repeats: dropping a character may let its neighbours combine into a new one. */
function seen(text: string): string {
  const next = singleSpaced(withoutInvisible(text).normalize('NFC'));
  return next === text ? text : seen(next);
}

/** One line of text that both sides see; null when empty. Invisible characters are dropped. */
export function parseMemo(text: string): Read<string | null> {
  const memo = seen(singleSpaced(text));
  const length = codePoints(memo);
  if (length > memoLengthMax) {
    return unreadable('MEMO_TOO_LONG', { lengthMax: memoLengthMax, length });
  }
  return good(memo === '' ? null : memo);
}

/** For memos that a form has parsed: makes sure that only normal forms are stored. */
export function normalMemo(memo: string | null): string | null {
  const result = parseMemo(memo ?? '');
  assert(result.ok, 'memos are parsed before they are booked');
  return result.value;
}
