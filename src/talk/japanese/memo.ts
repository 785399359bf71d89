/** What a Japanese payment is for, and the words that have no place in it. */
import { idle, purpose } from '../words/japanese-nouns.ts';
import type { Act } from './acts.ts';
import { clausesOf, does, type Item, says } from './items.ts';
import { noted, quoted } from './notes.ts';

export interface Memo {
  readonly memo: string | null;
  /** How many parts of the request are not understood. */
  readonly rest: number;
  /** The items without those of the memo. */
  readonly items: readonly Item[];
}

const isSoft = (item: Item): boolean =>
  item.kind === 'text' ||
  item.kind === 'date' ||
  item.kind === 'count' ||
  (item.kind === 'who' && !['to', 'from'].includes(item.role ?? '')) ||
  (item.kind === 'person' && item.isKnown !== true && !['to', 'from'].includes(item.role ?? '')) ||
  (item.kind === 'person' && item.role === 'of') ||
  (item.kind === 'word' &&
    !says(
      item,
      'note',
      'reason',
      'as',
      'half',
      'all',
      'vague',
      'or',
      'correct',
      'guard',
      'asking',
      'need',
    )) ||
  (item.kind === 'verb' && item.mood === 'stem' && item.isNoun !== true) ||
  (item.kind === 'verb' &&
    !does(item, 'send', 'request', 'deposit', 'withdraw', 'borrow', 'lend', 'stop', 'say'));

const isEmpty = (item: Item): boolean =>
  item.kind === 'mark' ||
  says(item, 'filler', 'money', 'currency', 'account', 'need') ||
  (item.kind === 'verb' && does(item, 'do', 'tell'));

interface Span {
  readonly from: number;
  readonly to: number;
}

function spansOf(items: readonly Item[]): Span[] {
  const spans: Span[] = [];
  let from: number | null = null;
  items.forEach((item, at) => {
    if (
      isSoft(item) ||
      (item.kind === 'mark' && /^[\s・\-–/]$/u.test(item.text) && from !== null)
    ) {
      from ??= at;
    } else if (from !== null) {
      spans.push({ from, to: at });
      from = null;
    }
  });
  if (from !== null) spans.push({ from, to: items.length });
  return spans;
}

/** Without fillers at both ends, but with the end of a noun: 立て替え分, 積立金. */
function coreOf(text: string, items: readonly Item[], { from, to }: Span): Span | null {
  let [first, last] = [from, to];
  const before = items[from - 1];
  const isFresh = before === undefined || before.kind === 'mark';
  const isStart = (item: Item, at: number): boolean =>
    isEmpty(item) &&
    (item.text.length > 1 ||
      item.kind === 'mark' ||
      (/^[をはがもにでとのへ]$/u.test(item.text) && !(isFresh && at === from)));
  while (first < last && isStart(items[first]!, first)) first += 1;
  while (last > first && isEmpty(items[last - 1]!)) {
    if (purpose.test(textOf(text, items, { from: first, to: last }))) break;
    last -= 1;
  }
  return first >= last ? null : { from: first, to: last };
}

const textOf = (text: string, items: readonly Item[], { from, to }: Span): string =>
  text.slice(items[from]!.start, items[to - 1]!.end).trim();

export function memoOf(text: string, all: readonly Item[], acts: readonly Act[]): Memo {
  let items = all;
  let memo: string | null = null;
  const cut = (from: number, to: number): void => {
    items = items.filter((_, index) => index < from || index >= to);
  };
  const bracket = /[(（](?<inner>[^()（）]+)[)）]/u.exec(text);
  if (bracket?.groups && !/\d/.test(bracket.groups['inner']!)) {
    memo = bracket.groups['inner']!.trim();
    const [from, to] = [bracket.index, bracket.index + bracket[0].length];
    items = items.filter((item) => item.end <= from || item.start >= to);
  }
  const quote = memo === null ? quoted(items) : null;
  if (quote) {
    memo = quote.memo;
    cut(quote.from, quote.to);
    const attached = /^(?:を|も|に|と)?(?:つけ|付け|添え|入れ|書い|残し|し)て(?:から|おいて|、)?/u;
    const { end } = all[quote.to - 1]!;
    const length = attached.exec(text.slice(end))?.[0].length ?? 0;
    items = items.filter((item) => item.start < end || item.start >= end + length);
    items = items.filter((item) => !says(item, 'note'));
  }
  const note = items.findIndex((item) => says(item, 'note'));
  if (note >= 0 && memo === null) {
    const found = noted(text, items, note);
    if (found) {
      memo = found.memo;
      cut(found.from, found.to);
    }
  }
  return spansIn(text, items, { memo, acts });
}

