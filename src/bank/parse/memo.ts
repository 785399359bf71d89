import { assert } from '../../lib/assert.ts';
import { bad, good, type Result } from '../../lib/result.ts';
import { codePoints, singleSpaced, withoutInvisible } from '../../lib/text.ts';

export const memoLengthMax = 140;

/** One line of free text that both sides see; empty is none. Characters nobody sees are dropped. */
export function parseMemo(text: string): Result<string | null> {
  // What stood around a dropped character may compose only now.
  const memo = singleSpaced(withoutInvisible(singleSpaced(text)).normalize('NFC'));
  const length = codePoints(memo);
  if (length > memoLengthMax) {
    return bad(`A memo has at most ${memoLengthMax} characters; this has ${length}.`);
  }
  return good(memo === '' ? null : memo);
}

/** For memos that a form has read before: whatever it was, it is stored only in this form. */
export function normalMemo(memo: string | null): string | null {
  const result = parseMemo(memo ?? '');
  assert(result.ok, 'memos are read by parseMemo before they are booked');
  return result.value;
}
