/** Which verbs of a Japanese sentence ask the bank to move money, and which do not. */
import { does, type Item, says } from './items.ts';
import type { Mood } from './inflection.ts';

export interface Act {
  readonly item: Item;
  /** Its place among the items. */
  readonly at: number;
  /** Whether it asks the bank to act now. */
  readonly isLive: boolean;
  /** Whether another person is to pay: a request of money. */
  readonly isForOther: boolean;
  /** Whether it makes the sentence something else: past, negated, reported. */
  readonly isFatal: boolean;
}

const isMoney = (item: Item | undefined): boolean =>
  does(item, 'send', 'request', 'deposit', 'withdraw');
const isFiller = (item: Item | undefined): boolean =>
  item !== undefined &&
  (says(item, 'filler', 'reason') || (item.kind === 'mark' && item.text === ' '));
const isQuoting = (item: Item | undefined): boolean =>
  /^(?:って|と|よう|ように)$/u.test(item?.text ?? '');

/** Words that turn the verb before them into something else: 送るな, 送るかな, 送ろうと思う. */
const turning =
  /^(?:な[ーあ]*|か.*|って|と.*|の|だ|も|は|を|が|に|し|で|さ.*|え+|ん|から|より|そう.*)$/u;

/** Whether nothing but fillers follows in the clause. */
function isLast(items: readonly Item[], at: number): boolean {
  let here = at;
  while (isFiller(items[here]) && !turning.test(items[here]!.text)) here += 1;
  const item = items[here];
  return item === undefined || item.kind === 'mark' || says(items[here - 1], 'reason');
}

const asks = (items: readonly Item[], at: number): boolean => {
  let here = at;
  while (isFiller(items[here])) here += 1;
  return items[here]?.text === '?' || items[here]?.text === '？';
};

/** A noun takes the form of the する behind it: 送金を行ってください, 支払いをしたい. */
function moodOf(items: readonly Item[], at: number): { mood: Mood; end: number } {
  const item = items[at]!;
  if (item.isNoun !== true) return { mood: item.mood ?? 'other', end: at + 1 };
  let here = at + 1;
  while (/^(?:を|は|の|が|も|って|手続き|依頼|お)$/u.test(items[here]?.text ?? '')) here += 1;
  const next = items[here];
  if (next?.kind === 'verb' && (does(next, 'do', 'tell') || isMoney(next))) {
    return { mood: next.isNoun === true ? 'stem' : (next.mood ?? 'other'), end: here + 1 };
  }
  if (does(next, 'stop')) return { mood: 'negative', end: here + 1 };
  return { mood: 'stem', end: at + 1 };
}

const orders: readonly Mood[] = ['request', 'want', 'plain', 'stem', 'command'];

/** 払ってって伝えて, 払うようにお願いして: the bank is to tell another person. */
function isTold(items: readonly Item[], at: number): boolean {
  if (!isQuoting(items[at]) && !says(items[at - 1], 'asking')) return false;
  const later = items.slice(at, at + 4);
  return later.some(
    (item) =>
      (does(item, 'tell', 'request') && orders.includes(item.mood ?? 'other')) ||
      (does(item, 'say') && item.mood === 'request') ||
      (says(item, 'filler') && /^(?:お願い|頼む|頼み)/u.test(item.text)),
  );
}

function isLiveIn(items: readonly Item[], mood: Mood, end: number, isNoun: boolean): boolean {
  switch (mood) {
    case 'request':
    case 'want':
    case 'wantOther':
      return !isQuoting(items[end]);
    case 'plain':
      if (
        (says(items[end], 'need') && !asks(items, items.length - 1)) ||
        /^(?:予約|設定|よう(?:に)?)/u.test(items[end]?.text ?? '')
      )
        return true;
      return (
        isLast(items, end) &&
        !asks(items, end) &&
        !isQuoting(items[end]) &&
        items[end]?.text !== 'か'
      );
    case 'command':
    case 'volitional':
      return isLast(items, end) && !isQuoting(items[end]);
    case 'potential':
      return (
        asks(items, end) ||
        items[end]?.text === 'か' ||
        items.slice(end).some((one) => one.text === 'でしょうか')
      );
    case 'stem':
      return isNoun && !asks(items, end);
    default:
      return false;
  }
}

const fatal: readonly Mood[] = [
  'past',
  'pastIn',
  'passive',
  'ask',
  'negative',
  'negativePast',
  'conditional',
  'other',
  'state',
];

export function actsOf(items: readonly Item[]): Act[] {
  const acts: Act[] = [];
  let covered = 0;
  items.forEach((item, at) => {
    if (says(item, 'asking') && isTold(items, at + 1)) {
      acts.push({ item, at, isLive: true, isForOther: true, isFatal: false });
      return;
    }
    // 優希から5もらいたい
    if (
      does(item, 'receive') &&
      !isMoney(item) &&
      item.mood === 'want' &&
      !isQuoting(items[at + 1])
    ) {
      acts.push({ item, at, isLive: true, isForOther: true, isFatal: false });
      return;
    }
    if (item.kind !== 'verb' || !isMoney(item) || at < covered) return;
    const isStem = item.mood === 'stem' && item.isNoun !== true;
    if (isStem) return;
    const { mood, end } = moodOf(items, at);
    covered = end;
    const told = does(item, 'send') && isTold(items, end);
    const isForOther =
      told ||
      items.slice(at, end).some((one) => does(one, 'request')) ||
      (mood === 'wantOther' && !does(item, 'deposit', 'withdraw'));
    const isUnkind = mood === 'request' && item.text.endsWith('ない') && says(items[end], 'reason');
    const isLive =
      (told && !['past', 'state'].includes(mood)) ||
      (!isUnkind && isLiveIn(items, mood, end, item.isNoun === true));
    const isQuoted = isQuoting(items[end]) && !told && !isLive;
    acts.push({
      item,
      at,
      isLive,
      isForOther,
      isFatal:
        !isLive &&
        !isUnkind &&
        (fatal.includes(mood) ||
          isQuoted ||
          mood === 'plain' ||
          mood === 'volitional' ||
          mood === 'potential'),
    });
  });
  const last = acts.at(-1);
  const isAsked = acts.some(({ isLive, isForOther }) => isLive && isForOther);
  return acts.map((act) => ({
    ...act,
    // 10返してもらってない、催促して: the reason of the request that follows.
    isFatal:
      act.isFatal &&
      !(
        act !== last &&
        last?.isLive === true &&
        (isAsked
          ? act.item.mood !== 'negative' && act.item.mood !== 'conditional'
          : act.item.mood === 'stateNegative' || act.item.mood === 'must')
      ),
  }));
}