/** Finds the memo in the words that are left, and counts those without a place. */
function spansIn(
  text: string,
  items: readonly Item[],
  { memo: known, acts }: { memo: string | null; acts: readonly Act[] },
): Memo {
  const live = new Set(acts.filter(({ isLive }) => isLive).map(({ item }) => item));
  const isEssential = (item: Item): boolean =>
    live.has(item) || item.kind === 'amount' || (item.kind === 'person' && item.role === 'to');
  const clauses = clausesOf(items);
  const essential = new Set(items.flatMap((item, at) => (isEssential(item) ? [clauses[at]!] : [])));
  const hasPayee = items.some(
    (item) =>
      item.kind === 'person' &&
      (item.role === 'to' || (item.isKnown === true && item.role === 'bare')),
  );
  const removed = new Set<number>();
  let memo = known;
  let rest = 0;
  for (const span of spansOf(items)) {
    const core = coreOf(text, items, span);
    if (!core) continue;
    const following = items[span.to];
    const isHere = essential.has(clauses[core.from]!);
    const persons = items.slice(core.from, core.to).filter((item) => item.kind === 'person');
    const raw = textOf(text, items, core);
    const dates = items
      .slice(core.from, core.to)
      .every(({ kind }, index) => kind === 'date' || isEmpty(items[core.from + index]!));
    // 昨日の分 is what it is for; 昨日 alone is when.
    if (dates && !raw.endsWith('の分')) continue;
    const hasVerb = items.slice(core.from, core.to).some((item) => item.kind === 'verb');
    const isHead = purpose.test(raw) && !hasVerb;
    const isBeforeAmount = following?.kind === 'amount' || says(following, 'half', 'all');
    const isAs = says(following, 'as');
    const isAlone =
      (span.from === 0 ||
        items[span.from - 1]!.kind === 'mark' ||
        isEmpty(items[span.from - 1]!) ||
        items[span.from - 1]!.kind === 'amount' ||
        items[span.from - 1]!.kind === 'person') &&
      (following === undefined || following.kind === 'mark');
    const owner = isOwner(persons[0], items) && persons[0] === items[core.from] ? 1 : 0;
    if (idle.test(raw) || /込み?$/u.test(raw)) continue;
    if (!isHere && isTalk(raw, items[core.to])) continue;
    const isTopic =
      persons.length === 1 &&
      core.to - core.from === 1 &&
      (['subject', 'with', 'of'].includes(persons[0]!.role ?? '') ||
        (persons[0]!.role === 'bare' && !hasPayee));
    if (isTopic) continue;
    const canBe =
      memo === null && !hasVerb && (isHead || isAs || (isHere && isBeforeAmount) || isAlone);
    if (canBe && !isHead && memo === null && /[っいしけれせえ]た$/u.test(raw)) {
      // 負けた tells what happened.
      rest += 1;
    } else if (canBe) {
      const own = { from: core.from + owner, to: core.to };
      memo = named(textOf(text, items, own)) ?? known;
      for (let at = own.from; at < own.to; at += 1) removed.add(at);
    } else if (isHere && !isAlone) {
      const talk = memo === null ? beginning.exec(raw)?.groups?.['memo'] : undefined;
      if (talk !== undefined) memo = talk;
      else rest += isAside(text, items, span) ? 0 : 1;
    } else if (isHere && isAlone && memo !== known) {
      rest += hasVerb ? 0 : 1;
    } else if (!isHere && memo === null) {
      memo = beginning.exec(raw)?.groups?.['memo'] ?? null;
    }
  }
  return { memo, rest, items: items.filter((_, index) => !removed.has(index)) };
}

/** Endings of a whole sentence. */
const report = /(?:[っいし]た|んだ|です|ます|ません|だよ|だね|ない)[よねー]*$/u;

/** Beside the payment: 割り勘したから is an act, ごめん遅くなった a sentence of its own. */
const isTalk = (raw: string, next: Item | undefined): boolean =>
  report.test(raw) || (next?.kind === 'verb' && does(next, 'do'));

/** ミアのピザ代: whose it is; ライブのチケット代、ミアに20 is about no person. */
const isOwner = (item: Item | undefined, items: readonly Item[]): boolean =>
  item?.role === 'of' &&
  (item.isKnown === true || items.every(({ role, name }) => role !== 'to' || name === item.name));

/** Without particles at both ends; null if nothing is left. */
function named(raw: string): string | null {
  const name = raw
    .replace(/^(?:の?(?:ぶん|分)の|の|を|は)/u, '')
    .replace(/(?:の|を|は|が|で)$/u, '');
  return /^(?:分|ぶん)?$/u.test(name) ? null : name;
}

/** お茶代おごる: what it is for, and talk about it. */
const beginning = /^(?<memo>[^\s、。]{1,12}?(?:代|費|家賃))(?=[をがはのも]?[ぁ-ん])/u;

/** A reason, or what was done before: 三人で割って, 15待ってるから. */
function isAside(text: string, items: readonly Item[], span: Span): boolean {
  const { to } = span;
  const raw = textOf(text, items, span);
  let here = to;
  while (items[here]?.kind === 'mark' && items[here]!.text === ' ') here += 1;
  return (
    says(items[here], 'reason') || /(?:って|いて|んで|して|[えけせてねべめれぎ]て)$/u.test(raw)
  );
}
