/** What each language brings: rows of vocabulary, written as the patterns of `text/patterns.ts`. */
import type { Language } from '../text/types.ts';
import type { DateSense, RepeatSense } from './when.ts';

export type { DateSense, RepeatSense } from './when.ts';

/** What a word or phrase does in a sentence. */
export type Sense =
  /** Says nothing about the request: please, hey, now. */
  | 'polite'
  /** Before a verb at the end of the sentence: `kannst du ... schicken`. */
  | 'modal'
  /** Articles and other words that may stand between the parts of a request. */
  | 'small'
  | 'send'
  /** Rare verbs of `send`, of which other words are no slips. */
  | 'slang'
  /** Somebody receives: `Mia gets 5`. */
  | 'gets'
  | 'request'
  /** Sends or requests, by the preposition: get 5 from Ben, get 5 to Ben. */
  | 'get'
  | 'deposit'
  | 'withdraw'
  /** The writer's account as the place that money is taken from. */
  | 'mine'
  /** To and from a person. */
  | 'to'
  | 'from'
  /** Begins what the payment is for, if no person follows who may be the payee. */
  | 'for'
  /** The second part of a verb, at the end: `zahl Ben 5 zurück`. */
  | 'particle'
  /** Before an amount that is asked for, or a time: `bitte Ben um 5`. */
  | 'by'
  /** Names the payee in a list of parts, with an amount: `recipient: Ben`. */
  | 'label'
  /** Begins the memo, whatever follows. */
  | 'note'
  /** What is paid for again and again: `pay rent 400 to Max`. Also a word of its own. */
  | 'bill'
  | 'currency'
  | 'otherCurrency'
  /** After a number: it counts something else than money. */
  | 'counted'
  | 'half'
  | 'all'
  /** No exact amount: about 30, a few. */
  | 'vague'
  /** A number in place of an unspecified amount: some gems. */
  | 'some'
  /** A payee who is not named: him, someone, the guy. */
  | 'who'
  /** Title before a name. */
  | 'title'
  | 'and'
  | 'or'
  /** Takes back what was said: no, I mean. */
  | 'correct'
  /** In a statement before an order, which it explains: Ben paid, give him 5. */
  | 'told'
  /** Beside an amount that is ordered: that I owe him. No order by itself. */
  | 'due'
  /** A verb that tells something if a person stands before it: `Mia paga 5`. */
  | 'finite'
  /** Before a person whose verb is wished: `je veux que Mia me paie 5`. */
  | 'that'
  /** Begins why an order is given: because. */
  | 'reason'
  /** Stands before a verb, so that the word after it is no noun: `le corto`. */
  | 'clitic'
  /** Describes a noun, and may name an interval: `la cuota mensual`. */
  | 'adjective'
  /** Also the beginning of a memo without a preposition: `la pizza`. */
  | 'article'
  /** Before a word it may be an interval that is not known: `every payday`. */
  | 'each'
  /** No request at all: negated, hypothetical, past, quoted, conditional. */
  | 'guard'
  /** Before a person or a reason it ends a payment: nothing is requested. */
  | 'thanks'
  /** What happened or is so; the clause says why the request in another clause is made. */
  | 'fact'
  /** A debt: its amount is meant by a request in another clause. */
  | 'owed'
  /** What other people own, earn or spend: never answered. */
  | 'others'
  /** Tells what happened: no request, but it may stand in a clause before one. */
  | 'past'
  /** Says what somebody is or does: `Mia is 30`. Without a verb of payment, no request. */
  | 'be'
  /** A request to pay the writer: `mándame`. */
  | 'toWriter'
  /** A verb that gives money or things. */
  | 'carry'
  /** A verb that may stand at the end, after the memo. */
  | 'last'
  /** Begins a clause that follows from the one before: so. */
  | 'so'
  /** Begins an aside with a sentence of its own: because, he, it's. */
  | 'aside'
  | 'history'
  | 'show'
  | 'ask'
  /** Asks for a sum if money was spent or earned: what did I spend. */
  | 'what'
  | 'sum'
  | 'in'
  | 'out'
  | 'me'
  | 'I'
  /** Moves money in a question about the past: paid, send. */
  | 'moved'
  | 'deposits'
  | 'withdrawals'
  | 'transfers'
  | 'with'
  | 'about'
  /** The whole of an intent. */
  | 'balance'
  | 'accounts'
  | 'login'
  | 'logout'
  | 'register'
  | 'lock'
  | 'help'
  | 'password'
  | 'security'
  | 'staff'
  | 'howto';

