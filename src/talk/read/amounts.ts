/** Amounts of money in a sentence, by the rules of `parseAmount`, in each language's writing. */
import { type Currency, parseAmount } from '../../bank/model/index.ts';
import { match, patternsOf } from '../text/patterns.ts';
import { Rows } from '../text/rows.ts';
import { folded, type Token } from '../text/tokens.ts';
import { otherThan, ownWords } from './currencies.ts';
import type { Vocabulary } from './language.ts';
import { numberWords, spelledNumber } from './numbers.ts';

/** An amount as canonical decimal, a share, or null if it has two readings or none. */
export type ReadAmount = string | null;

export interface AmountSpan {
  readonly end: number;
  readonly amount: ReadAmount;
  /** Whether it names money: a currency or a word that is always a sum. */
  readonly isMoney: boolean;
}

export type AmountReader = (tokens: readonly Token[], at: number) => AmountSpan | null;

const escaped = (sign: string): string => sign.replace('.', '\\.');

/** Also written by people whose language has a decimal comma; `1,500` is left out. */
const pointed = /^(?<whole>\d+|\d{1,3}(?:,\d{3})+)[.'](?<cents>\d{1,2})$/;

/** `1.234,50` in German as `1,234.50`, which `parseAmount` reads; null for other writings. */
function inEnglish(text: string, { decimal, group, hasPoint }: Vocabulary): string | null {
  if (group === ' ') {
    // Where spaces separate thousands, points are clear before a comma and before two decimals.
    if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(text)) {
      return text.replaceAll('.', '').replace(',', '.');
    }
    if (/^(?:0|[1-9]\d*)\.\d{1,2}$/.test(text)) return text;
  }
  const other = hasPoint ? pointed.exec(text)?.groups : undefined;
  if (other && !/^0\d/.test(text)) {
    return `${other['whole']?.replaceAll(',', '')}.${other['cents']}`;
  }
  const whole = `\\d{1,3}(?:${escaped(group)}\\d{3})+|\\d+`;
  const groups = new RegExp(`^(?<whole>${whole})(?:${escaped(decimal)}(?<cents>\\d{1,2}))?$`).exec(
    text.startsWith(decimal) ? `0${text}` : text,
  )?.groups;
  if (!groups) return null;
  const { whole: units = '', cents } = groups;
  const digits = units.replaceAll(group, '').replace(/^0+(?=\d)/, '');
  if (units.startsWith('0') && units.length > 1) return null;
  return cents === undefined ? digits : `${digits}.${cents}`;
}

/** `12.50` as `12.5`; null if no account can have that amount. */
export function canonical(text: string, currency: Currency): ReadAmount {
  const read = parseAmount(text, currency, { shares: false });
  if (!read.ok || read.value.kind !== 'exact') return null;
  const { scale } = currency;
  const digits = read.value.amount.toString().padStart(scale + 1, '0');
  const cents = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '');
  const units = digits.slice(0, digits.length - scale);
  return cents === '' ? units : `${units}.${cents}`;
}

const plain = (value: number): string => `${Math.round(value * 100) / 100}`;

/** A number in digits with the groups that spaces separate: `1 250,50` in French. */
function digitsFrom(tokens: readonly Token[], at: number, group: string): [string, number] {
  let text = tokens[at]!.text;
  let end = at + 1;
  if (group !== ' ') return [text, end];
  while (/^\d{1,3}(?: \d{3})*$/.test(text)) {
    const next = tokens[end];
    if (!next || next.kind !== 'number' || !/^\d{3}(?:,\d+)?$/.test(next.text)) break;
    if (next.start - tokens[end - 1]!.end !== 1) break;
    text += ` ${next.text}`;
    end += 1;
  }
  return [text, end];
}

const suffixes = new Set(['k', 'm']);
const otherSigns = /^[$€£¥₹₿%]$/u;

type Patterns = Rows<null>;
const rowsOf = (...rows: readonly (string | undefined)[]): Patterns =>
  new Rows(rows.flatMap((row) => patternsOf(row ?? '').map((pattern) => [pattern, null] as const)));

interface Tools {
  readonly vocabulary: Vocabulary;
  readonly currency: Currency;
  readonly money: Patterns;
  readonly other: Patterns;
  readonly counted: Patterns;
  readonly half: Patterns;
  readonly halfOne: Patterns;
  readonly one: Patterns;
  readonly point: ReadonlySet<string>;
  readonly cents: ReadonlySet<string>;
}

function longest(patterns: Patterns, tokens: readonly Token[], at: number): number {
  let end = at;
  for (const { pattern } of patterns.at(tokens, at, {})) {
    end = Math.max(end, match(pattern, tokens, at, {})?.end ?? at);
  }
  return end;
}

