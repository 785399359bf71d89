/** Splits a Japanese sentence into items: at each place the longest known part. */
import type { Currency } from '../../bank/model/index.ts';
import type { NameReader } from '../read/names.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import { amountAt } from './amounts.ts';
import { compounds } from '../words/japanese-nouns.ts';
import { dateAt } from './dates.ts';
import type { Item } from './items.ts';
import { wordAt } from './lexicon.ts';
import { katakana, latin, roleAt, unknownName } from './names.ts';
import { repeatAt } from './repeats.ts';
import { skip } from './skip.ts';
import { verbAt } from './verbs.ts';

const quote = /「[^」]*」|『[^』]*』|"[^"]*"|“[^”]*”|'[^']*'/uy;
const mention = /<@!?\d{17,20}>/uy;
const account =
  /(?:口座番号|口座|番号)?[:は]?\s*(?<number>\d{10}|\d{3}[- ]\d{3}[- ]\d{4}|\d{4}[- ]\d{3}[- ]\d{3}|\d{5}[- ]\d{5})(?!\d)/uy;
const mark = /[→⇒、。,.!?！？…:;()（）\s\-–—・|/]/u;
const aim = /(?:→|->|⇒|=>|宛先:?|先:|先)\s*$/u;

type Found = Omit<Item, 'start' | 'text'>;

export interface Tools {
  readonly names: NameReader;
  readonly currency: Currency;
  readonly today: () => number;
}

class Lexer {
  readonly #text: string;
  readonly #tools: Tools;
  readonly #tokens: readonly Token[];
  readonly #tokenAt: ReadonlyMap<number, number>;

  constructor(text: string, tools: Tools) {
    this.#text = text;
    this.#tools = tools;
    this.#tokens = tokensOf(text);
    this.#tokenAt = new Map(this.#tokens.map((token, index) => [token.start, index]));
  }

  at(at: number): Found {
    const text = this.#text;
    const certain = this.#certain(at);
    if (certain) return certain;
    const compound = skip(compounds, text, at);
    if (compound > at) return { kind: 'text', end: compound };
    const longest = this.#longest(at);
    const isCut =
      longest !== null &&
      longest.kind !== 'amount' &&
      /[\p{Script=Katakana}ーA-Za-z]/u.test(text[longest.end - 1]!) &&
      isInRun(text, longest.end);
    const name = unknownName(text, at);
    if (name && (longest === null || isCut || (name.isSure && name.end > longest.end))) {
      return this.#person(at, name.end, { isKnown: false });
    }
    if (longest && !isCut) return longest;
    if (mark.test(text[at]!)) return { kind: 'mark', end: at + 1 };
    const run = Math.max(skip(latin, text, at), skip(katakana, text, at), at + 1);
    return { kind: 'text', end: run };
  }

  /** Known names, mentions, account numbers and quotations, whatever else could begin there. */
  #certain(at: number): Found | null {
    const text = this.#text;
    const token = this.#tokenAt.get(at);
    const known = token === undefined ? null : this.#tools.names.endOf(this.#tokens, token);
    if (known !== null) return this.#person(at, this.#tokens[known - 1]!.end, {});
    const quoted = skip(quote, text, at);
    if (quoted > at) return { kind: 'quote', end: quoted };
    const mentioned = skip(mention, text, at);
    if (mentioned > at) return this.#person(at, mentioned, {});
    account.lastIndex = at;
    const number = account.exec(text)?.groups?.['number'];
    if (number === undefined) return null;
    return this.#person(at, account.lastIndex, { name: number.replaceAll(/\D/g, '') });
  }

  #person(at: number, end: number, more: Partial<Found>): Found {
    const text = this.#text;
    const { end: last, role, isTitled } = roleAt(text, end);
    const name = text.slice(at, end);
    return {
      kind: 'person',
      end: last,
      name,
      role: role === 'bare' && aim.test(text.slice(0, at)) ? 'to' : role,
      isKnown: true,
      isSure: isTitled || !/^\p{Script=Han}+$/u.test(name),
      ...more,
    };
  }

  /** The longest date, repetition, verb, word or amount; of equal ones the first of these. */
  #longest(at: number): Found | null {
    const text = this.#text;
    const { today, currency } = this.#tools;
    const date = dateAt(text, at, today);
    const repeat = repeatAt(text, at);
    const verb = verbAt(text, at);
    const word = wordAt(text, at);
    const amount = amountAt(text, at, currency);
    const found: (Found | null)[] = [
      date && { kind: 'date', end: date.end, date: date.value, isPlainDate: date.isPlain },
      repeat && { kind: 'repeat', end: repeat.end, repeat: repeat.repeat },
      verb && { kind: 'verb', ...verb, ...(word?.end === verb.end ? { words: word.words } : {}) },
      word && this.#word(word),
      amount,
    ];
    return found.reduce((best, one) => (best && best.end >= (one?.end ?? at) ? best : one), null);
  }

  #word({ end, words }: NonNullable<ReturnType<typeof wordAt>>): Found {
    if (!words.has('who')) return { kind: 'word', end, words };
    const { end: last, role } = roleAt(this.#text, end);
    return { kind: 'who', end: last, role, words };
  }
}

export function itemsOf(text: string, tools: Tools): Item[] {
  const lexer = new Lexer(text, tools);
  const items: Item[] = [];
  for (let at = 0; at < text.length;) {
    const found = lexer.at(at);
    items.push({ ...found, start: at, text: text.slice(at, found.end) });
    at = found.end;
  }
  return items;
}

/** Whether a place is inside a run of katakana or Latin letters. */
function isInRun(text: string, at: number): boolean {
  const before = text[at - 1] ?? '';
  const here = text[at] ?? '';
  return [/[\p{Script=Katakana}ー]/u, /[A-Za-zÀ-ɏ]/u].some(
    (run) => run.test(before) && run.test(here),
  );
}
