/** Names of known people in a sentence, and the people whom a written name may mean. */
import { type Token, tokensOf } from '../text/tokens.ts';
import type { Person } from '../text/types.ts';
import { isSlip } from './slips.ts';

interface Known {
  readonly person: Person;
  readonly norms: readonly string[];
}

export interface NameReader {
  /** Where the longest known name at a position ends; null if there is none. */
  endOf(tokens: readonly Token[], at: number): number | null;
  /** People with that name; if there are none, people whose name differs by one letter. */
  candidates(name: string): readonly Person[];
}

const startsWith = (tokens: readonly Token[], at: number, norms: readonly string[]): boolean =>
  norms.every((norm, offset) => tokens[at + offset]?.norm === norm);

/** Shorter words are too near to others. */
const slipLengthMin = 3;

/** One kanji of a name is not a name; neither is a run with marks. */
const isRun = (run: readonly string[]): boolean =>
  run.join('').length > 1 && run.every((norm) => /^[\p{L}\p{M}]/u.test(norm));

/** Whether a name has these words in sequence, and then a word with that first letter. */
const hasInitial = (
  norms: readonly string[],
  at: number,
  words: readonly string[],
  initial: string,
): boolean =>
  words.every((word, offset) => norms[at + offset] === word) &&
  (norms[at + words.length]?.startsWith(initial) ?? false);

/** `Ben K` is Ben Kim: the next word is the first letter of a surname. */
function withInitial(
  known: readonly Known[],
  found: readonly string[],
  next: Token | undefined,
): boolean {
  if (next?.kind !== 'word' || next.joined || !/^\p{L}$/u.test(next.text)) return false;
  // In lower case, the letter may be a word.
  if (/^[aiuneyoàéê]$/u.test(next.text)) return false;
  return known.some(({ norms }) => norms.some((_, at) => hasInitial(norms, at, found, next.norm)));
}

/** `Annas Konto` as `Anna Konto`: names without the `s` before what they own. */
export function withoutGenitive(
  tokens: readonly Token[],
  names: NameReader,
  owned: ReadonlySet<string>,
): readonly Token[] {
  return tokens.map((token, at) => {
    if (!owned.has(tokens[at + 1]?.norm ?? '') || !/.s$/i.test(token.text)) return token;
    const text = token.text.slice(0, -1);
    const name = { ...token, text, norm: token.norm.slice(0, -1), end: token.end - 1 };
    const before = tokens[at - 1];
    const isSurname = before !== undefined && names.endOf([before, name], 0) === 2;
    return isSurname || names.endOf([name], 0) !== null ? name : token;
  });
}

const readers = new WeakMap<readonly Person[], NameReader>();

/** The reader of these people's names. One array gets one reader. */
export function nameReader(people: readonly Person[]): NameReader {
  let reader = readers.get(people);
  if (!reader) readers.set(people, (reader = readerOf(people)));
  return reader;
}

/** Each run of words of a name: a first name, a surname, both. By its first word, longest first. */
function runsOf(known: readonly Known[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const names = new Map<string, readonly string[]>();
  for (const { norms } of known) {
    for (let from = 0; from < norms.length; from += 1) {
      for (let to = from + 1; to <= norms.length; to += 1) {
        const run = norms.slice(from, to);
        if (/^[\p{L}\p{M}]/u.test(run[0]!) && isRun(run)) names.set(run.join(' '), run);
      }
    }
  }
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const run of [...names.values()].sort((a, b) => b.length - a.length)) {
    const runs = byFirst.get(run[0]!);
    if (runs) runs.push(run);
    else byFirst.set(run[0]!, [run]);
  }
  return byFirst;
}

/** For each word of a first name with a surname: the word beside it. */
type Pairs = Readonly<Record<'after' | 'before', ReadonlyMap<string, readonly string[]>>>;

function pairsOf(known: readonly Known[]): Pairs {
  const after = new Map<string, string[]>();
  const before = new Map<string, string[]>();
  for (const { norms } of known) {
    const [first, last, more] = norms;
    if (first === undefined || last === undefined || !isRun([first, last])) continue;
    if (more !== undefined && /^[\p{L}\p{M}]/u.test(more)) continue;
    after.set(first, [...(after.get(first) ?? []), last]);
    before.set(last, [...(before.get(last) ?? []), first]);
  }
  return { after, before };
}

const isNear = (known: string, typed: string): boolean =>
  Math.min(known.length, typed.length) >= slipLengthMin && isSlip(known, typed);

/** The end of a first name and a surname of which one is right and the other has one slip. */
function mistypedEnd({ after, before }: Pairs, tokens: readonly Token[], at: number) {
  const [one, two] = [tokens[at]!, tokens[at + 1]];
  if (two?.kind !== 'word' || two.joined) return null;
  const isName =
    (after.get(one.norm) ?? []).some(
      (last) => last.length > slipLengthMin && isNear(last, two.norm),
    ) || (before.get(two.norm) ?? []).some((first) => isNear(first, one.norm));
  return isName ? at + 2 : null;
}

function readerOf(people: readonly Person[]): NameReader {
  const known: Known[] = people.map((person) => ({
    person,
    norms: tokensOf(person.name).map(({ norm }) => norm),
  }));
  const runs = runsOf(known);
  const pairs = pairsOf(known);
  return {
    endOf: (tokens, at) => {
      const token = tokens[at];
      if (token?.kind !== 'word') return null;
      const exact = runs.get(token.norm)?.find((norms) => startsWith(tokens, at, norms));
      const mistyped = mistypedEnd(pairs, tokens, at);
      if (mistyped !== null && (exact?.length ?? 0) < 2) return mistyped;
      const found = exact;
      if (!found) return null;
      const end = at + found.length;
      return withInitial(known, found, tokens[end]) ? end + 1 : end;
    },
    candidates: (name) => {
      const wanted = tokensOf(name)
        .map(({ norm }) => norm)
        .filter((norm) => norm !== '.');
      const initial = wanted.length > 1 && wanted.at(-1)!.length === 1 ? wanted.pop()! : null;
      if (initial !== null) {
        return known
          .filter((one) => one.norms.some((_, at) => hasInitial(one.norms, at, wanted, initial)))
          .map(({ person }) => person);
      }
      const has = (fits: (norm: string, want: string) => boolean) =>
        known
          .filter(({ norms }) => wanted.every((want) => norms.some((norm) => fits(norm, want))))
          .map(({ person }) => person);
      const exact = has((norm, want) => norm === want);
      if (exact.length > 0 || wanted.length === 0) return exact;
      return has((norm, want) => norm === want || (want.length > 2 && isSlip(norm, want)));
    },
  };
}
