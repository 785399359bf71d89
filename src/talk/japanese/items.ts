/** A Japanese sentence as items: persons with their particles, amounts, dates, verbs, words. */
import { type Currency, parseAmount } from '../../bank/model/index.ts';
import type { NameReader } from '../read/names.ts';
import type { DateValue } from '../read/ranges.ts';
import { tokensOf } from '../text/tokens.ts';
import { dateAt } from './dates.ts';
import type { Mood } from './inflection.ts';
import { type Word, wordAt } from './lexicon.ts';
import { numeralAt } from './numerals.ts';
import { type Repeat, repeatAt } from './repeats.ts';
import { type Deed, verbAt } from './verbs.ts';

/** What the particle after a person says: ベンに, ベンから, ベンが, ベンと, ベンの, ベンを. */
export type Role = 'to' | 'from' | 'subject' | 'with' | 'of' | 'object' | 'bare' | 'or';

export type Kind =
  | 'person'
  | 'who'
  | 'amount'
  | 'count'
  | 'date'
  | 'repeat'
  | 'quote'
  | 'verb'
  | 'word'
  | 'mark'
  | 'text';

export interface Item {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** A person's name as written, without title and particle. */
  readonly name?: string;
  readonly isKnown?: boolean;
  /** Whether it is written as only a name is; an unknown word in kanji may be a thing. */
  readonly isSure?: boolean;
  readonly role?: Role;
  /** Null: it must be asked. */
  readonly amount?: string | null;
  readonly isMoney?: boolean;
  readonly date?: DateValue;
  readonly isPlainDate?: boolean;
  readonly repeat?: Repeat | null;
  readonly deeds?: ReadonlySet<Deed>;
  readonly mood?: Mood;
  readonly isNoun?: boolean;
  readonly words?: ReadonlySet<Word>;
}

export const says = (item: Item | undefined, ...words: readonly Word[]): boolean =>
  item?.words !== undefined && words.some((word) => item.words!.has(word));
export const does = (item: Item | undefined, ...deeds: readonly Deed[]): boolean =>
  item?.deeds !== undefined && deeds.some((deed) => item.deeds!.has(deed));

const title =
  '(?:さん|様|さま|ちゃん|ちゃま|くん|君|氏|殿|先輩|たん|っち|先生|どの|の口座|のとこ(?:ろ)?|んとこ|のほう|の方|側|名義|(?:の)?口座番号)*';
const roles: readonly (readonly [Role, string])[] = [
  [
    'to',
    '(?:宛て?に?への?|宛て?(?:に|の|で)?|あて(?:に|の)?|への|へ|に(?:は|も|対して|向けて)?|->|→|⇒|=>)',
  ],
  ['from', '(?:からの|からは|から|より)'],
  ['subject', '(?:が|は|も|って)(?!い)'],
  ['with', '(?:との|とは|と)'],
  ['or', 'か(?!ら|な)'],
  ['of', 'の'],
  ['object', 'を'],
];
const titlePattern = new RegExp(title, 'uy');
const rolePatterns = roles.map(([role, source]) => [role, new RegExp(source, 'uy')] as const);

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The title and the particle after a name. */
function roleAt(text: string, at: number): { end: number; role: Role; isTitled: boolean } {
  const titled = skip(titlePattern, text, at);
  const isTitled = titled > at;
  for (const [role, pattern] of rolePatterns) {
    const end = skip(pattern, text, titled);
    if (end > titled) return { end, role, isTitled };
  }
  const gap = skip(/ +/uy, text, titled);
  const afterGap =
    gap > titled ? skip(/(?:に|へ|宛て?に?|さんに|->|→)(?![ぁ-ん])/uy, text, gap) : gap;
  if (afterGap > gap) return { end: afterGap, role: 'to', isTitled };
  return { end: titled, role: 'bare', isTitled };
}

const quote = /「[^」]*」|『[^』]*』|"[^"]*"|“[^”]*”|'[^']*'/uy;
const mention = /<@!?\d{17,20}>/uy;
const account =
  /(?:口座番号|口座|番号)?[:は]?\s*(?<number>\d{10}|\d{3}[- ]\d{3}[- ]\d{4}|\d{4}[- ]\d{3}[- ]\d{3}|\d{5}[- ]\d{5})(?!\d)/uy;