/** First words, and the words that end the verb later in the clause; perhaps with an amount. */
export type Split = readonly [sense: Sense, first: string, last: string, amount?: 'amount'];

/** A plain question by its words, whatever their order. */
export interface Bag {
  /** Rows separated by semicolons; of one row, each group `a|b` must be there. */
  readonly core: string;
  /** Words that may stand beside them, besides polite words. */
  readonly beside: string;
}

export type Bagged = 'balance' | 'accounts' | 'login' | 'logout' | 'register' | 'lock';
export type Bags = Readonly<Partial<Record<Bagged, Bag>>>;

export interface Vocabulary {
  readonly language: Language;
  /** How amounts are written; `group` may be a space. */
  readonly decimal: '.' | ',';
  readonly group: '.' | ',' | ' ';
  /** `5:five|fiver`, separated by semicolons. */
  readonly numbers: string;
  /** Words between the parts of a number: `hundred and five`. */
  readonly numberJoin: string;
  /** The article that is one inside a number: `vingt et un`. */
  readonly oneInside?: string;
  /** A compound in one word, split into its parts: `fünfundzwanzig`. */
  readonly compound?: (word: string) => string | null;
  /** Added to a number: `one and a half`. */
  readonly andHalf: string;
  /** Before a currency: `half a gem`. */
  readonly halfOne?: string;
  /** The article that is also a number, before a currency: `a gem`. */
  readonly one?: string;
  /** A word for the decimal sign: `five point five`. */
  readonly point: string;
  /** Between an amount and its hundredths: `diez con cincuenta`. */
  readonly cents?: string;
  /** Whether a point or an apostrophe before one or two decimals is read, too: 12.50, 12'50. */
  readonly hasPoint?: boolean;
  readonly months: string;
  readonly weekdays: string;
  /** Each such day: `mondays`, `montags`. */
  readonly weekdaysEach?: string;
  readonly units: Readonly<Record<'day' | 'week' | 'month' | 'year', string>>;
  readonly ordinals: string;
  /** A noun for the first of a month: `Monatserster`. */
  readonly monthFirst?: string;
  /** Whether 3/4 is the third of April; null if that must be asked. */
  readonly dayFirst: boolean | null;
  /** What names with an `s` own: `auf Annas Konto`. */
  readonly genitive?: string;
  /** Unusual shapes of sentences and their usual ones: `read/rewrites.ts`. */
  readonly rewrites?: string;
  /** Plain questions by their words in any order. */
  readonly bags?: Bags;
  /** Verbs of two parts with other words between them: `zahl 50 auf mein Konto ein`. */
  readonly splits?: readonly Split[];
  /** Whether unknown words are read as the known word that differs by one slip. */
  readonly isMended?: boolean;
  /** Whether a preposition is before the payee of a verb: `manda 5 a Ben`. */
  readonly isPayeeMarked?: boolean;
  /** A word as the vocabulary spells it, if it may be written by its sound: `kuanto`. */
  readonly respelled?: (norm: string) => string;
  /** Unknown words that tell what happened or will happen, by their endings. */
  readonly tells?: RegExp;
  readonly dates: Readonly<Partial<Record<DateSense, string>>>;
  readonly repeats: Readonly<Partial<Record<RepeatSense, string>>>;
  readonly senses: Readonly<Partial<Record<Sense, string>>>;
}
