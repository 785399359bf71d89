/** Reads Japanese: no spaces between words, particles after them, the mood at a verb's end. */
import type { Currency } from '../../bank/model/index.ts';
import type { NameReader } from '../read/names.ts';
import type { Meaning, Person } from '../text/types.ts';
import { readHistory } from './history.ts';
import { itemsOf } from './lexer.ts';
import { readPayment } from './payment.ts';
import { readHelp, readPlain } from './plain.ts';
import { soundingLike } from './sounds.ts';

export interface JapaneseTools {
  readonly names: NameReader;
  readonly people: readonly Person[];
  readonly currency: Currency;
  /** The number of today's day. */
  readonly today: number;
}

/** 「20返せ」って請求して: the amount is in what the bank is to say. */
const told =
  /「(?<said>[^」]*[\d一二三四五六七八九十百千万][^」]*)」(?=(?:って|と)(?:請求|催促|伝え|お願い))/u;

/** ベン、ありがとう！ before a request: thanks that are no part of it. */
const thanked =
  /^[^！!。]*(?:ありがと[うー〜]*(?:ございま(?:す|した))?|サンキュー)[ねよー〜]*[！!。]\s*(?=.)/u;

/** Thanks at the end of a request. */
const thanking =
  /(?<=\p{L}|\d)[、。！!\s]+(?:いつも|本当に|どうも|よろしく)?ありがと[うー〜]*(?:ございます)?[ねよー〜]*[！!。\s]*$/u;

export function readJapanese(
  written: string,
  { names, people, currency, today }: JapaneseTools,
): Meaning {
  const text = written.replace(told, '$<said>').replace(thanked, '').replace(thanking, '');
  const items = itemsOf(text, { names, currency, today: () => today });
  const candidates = (name: string): readonly Person[] => {
    const written = names.candidates(name);
    return written.length > 0 ? written : soundingLike(name, people);
  };
  const tools = { today, candidates };
  return (
    readHelp(items) ??
    readPlain(items) ??
    readHistory(text, items, tools) ??
    readPayment(text, items, tools) ?? { intent: 'none' }
  );
}
