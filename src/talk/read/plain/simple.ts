/** Reads sentences that a phrase settles: balance, log in, help. */
import type { Meaning, Topic } from '../../text/types.ts';
import { clausesOf, is, isPerson } from '../clauses.ts';
import type { Item, Kind } from '../item.ts';

const fillers: readonly Kind[] = [
  ...([
    'polite',
    'small',
    'mark',
    'ask',
    'what',
    'show',
    'sum',
    'me',
    'I',
    'currency',
    'some',
  ] as const),
  ...(['with', 'about', 'to', 'from', 'for', 'who', 'aside', 'and', 'date', 'particle'] as const),
];

const plainIntents = [
  'register',
  'lock',
  'logout',
  'login',
  'accounts',
  'balance',
] as const satisfies Kind[];

const topics: readonly (readonly [Topic, readonly Kind[]])[] = [
  ['password', ['password']],
  ['staff', ['staff']],
  ['security', ['security', 'lock', 'login', 'logout']],
  ['deposit', ['deposit', 'deposits']],
  ['withdraw', ['withdraw', 'withdrawals']],
  ['send', ['send', 'transfers', 'request', 'moved']],
  ['history', ['history']],
];

const seen: readonly Kind[] = ['in', 'out', 'moved'];

const topicOf = (items: readonly Item[]): Topic | undefined =>
  topics.find(([, kinds]) => items.some((item) => is(item, ...kinds)))?.[0];

const onlyWith = (items: readonly Item[], ...kinds: readonly Kind[]): boolean =>
  items.every(
    (item) => is(item, ...fillers, ...kinds) && (!is(item, 'guard') || is(item, 'howto', 'ask')),
  );

/** `wie ist mein Kontostand`: asks for the balance itself, and not how to find it. */
const isOneWord = (items: readonly Item[]): boolean =>
  items.every((item) => !is(item, 'howto', 'help') || item.to - item.from === 1);

/** `how do I send money`: a topic of the help. */
export function readHelp(items: readonly Item[]): Meaning | null {
  const has = (...kinds: Kind[]) => items.some((item) => is(item, ...kinds));
  if (!has('howto', 'help', 'password', 'staff', 'security')) return null;
  if (has('balance') && has('howto') && isOneWord(items)) return null;
  // "Help, somebody knows my password, lock my account"
  if (has('lock') && !has('howto')) return null;
  const isForgotten = has('password', 'staff', 'security') && !has('howto', 'help');
  // "how do I see what I spent"
  const isSeen = has('howto') && has('show') && has('in', 'out');
  const words: Kind[] = [...topics.flatMap(([, kinds]) => kinds), ...(isSeen ? seen : [])];
  const isOnTopic = onlyWith(
    items,
    ...words,
    'howto',
    'help',
    'gets',
    'accounts',
    'balance',
    'register',
    'all',
  );
  if (!isOnTopic || items.some((item) => isPerson(item) || is(item, 'date'))) return null;
  const topic = topicOf(items) ?? (isSeen ? 'history' : undefined);
  if (has('howto') && topic === undefined && !has('help', 'accounts', 'balance', 'register'))
    return null;
  if (isForgotten && topic === undefined) return null;
  return { intent: 'help', ...(topic === undefined ? {} : { topic }) };
}

/** What may stand beside the phrase. */
const besides: Readonly<Partial<Record<Kind, readonly Kind[]>>> = {
  balance: ['accounts', 'moved', 'all', 'howto'],
  lock: ['accounts', 'balance', 'help', 'password', 'security'],
};

/** Null if no such phrase is there, or anything else beside it. */
export function readPlain(items: readonly Item[]): Meaning | null {
  for (const intent of plainIntents) {
    if (!items.some((item) => is(item, intent))) continue;
    const beside = besides[intent] ?? ['accounts'];
    if (items.some((item) => is(item, 'date') && item.dateSense !== 'today')) continue;
    if (onlyWith(items, intent, ...beside)) return { intent };
  }
  // "gems?"
  const isCurrency = items.every((item) => is(item, 'currency', 'mark', 'polite'));
  return isCurrency && items.some((item) => is(item, 'currency')) ? { intent: 'balance' } : null;
}

/** A plain question in one clause, with talk beside it: "before I shop, how much is left?" */
export function readClause(items: readonly Item[]): Meaning | null {
  if (items.some((item) => isPerson(item) || is(item, 'amount', 'repeat'))) return null;
  const isDenied = items.some((item) => is(item, 'guard') && !is(item, 'told', 'ask', 'what'));
  const isWho = items.some((item) => is(item, 'who'));
  // "lock my account I lost my phone": no mark ends the order.
  const order = items.find((item) => !is(item, 'polite', 'mark'));
  if (is(order, 'lock') && order!.to - order!.from > 1 && !isDenied) return { intent: 'lock' };
  const numbers = clausesOf(items);
  const asked = [...new Set(numbers)]
    .map((number) => readPlain(items.filter((_, at) => numbers[at] === number)))
    .filter((meaning) =>
      meaning?.intent === 'balance'
        ? !isWho
        : !isDenied && (meaning?.intent === 'lock' || meaning?.intent === 'logout'),
    );
  return asked[0] ?? null;
}
