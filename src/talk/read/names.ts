/** Names of known people in a sentence, and the people whom a written name may mean. */
import { type Token, tokensOf } from '../text/tokens.ts';
import type { Person } from '../text/types.ts';

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

/** Whether two words differ by one letter, or by two neighbours in the wrong order. */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB || restA === restB.slice(1)) return true;
  if (restA.slice(1) === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}

const startsWith = (tokens: readonly Token[], at: number, norms: readonly string[]): boolean =>
  norms.every((norm, offset) => tokens[at + offset]?.norm === norm);

/** One kanji of a name is not a name; neither is a run with marks. */
const isRun = (run: readonly string[]): boolean =>
  run.join('').length > 1 && run.every((norm) => /^[\p{L}\p{M}]/u.test(norm));

export function nameReader(people: readonly Person[]): NameReader {
  const known: Known[] = people.map((person) => ({
    person,
    norms: tokensOf(person.name).map(({ norm }) => norm),
  }));
  /** Each run of words of a name: a first name, a surname, both. */
  const names = new Map<string, readonly string[]>();
  for (const { norms } of known) {
    for (let from = 0; from < norms.length; from += 1) {
      for (let to = from + 1; to <= norms.length; to += 1) {
        const run = norms.slice(from, to);
        if (/^[\p{L}\p{M}]/u.test(run[0]!) && isRun(run)) names.set(run.join(' '), run);
      }
    }
  }
  const ordered = [...names.values()].sort((a, b) => b.length - a.length);
  return {
    endOf: (tokens, at) => {
      if (tokens[at]?.kind !== 'word') return null;
      const found = ordered.find((norms) => startsWith(tokens, at, norms));
      return found ? at + found.length : null;
    },
    candidates: (name) => {
      const wanted = tokensOf(name).map(({ norm }) => norm);
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
