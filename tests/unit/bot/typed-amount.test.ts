/** Amounts that the bank fills into a form are read there as the same amounts. */
import { expect, test } from 'vitest';
import { parseAmount } from '../../../src/bank/index.ts';
import { typedAmount } from '../../../src/bot/forms/fields.ts';
import { inLanguage, languages, words } from '../../../src/words/index.ts';

const scales = [0, 2, 3, 4];

test.each(languages)('%s', (language) => {
  inLanguage(language, () => {
    for (const scale of scales) {
      const currency = { code: 'GEM', scale };
      for (const amount of [1n, 12_500n, 12_345n, 999_999n, 1_234_567n]) {
        const read = parseAmount(typedAmount(amount, currency), currency, {
          writing: words.amounts,
        });
        expect(read).toEqual({ ok: true, value: { kind: 'exact', amount } });
      }
    }
  });
});
