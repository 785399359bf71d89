/** Reads plain sentences: what a person asks the bank for. By rules, without I/O. */
import type { Currency } from '../bank/model/index.ts';
import { readJapanese } from './japanese/index.ts';
import { readBag } from './read/plain/bags.ts';
import { todayIn } from './read/calendar.ts';
import { readHistory } from './read/past/history.ts';
import { Lexer } from './read/items.ts';
import type { Sense, Vocabulary } from './read/language.ts';
import { nameReader } from './read/names.ts';
import { readPayment } from './read/money/payment.ts';
import { readClause, readHelp, readPlain } from './read/plain/simple.ts';
import { readService } from './services.ts';
import { cleaned, tokensOf } from './text/tokens.ts';
import type { Context, Language, Meaning } from './text/types.ts';
import { de } from './words/de.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';

export { courtesyIn, type Courtesy } from './courtesy.ts';
export { languageScores } from './text/guess.ts';
export type * from './text/types.ts';

/** Longer texts are not requests. */
export const sentenceLengthMax = 300;
const tokensMax = 80;
const none: Meaning = { intent: 'none' };
const gems: Currency = { code: 'GEM', scale: 2 };

const vocabularies: Readonly<Record<Exclude<Language, 'ja'>, Vocabulary>> = { en, de, es, fr };

/** Phrases that settle the whole sentence, and mean nothing inside another one. */
const wholeSenses = new Set<Sense>([
  ...(['balance', 'accounts', 'login', 'logout', 'register', 'lock', 'help', 'howto'] as const),
  ...(['password', 'security', 'staff'] as const),
]);

/** Building a lexer takes a thousand times as long as reading a sentence. */
const lexers = new Map<string, { lexer: Lexer; set: (today: number) => void }>();

function lexerOf(vocabulary: Vocabulary, currency: Currency): (today: number) => Lexer {
  const key = `${vocabulary.language} ${currency.code} ${currency.scale}`;
  let made = lexers.get(key);
  if (!made) {
    let today = 0;
    const lexer = new Lexer(vocabulary, currency, () => today);
    made = { lexer, set: (day) => (today = day) };
    lexers.set(key, made);
  }
  const { lexer, set } = made;
  return (today) => {
    set(today);
    return lexer;
  };
}

/**
 * What the sentence asks for. Where a part has two readings the answer is `unclear`, and `none`
 * where the sentence may not be a request at all: a wrong payee or amount would be worse.
 */
export function readSentence(text: string, context: Context): Meaning {
  if (text.length > sentenceLengthMax) return none;
  const source = cleaned(text, context.language);
  if (source === null || source === '' || source.length > sentenceLengthMax) return none;
  const today = todayIn(context.now, context.timeZone);
  const names = nameReader(context.people);
  const service = readService(source, context.language, (name) => names.candidates(name));
  if (service) return service;
  if (context.language === 'ja') {
    const { people, currency = gems } = context;
    return readJapanese(source, { names, people, currency, today });
  }
  const vocabulary = vocabularies[context.language];
  const lexer = lexerOf(vocabulary, context.currency ?? gems)(today);
  const typed = tokensOf(source);
  if (typed.length > tokensMax) return none;
  const tokens = lexer.readable(typed, names);
  const whole = lexer.items(source, tokens, names);
  if (whole.every(({ kinds }) => kinds.has('word') || kinds.has('mark'))) return none;
  const plain = readHelp(whole) ?? readPlain(whole);
  if (plain) return plain;
  const isWhole = whole.some(({ kinds }) => [...wholeSenses].some((sense) => kinds.has(sense)));
  const items = isWhole ? lexer.items(source, tokens, names, wholeSenses) : whole;
  const { isPayeeMarked = false } = vocabulary;
  const candidates = (name: string) => names.candidates(name);
  const tools = { source, today, candidates, isPayeeMarked };
  const meaning = readHistory(items, tools) ?? readPayment(items, tools) ?? none;
  if (meaning.intent !== 'none') return meaning;
  return readClause(whole) ?? readBag(whole, tokens, vocabulary.bags ?? {}) ?? none;
}

/**
 * Prepares the rows of one language, which takes 50 to 100 ms, so that its first sentence is
 * answered as fast as the others.
 */
export function prepareReader(language: Language, currency: Currency, now: Date): void {
  readSentence('5', { language, currency, now, timeZone: 'UTC', people: [] });
}
