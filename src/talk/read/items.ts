/** A sentence as items: the longest known phrase, name, date or amount at each place. */
import type { Currency } from '../../bank/model/index.ts';
import { match, patternsOf, type Readers, remembered, wordsOf } from '../text/patterns.ts';
import { Rows } from '../text/rows.ts';
import { folded, type Token } from '../text/tokens.ts';
import { accountEnd } from './account.ts';
import { amountReader, type AmountReader } from './amounts.ts';
import { dateReader, type DateReader } from './dates.ts';
import type { Item, Kind } from './item.ts';
import { is } from './clauses.ts';
import type { DateSense, Sense, Vocabulary } from './language.ts';
import { type NameReader, withoutGenitive } from './names.ts';
import { type Rewriter, rewriterOf } from './rewrites.ts';
import { repeatReader, type RepeatReader } from './repeats.ts';
import { slipFinder } from './slips.ts';
import { splitReader, type SplitReader } from './splits.ts';

/** Senses whose words are recognised with one slip of the fingers. */
const forgiving: ReadonlySet<Sense> = new Set<Sense>([
  'send',
  'request',
  'deposit',
  'withdraw',
  'history',
  'balance',
  'help',
  'login',
  'password',
  'withdrawals',
  'deposits',
  'transfers',
]);

/** Days that also name what a payment is for. */
const isNamed = (sense: DateSense | undefined): boolean =>
  sense === 'month' || sense === 'thisUnit' || sense === 'lastUnit' || sense === 'weekend';

export class Lexer {
  readonly #phrases: Rows<Sense>;
  readonly #isMended: boolean;
  readonly #tells: RegExp | undefined;
  readonly #respelled: (norm: string) => string;
  readonly #owned: ReadonlySet<string>;
  /** All words of phrases, also those inside them. */
  readonly #words: ReadonlySet<string>;
  readonly #slips: (norm: string) => readonly string[];
  readonly #readers: Readers;
  readonly #dates: DateReader;
  readonly #repeats: RepeatReader;
  readonly #amounts: AmountReader;
  readonly #splits: SplitReader;
  readonly #rewriter: Rewriter;
  #without: ReadonlySet<Sense> = new Set();