const mark = /[→⇒、。,.!?！？…:;()（）\s\-–—・|/]/u;
const counters =
  /(?:時間?(?!計)|分(?:に|後|前|間|早|遅|ほど前)|秒|個|本(?!代|の|屋)|枚|匹|人|名|歳|才|回(?!収|し)|度(?!に)|台(?!所)|冊|杯|階|点差|キロ|km|kg|曲|話|試合|つ|社|件|軒|泊|番|位|級|年|月|日|週)/uy;
const currency = /\s*(?:GEMS?|ジェムズ?|じぇむ|コイン|ポイント)(?![ァ-ヴー](?<!チ))(?:分|ぶん)?/iuy;
const otherCurrency =
  /\s*(?:円|ドル|ユーロ|ポンド|元(?!気)|ウォン|ビットコイン|¥|€|\$|%|パーセント|割)/uy;
const beforeMoney =
  /(?:GEM|ジェム|¥|€|\$|-|−|マイナス|\+|約)\s*(?=[0-9〇一二三四五六七八九十百千万])/iuy;
const nothingAfterKanji =
  /^(?:$|[\s、。,.!?！？をにはがだでと→もじのか(]|GEM|gem|ジェム|じぇむ|コイン|ほど|ぐらい|くらい|ばか|ね|よ|送|払|振|入金|出金|預|引|返|請|渡|お願|たの|頼|円|ドル|ポイント|だけ|ぶん|分|から|いれ|入れ|おろ|下|ずつ|ちょうど|あげ|投げ|やっ|ユーロ|チャージ)/u;

function canonical(text: string, money: Currency): string | null {
  const read = parseAmount(text, money, { shares: false });
  if (!read.ok || read.value.kind !== 'exact') return null;
  const { scale } = money;
  const digits = read.value.amount.toString().padStart(scale + 1, '0');
  const cents = scale === 0 ? '' : digits.slice(-scale).replace(/0+$/, '');
  const units = digits.slice(0, digits.length - scale);
  return cents === '' ? units : `${units}.${cents}`;
}

type Found = Omit<Item, 'start' | 'text'>;

function amountAt(text: string, at: number, money: Currency): Found | null {
  const first = skip(beforeMoney, text, at);
  const sign = text.slice(at, first);
  const number = numeralAt(text, first);
  if (!number) return null;
  // 千葉, 一番, 三人: the numeral is part of a word.
  if (number.isKanji && !nothingAfterKanji.test(text.slice(number.end))) {
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
  const isSigned = /[-−+¥€$約]|マイナス/u.test(sign);
  const amount = isSigned || number.value === null ? null : canonical(number.value, money);
  const end = /ジェム|gem/iu.test(sign) ? skip(/個(?:分)?/uy, text, paid) : paid;
  return { kind: 'amount', end, amount, isMoney };
}

const latin = /[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.]*(?: (?=[A-ZÀ-Þ])[A-Za-zÀ-ɏ'’]+)*/uy;
const katakana = /[\p{Script=Katakana}ー・]+/uy;
const han = /[\p{Script=Han}々]{2,4}/uy;
const hiragana =
  /[ぁ-ん]{2,6}?(?=(?:さん|ちゃん|くん|君|様|さま|氏)(?:に|へ|から|宛|が|は|と|の|、)|(?:に|へ)(?:[、,\d]|お?金|メモ))/uy;
const notNames =
  /^(?:ピザ|コーヒー|メモ|メール|ゲーム|サーバー|チケット|ランチ|ディナー|タクシー|バス|カフェ|スタンプ|プレゼント|最後|今度|本当|特別|一緒|丁寧|緊急|代わり|毎月|毎週|口座|別|普通|自動|以外|家賃|外食|手元|手持ち|店|会社|学校|現金|今回|今月|来月|毎日|一括|早急|先に|後|次|最初|正確|確実|簡単|大切|無事|食費|食事|買物|電車|交通|何|すぐ|べつ|ほん|とく|つい|いっしょ|まとめ|ちなみ|さら|すで|まだ|もう|とも|いく|ほか|だれ|どこ|ここ|そこ|これ|それ|あれ|みな|なに|どう|こと|もの|ため|たまに|レジ|カード|ドア|ネット|アプリ|スマホ|パソコン|サイト)$/u;

const notInNames = /[誰何彼私僕俺今毎各全皆額代費]|最近|口座|残高|銀行|以前|過去/u;

/** A name that is not known, by its writing and by what follows it. */
function unknownName(text: string, at: number): { end: number; isSure: boolean } | null {
  for (const pattern of [latin, katakana, han, hiragana]) {
    const longest = skip(pattern, text, at);
    if (longest === at) continue;
    const ends =
      pattern === han ? [4, 3, 2].map((n) => at + n).filter((end) => end <= longest) : [longest];
    for (const end of ends) {
      if (notNames.test(text.slice(at, end)) || notInNames.test(text.slice(at, end))) continue;
      const { role, isTitled } = roleAt(text, end);
      const isSure =
        isTitled || role === 'to' || role === 'from' || (pattern !== han && role === 'or');
      if (isSure) return { end, isSure };
    }
    if (
      pattern !== han &&
      pattern !== hiragana &&
      longest - at > 1 &&
      !notNames.test(text.slice(at, longest))
    ) {
      return { end: longest, isSure: false };
    }
  }
  return null;
}

export interface Tools {
  readonly names: NameReader;
  readonly currency: Currency;
  readonly today: () => number;
}

export function itemsOf(text: string, { names, currency: money, today }: Tools): Item[] {
  const tokens = tokensOf(text);
  const tokenAt = new Map(tokens.map((token, index) => [token.start, index]));
  const items: Item[] = [];

  const knownName = (at: number): number | null => {
    const token = tokenAt.get(at);
    const end = token === undefined ? null : names.endOf(tokens, token);
    return end === null ? null : tokens[end - 1]!.end;
  };
  const person = (at: number, end: number, more: Partial<Found>): Found => {
    const { end: last, role, isTitled } = roleAt(text, end);
    const isAimed = role === 'bare' && /(?:→|->|⇒|=>|宛先:?|先:|先)\s*$/u.test(text.slice(0, at));
    const name = text.slice(at, end);
    const isSure = isTitled || !/^[\p{Script=Han}]+$/u.test(name);
    return {
      kind: 'person',
      end: last,
      name,
      role: isAimed ? 'to' : role,
      isKnown: true,
      isSure,
      ...more,
    };
  };

  const readAt = (at: number): Found => {
    const known = knownName(at);
    if (known !== null) return person(at, known, {});
    const quoted = skip(quote, text, at);
    if (quoted > at) return { kind: 'quote', end: quoted };
    const mentioned = skip(mention, text, at);
    if (mentioned > at) return person(at, mentioned, {});
    account.lastIndex = at;
    const number = account.exec(text)?.groups?.['number'];
    if (number !== undefined) {
      return person(at, account.lastIndex, { name: number.replaceAll(/\D/g, '') });
    }
    const found: Found[] = [];
    const date = dateAt(text, at, today);
    if (date)
      found.push({ kind: 'date', end: date.end, date: date.value, isPlainDate: date.isPlain });
    const repeat = repeatAt(text, at);
    if (repeat) found.push({ kind: 'repeat', end: repeat.end, repeat: repeat.repeat });
    const verb = verbAt(text, at);
    if (verb) found.push({ kind: 'verb', ...verb });
    const word = wordAt(text, at);
    if (word)
      found.push({
        kind: says({ words: word.words } as Item, 'who') ? 'who' : 'word',
        end: word.end,
        words: word.words,
      });
    const amount = amountAt(text, at, money);
    if (amount) found.push(amount);
    const longest = found.reduce<Found | null>(
      (best, one) => (best && best.end >= one.end ? best : one),
      null,
    );
    const isCut =
      longest !== null &&
      longest.kind !== 'amount' &&
      /[\p{Script=Katakana}ーA-Za-z]/u.test(text[longest.end - 1]!) &&
      isInRun(text, longest.end);
    const name = unknownName(text, at);
    if (name && (longest === null || isCut || (name.isSure && name.end > longest.end))) {
      return person(at, name.end, { isKnown: false });
    }
    if (longest && !isCut) {
      if (longest.kind === 'who') {
        const { end, role } = roleAt(text, longest.end);
        return { ...longest, end, role };
      }
      if (longest.kind === 'verb' && word && word.end === longest.end) {
        return { ...longest, words: word.words };
      }
      return longest;
    }
    if (mark.test(text[at]!)) return { kind: 'mark', end: at + 1 };
    const run = Math.max(skip(latin, text, at), skip(katakana, text, at), at + 1);
    return { kind: 'text', end: run };
  };

  for (let at = 0; at < text.length;) {
    const found = readAt(at);
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
