import { assert } from '../../../lib/assert.ts';
import { good } from '../../../lib/result.ts';
import { codePoints, singleSpaced, withoutInvisible } from '../../../lib/text.ts';
import { type Read, unreadable } from './reasons.ts';

export const memoLengthMax = 140;

/** What stood around a dropped character may compose only then, and change what else is seen. */
function seen(text: string): string {
  const next = singleSpaced(withoutInvisible(text).normalize('NFC'));
  return next === text ? text : seen(next);
}

/** One line of free text that both sides see; empty is none. Characters nobody sees are dropped. */
export function parseMemo(text: string): Read<string | null> {
  const memo = seen(singleSpaced(text));
  const length = codePoints(memo);
  if (length > memoLengthMax) {
    return unreadable('MEMO_TOO_LONG', { lengthMax: memoLengthMax, length });
  }
  return good(memo === '' ? null : memo);
}

/** For memos that a form has read before: whatever it was, it is stored only in this form. */
export function normalMemo(memo: string | null): string | null {
  const result = parseMemo(memo ?? '');
  assert(result.ok, 'memos are read by parseMemo before they are booked');
  return result.value;
}