/** The text that `parseAmount` reads, and where it ends. */
function numeral(
  tokens: readonly Token[],
  at: number,
  tools: Tools,
  words: ReturnType<typeof numberWords>,
): { text: string | null; end: number } | null {
  const token = tokens[at]!;
  if (token.kind === 'number') {
    const [text, end] = digitsFrom(tokens, at, tools.vocabulary.group);
    const english = inEnglish(text, tools.vocabulary);
    const after = tokens[end];
    if (after && suffixes.has(after.norm)) {
      const isShort = /^\d+(?:[.,]\d+)?$/.test(text);
      return { text: english !== null && isShort ? `${english}${after.norm}` : null, end: end + 1 };
    }
    // 5.- and 5,- are whole amounts.
    if ([',', '.'].includes(after?.norm ?? '') && /^[-–—]+$/.test(tokens[end + 1]?.text ?? '')) {
      if (after?.joined && tokens[end + 1]!.joined) return { text: english, end: end + 2 };
    }
    const thousand = words.values.get(after?.norm ?? '');
    if (after && thousand !== undefined && thousand >= 1000 && english !== null) {
      return { text: plain(Number(english) * thousand), end: end + 1 };
    }
    return { text: english, end };
  }
  const spelled = spelledNumber(tokens, at, words);
  if (!spelled) return null;
  if (tools.point.has(tokens[spelled.end]?.norm ?? '')) {
    const decimals = spelledNumber(tokens, spelled.end + 1, words);
    if (decimals && decimals.value < 100 && Number.isInteger(decimals.value)) {
      return { text: `${spelled.value}.${decimals.value}`, end: decimals.end };
    }
  }
  return { text: plain(spelled.value), end: spelled.end };
}

/** `zwei GEM fünfzig`: two digits after the currency are its hundredths. */
function hundredths(
  tokens: readonly Token[],
  at: number,
  words: ReturnType<typeof numberWords>,
): { text: string; end: number } | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number' && /^\d\d$/.test(token.text))
    return { text: token.text, end: at + 1 };
  const spelled = spelledNumber(tokens, at, words);
  return spelled && Number.isInteger(spelled.value) && spelled.value >= 10 && spelled.value < 100
    ? { text: `${spelled.value}`, end: spelled.end }
    : null;
}

function toolsOf(vocabulary: Vocabulary, currency: Currency): Tools {
  const { senses } = vocabulary;
  const code = folded(currency.code);
  return {
    vocabulary,
    currency,
    money: rowsOf(senses.currency, code, ownWords(code).join('|')),
    other: rowsOf(otherThan(code, senses.otherCurrency)),
    counted: rowsOf(senses.counted),
    half: rowsOf(vocabulary.andHalf),
    one: rowsOf(vocabulary.one),
    halfOne: rowsOf(vocabulary.halfOne),
    point: new Set(vocabulary.point.split('|').map(folded)),
    cents: new Set((vocabulary.cents ?? '').split('|').filter(Boolean)),
  };
}

export function amountReader(vocabulary: Vocabulary, currency: Currency): AmountReader {
  const tools = toolsOf(vocabulary, currency);
  const words = numberWords(vocabulary);
  return (tokens, at) => {
    let start = at;
    while (/^[-–−+~≈]$/u.test(tokens[start]?.text ?? '')) start += 1;
    const isSigned = start > at;
    if (isSigned && !tokens[start]?.joined) return null;
    const isOther =
      otherSigns.test(tokens[start]?.text ?? '') && longest(tools.money, tokens, start) === start;
    if (isOther) start += 1;
    // GEM 5, but not "gems five people".
    const before = isOther ? start : longest(tools.money, tokens, start);
    const token = tokens[before];
    if (!token) return null;
    for (const [patterns, amount] of [
      [tools.halfOne, '0.5'],
      [tools.one, '1'],
    ] as const) {
      const end = longest(patterns, tokens, start);
      const money = longest(tools.money, tokens, end);
      if (end > start && money > end) return { end: money, amount, isMoney: true };
    }
    if (before > start && token.kind !== 'number') return null;
    const read = numeral(tokens, before, tools, words);
    if (!read) return null;
    return ending(tokens, read, { isUnclear: isOther || isSigned, isMoney: before > start });
  };

  function ending(
    tokens: readonly Token[],
    read: { text: string | null; end: number },
    seen: { isUnclear: boolean; isMoney: boolean },
  ): AmountSpan | null {
    let { text, end } = read;
    const half = longest(tools.half, tokens, end);
    if (half > end && text !== null && /^\d+$/.test(text)) {
      text = `${text}.5`;
      end = half;
    }
    if (longest(tools.counted, tokens, end) > end) return null;
    const money = longest(tools.money, tokens, end);
    const isOther =
      money === end &&
      (otherSigns.test(tokens[end]?.text ?? '') || longest(tools.other, tokens, end) > end);
    if (isOther)
      return {
        end: Math.max(end + 1, longest(tools.other, tokens, end)),
        amount: null,
        isMoney: true,
      };
    const isMoney = seen.isMoney || money > end;
    const isWhole = text !== null && /^\d+$/.test(text);
    const halfAfter = money > end ? longest(tools.half, tokens, money) : money;
    if (isWhole && halfAfter > money) {
      return { end: halfAfter, amount: canonical(`${text}.5`, currency), isMoney };
    }
    const hasCents = tools.cents.has(tokens[money]?.norm ?? '');
    if (isWhole && (money > end || hasCents)) {
      const cents = hundredths(tokens, money + (hasCents ? 1 : 0), words);
      if (cents)
        return { end: cents.end, amount: canonical(`${text}.${cents.text}`, currency), isMoney };
    }
    const amount = seen.isUnclear || text === null ? null : canonical(text, currency);
    return { end: money, amount, isMoney };
  }
}
