/** Reads Japanese sentences that a phrase settles: balance, log in, help. */
import type { Meaning, Topic } from '../text/types.ts';
import { does, type Item, says } from './items.ts';
import type { Word } from '../words/japanese-kinds.ts';

const topics: readonly (readonly [Topic, (item: Item) => boolean])[] = [
  ['password', (item) => says(item, 'password')],
  ['staff', (item) => says(item, 'staff')],
  ['security', (item) => says(item, 'security', 'lock', 'login', 'logout')],
  // どこで見れる
  ['history', ({ text }) => text.startsWith('どこで見')],
  ['deposit', (item) => says(item, 'deposits') || does(item, 'deposit')],
  [
    'withdraw',
    (item) => says(item, 'withdrawals') || (does(item, 'withdraw') && !does(item, 'spend')),
  ],
  ['send', (item) => says(item, 'transfers') || does(item, 'send', 'request')],
  ['history', (item) => says(item, 'history')],
];

const beside: readonly Word[] = [
  'filler',
  'currency',
  'money',
  'sum',
  'ask',
  'me',
  'account',
  'reason',
  'all',
  'need',
  'who',
  'history',
];

/** Whether nothing else of meaning is in the sentence. */
const isOnly = (items: readonly Item[], ...words: readonly Word[]): boolean =>
  items.every(
    (item) =>
      item.kind === 'mark' ||
      item.kind === 'date' ||
      says(item, ...beside, ...words) ||
      (item.kind === 'verb' &&
        (does(item, 'show', 'do', 'have', 'receive', 'tell') || says(item, ...words)) &&
        !['negative', 'conditional'].includes(item.mood ?? '')) ||
      (item.kind === 'person' && item.isKnown !== true && item.role === 'bare') ||
      item.kind === 'text',
  );

const hasTexts = (items: readonly Item[]): number =>
  items
    .filter(({ kind }) => kind === 'text')
    .map(({ text }) => text)
    .join('').length;

export function readHelp(items: readonly Item[]): Meaning | null {
  const has = (...words: Word[]): boolean => items.some((item) => says(item, ...words));
  if (!has('howto', 'help', 'password', 'staff', 'security')) return null;
  if (
    items.some(
      ({ kind, isKnown }) =>
        kind === 'amount' || (kind === 'person' && isKnown === true) || kind === 'quote',
    )
  )
    return null;
  const topic = topics.find(([, fits]) => items.some(fits))?.[0];
  if (
    !has('help') &&
    topic === undefined &&
    !(has('howto') && has('register', 'account', 'balance', 'accounts'))
  )
    return null;
  if (hasTexts(items) > 6) return null;
  return { intent: 'help', ...(topic === undefined ? {} : { topic }) };
}

const intents = ['register', 'lock', 'logout', 'login', 'accounts', 'balance'] as const;

/** Null if no such phrase is there, or anything else beside it. */
export function readPlain(items: readonly Item[]): Meaning | null {
  const has = (...words: Word[]): boolean => items.some((item) => says(item, ...words));
  const isPerson = items.some(
    (item) => item.kind === 'person' && (item.isKnown === true || item.role !== 'bare'),
  );
  if (
    isPerson ||
    items.some(({ kind }) => kind === 'amount' || kind === 'quote' || kind === 'repeat')
  )
    return null;
  if (items.some((item) => says(item, 'guard') && !says(item, 'lock'))) {
    if (!has('lock')) return null;
  }
  for (const intent of intents) {
    if (!has(intent)) continue;
    if (
      intent === 'lock'
        ? hasTexts(items) <= 8
        : isOnly(items, intent, 'accounts') && hasTexts(items) <= 4
    )
      return { intent };
  }
  const isOwned = items.some(
    (item) => does(item, 'have') || (does(item, 'receive') && item.mood === 'state'),
  );
  const isAsked =
    has('sum', 'money', 'currency', 'ask', 'account') || items.some(({ text }) => text === 'まだ');
  const isMine = has('sum', 'money', 'currency');
  const isBareSum =
    has('sum') && has('account', 'money', 'currency') && !items.some(({ kind }) => kind === 'verb');
  if (isBareSum && isOnly(items) && hasTexts(items) <= 2) return { intent: 'balance' };
  const isAccountList =
    has('account') &&
    items.some((item) => does(item, 'have', 'show') && !item.text.startsWith('残')) &&
    has('ask', 'all') &&
    !has('sum', 'money');
  if (isAccountList) return { intent: 'accounts' };
  // 口座に何が残ってる
  const isLeft = has('account', 'ask') && items.some(({ text }) => text.startsWith('残'));
  if (
    isOwned &&
    isAsked &&
    (isMine || isLeft) &&
    isOnly(items) &&
    hasTexts(items) <= 6 &&
    !items.some(({ kind }) => kind === 'date')
  )
    return { intent: 'balance' };
  return items.every((item) => says(item, 'currency', 'filler', 'money') || item.kind === 'mark') &&
    has('currency')
    ? { intent: 'balance' }
    : null;
}
