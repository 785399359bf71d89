/** Amounts of money at a place in a Japanese sentence. */
import type { Currency } from '../../bank/model/index.ts';
import { canonical } from '../read/amounts.ts';
import { afterKanji, counters } from '../words/japanese-nouns.ts';
import { numeralAt } from './numerals.ts';
import { skip } from './skip.ts';

const currency =
  /\s*(?:GEMS?|ジェムズ?|じぇむ|コイン|ポイント)(?!(?!チ|プレゼント|カンパ|パス)[ァ-ヴー])(?:分|ぶん)?/iuy;
const otherCurrency =
  /\s*(?:円|ドル|ユーロ|ポンド|元(?!気)|ウォン|ビットコイン|¥|€|\$|%|パーセント|割)/uy;
const beforeMoney =
  /(?:GEM|ジェム|¥|€|\$|-|−|マイナス|\+|約)\s*(?=[0-9〇一二三四五六七八九十百千万])/iuy;

export interface AmountSpan {
  readonly kind: 'amount' | 'count';
  readonly end: number;
  /** Null: it must be asked. */
  readonly amount?: string | null;
  readonly isMoney?: boolean;
}

/** An amount, or a number that counts something else. */
export function amountAt(text: string, at: number, money: Currency): AmountSpan | null {
  const first = skip(beforeMoney, text, at);
  const sign = text.slice(at, first);
  // 1e3 is no amount.
  if (/\d[A-Za-z]+$/u.test(text.slice(0, at))) return null;
  const number = numeralAt(text, first);
  if (!number) return null;
  // 千葉, 一番, 三人: the numeral is part of a word.
  if (number.isKanji && !afterKanji.test(text.slice(number.end))) {
    const counted = skip(counters, text, number.end);
    return counted > number.end ? { kind: 'count', end: counted } : null;
  }
  const paid = skip(currency, text, number.end);
  const isMoney = paid > number.end || /gem|ジェム/iu.test(sign);
  if (!isMoney) {
    const other = skip(otherCurrency, text, number.end);
    if (other > number.end) return { kind: 'amount', end: other, amount: null, isMoney: true };
    const counted = skip(counters, text, number.end);
    if (counted > number.end) return { kind: 'count', end: counted };
    if (/^[A-Za-z]/u.test(text.slice(number.end))) return null;
  }
  // 2、3百
  if (
    /^[、,]\s?[0-9一二三四五六七八九][百千万]/u.test(text.slice(number.end)) &&
    /^[0-9一二三四五六七八九]$/u.test(text.slice(first, number.end))
  ) {
    const second = numeralAt(text, number.end + 1)!;
    return { kind: 'amount', end: skip(currency, text, second.end), amount: null, isMoney };
  }
  // 1.000 and 12.500 may be thousands.
  const isGrouped = /^[1-9]\d{0,2}\.\d{3}$/u.test(text.slice(first, number.end));
  const isSigned = /[-−+¥€$約]|マイナス/u.test(sign);
  const amount =
    isSigned || isGrouped || number.value === null ? null : canonical(number.value, money);
  const end = /ジェム|gem/iu.test(sign) ? skip(/個(?:分)?/uy, text, paid) : paid;
  return { kind: 'amount', end, amount, isMoney };
}