  constructor(vocabulary: Vocabulary, currency: Currency, today: () => number) {
    this.#dates = dateReader(vocabulary, today);
    this.#repeats = repeatReader(vocabulary, this.#dates);
    this.#amounts = remembered(amountReader(vocabulary, currency));
    this.#readers = this.#dates.readers;
    this.#splits = splitReader(vocabulary);
    this.#rewriter = rewriterOf(vocabulary.rewrites ?? '', this.#amounts);
    const phrases = (Object.entries(vocabulary.senses) as [Sense, string][]).flatMap(
      ([sense, rows]) => patternsOf(rows).map((pattern) => [pattern, sense] as const),
    );
    this.#phrases = new Rows(phrases);
    const others = [vocabulary.dates, vocabulary.repeats].flatMap((rows) => Object.values(rows));
    const patterns = [...phrases.map(([pattern]) => pattern), ...others.flatMap(patternsOf)];
    this.#words = new Set([
      ...patterns.flatMap(wordsOf),
      ...this.#rewriter.words,
      ...vocabulary.point.split('|').map(folded),
    ]);
    this.#owned = new Set((vocabulary.genitive ?? '').split('|').filter(Boolean));
    this.#isMended = vocabulary.isMended ?? false;
    this.#tells = vocabulary.tells;
    this.#respelled = vocabulary.respelled ?? ((norm) => norm);
    this.#slips = slipFinder(new Rows(phrases.filter(([, sense]) => forgiving.has(sense))).words);
  }

  /** The senses of the longest phrase. */
  #phrase(tokens: readonly Token[], at: number): { end: number; senses: Set<Kind> } {
    let end = at;
    let senses = new Set<Kind>();
    for (const { pattern, value: sense } of this.#phrases.at(tokens, at, this.#readers)) {
      if (this.#without.has(sense)) continue;
      const found = match(pattern, tokens, at, this.#readers);
      if (!found || found.end < end || found.end === at) continue;
      if (found.end > end) senses = new Set();
      end = found.end;
      senses.add(sense);
    }
    // Both keep a clause from being a request; one may stand before it.
    if (senses.has('past')) senses.add('guard').add('told');
    if (senses.has('so')) senses.add('polite');
    if (senses.has('slang')) senses.add('send');
    if (senses.has('bill')) senses.add('word');
    return { end, senses };
  }

  /** The phrase that a mistyped or drawn-out word begins: `trasnfer`, `pleeease`. */
  #slip(tokens: readonly Token[], at: number): { end: number; senses: Set<Kind> } | null {
    const token = tokens[at]!;
    if (token.kind !== 'word') return null;
    // `pleaaase`
    for (const kept of ['$1', '$1$1']) {
      const norm = token.norm.replaceAll(/(\p{L})\1{2,}/gu, kept);
      if (norm === token.norm) break;
      const mended = [{ ...token, text: norm, norm }, ...tokens.slice(at + 1, at + 12)];
      const found = this.#phrase(mended, 0);
      if (found.end > 0) return { end: at + found.end, senses: found.senses };
    }
    const respelled = this.#respelled(token.norm);
    const slips = this.#slips(token.norm);
    for (const word of respelled === token.norm ? slips : [respelled, ...slips]) {
      const mended = tokens.slice(at, at + 12);
      mended[0] = { ...token, text: word, norm: word };
      const found = this.#phrase(mended, 0);
      if (found.end > 0) return { end: at + found.end, senses: found.senses };
    }
    return null;
  }

  /** The tokens with mistyped words put right, in the usual shape of a sentence. */
  readable(typed: readonly Token[], names: NameReader): readonly Token[] {
    return this.#rewriter.rewrite(this.#mended(typed, names), names);
  }

  /** With mistyped words of the vocabulary put right: `my balnce`. */
  #mended(typed: readonly Token[], names: NameReader): readonly Token[] {
    const tokens = withoutGenitive(typed, names, this.#owned);
    if (!this.#isMended) return tokens;
    return tokens.map((token, at) => {
      const isKnown = token.kind !== 'word' || this.#words.has(token.norm);
      if (isKnown || names.endOf(tokens, at) !== null || this.#amounts(tokens, at)) return token;
      if (this.#dates(tokens, at)) return token;
      const [word] = this.#slips(token.norm);
      return word === undefined ? token : { ...token, norm: word };
    });
  }

  /** `without`: senses to leave out, so that their words are read one by one. */
  items(
    text: string,
    tokens: readonly Token[],
    names: NameReader,
    without: ReadonlySet<Sense> = new Set(),
  ): readonly Item[] {
    const items: Item[] = [];
    this.#without = without;
    let isRepeated = false;
    for (let at = 0; at < tokens.length;) {
      const item = this.#item(text, tokens, at, { names, isRepeated });
      isRepeated ||= item.repeat?.every !== undefined;
      items.push(item);
      at = item.to;
    }
    return this.#splits(items, tokens);
  }

  /** `cada día 1 gema`: the last number of a repetition may be an amount of money. */
  #repeat(tokens: readonly Token[], at: number, isRepeated: boolean): ReturnType<RepeatReader> {
    const found = this.#repeats(tokens, at, isRepeated);
    if (!found || found.end - at < 2) return found;
    const last = found.end - 1;
    const amount = this.#amounts(tokens, last);
    if (!amount?.isMoney || amount.end <= found.end) return found;
    return this.#repeats(tokens.slice(0, last), at, isRepeated);
  }

  /** The longest phrase. `how much did I pay in 2025`: the preposition belongs to the date. */
  #phraseAt(tokens: readonly Token[], at: number): { end: number; senses: Set<Kind> } {
    const phrase = this.#phrase(tokens, at);
    const isCut = phrase.end > at + 1 && phrase.senses.has('deposits');
    if (!isCut || !this.#dates(tokens, phrase.end - 1)) return phrase;
    return this.#phrase(tokens.slice(0, phrase.end - 1), at);
  }

  #item(
    text: string,
    tokens: readonly Token[],
    at: number,
    { names, isRepeated }: { names: NameReader; isRepeated: boolean },
  ): Item {
    const make = (end: number, kinds: Iterable<Kind>, more: Partial<Item> = {}): Item => ({
      from: at,
      to: end,
      // Words that a rewrite added are not in the text.
      text:
        text.slice(tokens[at]!.start, tokens[end - 1]!.end) ||
        tokens
          .slice(at, end)
          .map((token) => token.text)
          .join(' '),
      start: tokens[at]!.start,
      end: tokens[end - 1]!.end,
      joined: tokens[at]!.joined,
      kinds: new Set(kinds),
      ...more,
    });
    const token = tokens[at]!;
    if (token.kind === 'mention') return make(at + 1, ['mention']);
    if (token.kind === 'quote') return make(at + 1, ['quote']);
    const found: Item[] = [];
    const account = accountEnd(tokens, at);
    if (account !== null) return make(account, ['account']);
    const name = names.endOf(tokens, at);
    if (name !== null) found.push(make(name, ['name']));
    const date = this.#dates(tokens, at);
    const phrase = this.#phraseAt(tokens, at);
    // "for November rent": the month belongs to the reason.
    const isReason = phrase.senses.has('for') && isNamed(date?.sense);
    if (date && !isReason)
      found.push(make(date.end, ['date'], { date: date.value, dateSense: date.sense }));
    const repeat = this.#repeat(tokens, at, isRepeated);
    const amount = this.#amounts(tokens, at);
    if (amount) {
      const { isMoney } = amount;
      found.push(make(amount.end, ['amount'], { amount: amount.amount, isMoney }));
    }
    if (repeat) {
      const isAdjective = phrase.end === repeat.end && phrase.senses.has('adjective');
      const kinds: Kind[] = isAdjective ? ['repeat', 'adjective'] : ['repeat'];
      const item = make(repeat.end, kinds, { repeat: repeat.repeat });
      // After "every month", "on day 3" is a part of it, and no date.
      if (isRepeated) found.unshift(item);
      else found.push(item);
    }
    if (phrase.end > at) found.push(make(phrase.end, phrase.senses));
    if (found.length === 0) {
      if (this.#tells?.test(token.text)) return make(at + 1, ['word', 'guard', 'told']);
      const slip = this.#slip(tokens, at);
      if (slip) return make(slip.end, slip.senses, { isSlip: true });
      const kind = token.kind === 'word' ? 'word' : token.kind === 'number' ? 'number' : 'mark';
      return make(at + 1, [kind]);
    }
    const best = found.reduce((longest, one) => (one.to > longest.to ? one : longest));
    // "montags immer" is a date, but also a repetition; "4" and "2" are also "for" and "to".
    const same = found.filter((one) => one.to === best.to && one !== best);
    const repeated = same.find((one) => one.repeat?.every !== undefined);
    if (best.date && repeated) return repeated;
    if (best.amount === undefined || !same.some((one) => is(one, 'for', 'to'))) return best;
    return { ...best, kinds: new Set([...best.kinds, ...same.flatMap((one) => [...one.kinds])]) };
  }
}
