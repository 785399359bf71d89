/** Fields of what the bank charges. */
import {
  type Amount,
  basisPointsMax,
  feeKinds,
  type FeeKind,
  freeMax,
  interestTypes,
  type InterestType,
  parseAmount,
  parseDay,
  perMilleMax,
  type Reason,
} from '../../bank/index.ts';
import { bad, good, type Result } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import { choicesOf, type Facts, field, readWith, textControl } from '../forms/field.ts';
import { oneOf } from '../forms/fields.ts';
import { exactAmount } from '../forms/staff-fields.ts';

const kinds = choicesOf<FeeKind>(feeKinds, words.fields.feeKind.choices);

export const feeKindField = () =>
  field<FeeKind>('feeKind', {
    control: { kind: 'choice', choices: kinds },
    schema: () => oneOf(kinds),
  });

function readSum(text: string, { currency }: Facts): Result<Amount, Reason> {
  const read = parseAmount(text, currency, { shares: false, writing: words.amounts });
  return read.ok ? good(exactAmount(read.value)) : read;
}

const sum = (key: 'feeFlat' | 'feeLeast' | 'feeMost') =>
  field<Amount>(key, {
    control: textControl(60),
    schema: (facts) => readWith((text) => readSum(text, facts)),
  });
export const feeFlatField = () => sum('feeFlat');
export const feeLeastField = () => sum('feeLeast');
export const feeMostField = () => sum('feeMost');

const count = (key: 'feePerMille' | 'feeFree' | 'interestPoints', most: number) =>
  field<number>(key, {
    control: textControl(10),
    schema: () =>
      readWith((text): Result<number, string> => {
        const typed = text.trim();
        const read = /^\d{1,5}$/.test(typed) ? Number(typed) : -1;
        return read >= 0 && read <= most ? good(read) : bad(words.fields[key].refusal);
      }),
  });
export const feePerMilleField = () => count('feePerMille', perMilleMax);
export const feeFreeField = () => count('feeFree', freeMax);
export const interestPointsField = () => count('interestPoints', basisPointsMax);

const savings = choicesOf<InterestType>(interestTypes, words.fields.interestSavings.choices);

export const interestSavingsField = () =>
  field<InterestType>('interestSavings', {
    control: { kind: 'choice', choices: savings },
    schema: () => oneOf(savings),
  });

export const feeFromField = () =>
  field<string>('feeFrom', {
    control: textControl(20),
    schema: ({ locale = null }) =>
      readWith((text) => parseDay(text, { locale, example: words.fields.feeFrom.example })),
  });
