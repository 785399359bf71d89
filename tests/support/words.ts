/** The sentence of a refusal or a reason, for tests that compare sentences. */
import type { BankError, Reason } from '../../src/bank/model/index.ts';
import type { Result } from '../../src/lib/result.ts';
import { words } from '../../src/words/index.ts';

export const sentenceOf = ({ refused }: BankError): string =>
  words.errors.sentence(refused, words.errors.nothing.moved);

/** The value, or the sentence that refuses the text. */
export const saidOf = (result: Result<unknown, Reason>): unknown =>
  result.ok ? result.value : words.reasons.sentence(result.reason);
