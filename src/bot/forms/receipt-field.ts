/** The code of a receipt, its text, or a message that has one of them. */
import { codeIn, readCode, readReceipt, receiptIn } from '../../bank/index.ts';
import { bad, good, type Result } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import { field, readWith, textControl } from './field.ts';

export const receiptLengthMax = 2_000;

/** A longer text is searched for a receipt first, then for a code. */
function readTyped(text: string): Result<string, string> {
  const whole = receiptIn(text);
  // A receipt that was changed is not read as its code, which would be genuine.
  if (whole !== null || text.includes('passbook receipt ')) return good(whole ?? text);
  if (readReceipt(text) !== null || readCode(text) !== null) return good(text);
  const code = codeIn(text);
  return code === null ? bad(words.replies.receipts.noCode) : good(code);
}

export const receiptCodeField = () =>
  field<string>('receiptCode', {
    control: textControl(receiptLengthMax, 'several'),
    schema: () => readWith(readTyped),
  });
