/** Reads how high an amount may be that a search looks for. */
import {
  type Amount,
  type AmountRange,
  type Currency,
  parseAmount,
  type Reason,
} from '../../bank/index.ts';
import { bad, good, type Result } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import { field, readWith, textControl } from './field.ts';
import { exactAmount } from './staff-fields.ts';

type Read<Value> = Result<Value, Reason | string>;

function amountIn(text: string, currency: Currency): Read<Amount> {
  const read = parseAmount(text, currency, { shares: false, writing: words.amounts });
  return read.ok ? good(exactAmount(read.value)) : read;
}

const limits = ['least', 'most'] as const;

/** `at least 12`, `≥ 12`, `12 or more`; null: no limit. */
function limitIn(text: string): { readonly limit: 'least' | 'most'; readonly rest: string } | null {
  const { least, most, leastAfter, mostAfter } = words.amountRanges;
  const patterns = {
    least: [`^(?:>=|≥|${least})\\s*(?<rest>.+)$`, `^(?<rest>.+?)\\s*(?:\\+|${leastAfter})$`],
    most: [`^(?:<=|≤|${most})\\s*(?<rest>.+)$`, `^(?<rest>.+?)\\s*(?:${mostAfter})$`],
  };
  for (const limit of limits) {
    for (const pattern of patterns[limit]) {
      const rest = new RegExp(pattern, 'iu').exec(text)?.groups?.['rest'];
      if (rest !== undefined) return { limit, rest };
    }
  }
  return null;
}

/** `12–50`, `between 12 and 50`. */
function pairIn(text: string): readonly [string, string] | null {
  const { before, to } = words.amountRanges;
  const pattern = new RegExp(`^(?:${before})?\\s*(.+?)\\s*(?:\\.\\.|–|-|~|${to})\\s*(.+)$`, 'iu');
  const [, first, second] = pattern.exec(text) ?? [];
  return first === undefined || second === undefined ? null : [first, second];
}

export function readAmountRange(text: string, currency: Currency): Read<AmountRange> {
  const typed = text.trim();
  const only = amountIn(typed, currency);
  if (only.ok) return good({ least: only.value, most: only.value });
  const pair = pairIn(typed)?.map((part) => amountIn(part, currency));
  const [least, most] = pair ?? [];
  if (least?.ok === true && most?.ok === true) {
    return least.value > most.value
      ? bad(words.reasons.form.amountsReversed)
      : good({ least: least.value, most: most.value });
  }
  const limited = limitIn(typed);
  if (limited === null) return only;
  const read = amountIn(limited.rest, currency);
  if (!read.ok) return read;
  return good({ least: null, most: null, [limited.limit]: read.value });
}

/** Only an option: the form has no room for it. */
export const amountRangeField = () =>
  field<AmountRange>('amountRange', {
    optionOnly: true,
    control: textControl(60),
    schema: ({ currency }) => readWith((text) => readAmountRange(text, currency)),
  });
