/** Sentences in an unusual shape, put into the usual one: `could 5 be sent to Ben`. */
import { match, type Pattern, patternOf, type Readers, wordsOf } from '../text/patterns.ts';
import { Rows } from '../text/rows.ts';
import { type Token, tokensOf } from '../text/tokens.ts';
import type { AmountReader } from './amounts.ts';
import type { NameReader } from './names.ts';

/** The tokens of a part that a rule keeps. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Rule {
  /** Words, and the number of a kept part from 1. */
  readonly parts: readonly (string | number)[];
}

/** A phrase that may be mended must not be a word of a rule. */
export interface Rewriter {
  readonly words: readonly string[];
  rewrite(tokens: readonly Token[], names: NameReader): readonly Token[];
}

/**
 * `{start}` is the beginning of a clause, `{inside}` any other place;
 * `{stop}` is the end of a clause, `{end}` the end of the sentence.
 */
function ruleOf(row: string): readonly [Pattern, Rule] {
  const [pattern = '', result = ''] = row.split('=>');
  const parts = result
    .trim()
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => (/^\{\d\}$/.test(part) ? Number(part[1]) : part));
  return [patternOf(pattern), { parts }];
}

/** A word that the sentence does not have, at the place of another one. */
const added = (word: string, { start }: Token): Token[] =>
  tokensOf(word).map((token) => ({ ...token, start, end: start, joined: false }));

const isMark = ({ kind }: Token): boolean => kind === 'mark';
const isEdge = (token: Token | undefined): boolean => token === undefined || isMark(token);

const spanOf = (from: number, to: number | null) =>
  to === null ? null : { end: to, value: { from, to } satisfies Span };

/** Not a part that a rule can keep. */
const edge = (at: number, isThere: boolean) => (isThere ? { end: at, value: null } : null);

function readersFor(names: NameReader, amounts: AmountReader): Readers {
  return {
    person: (tokens, at) => {
      const isMention = tokens[at]?.kind === 'mention' || /^\d{10}$/.test(tokens[at]?.text ?? '');
      return spanOf(at, isMention ? at + 1 : names.endOf(tokens, at));
    },
    amount: (tokens, at) => spanOf(at, amounts(tokens, at)?.end ?? null),
    start: (tokens, at) => edge(at, isEdge(tokens[at - 1])),
    inside: (tokens, at) => edge(at, !isEdge(tokens[at - 1])),
    stop: (tokens, at) => edge(at, isEdge(tokens[at])),
    end: (tokens, at) => edge(at, tokens.slice(at).every(isMark)),
  };
}

/** Each rule is used at most once at a place; what it leaves out is gone. */
export function rewriterOf(rows: string, amounts: AmountReader): Rewriter {
  const rules = rows
    .split(';')
    .filter((row) => row.trim() !== '')
    .map(ruleOf);
  const index = new Rows(rules);
  return {
    words: rules.flatMap(([pattern]) => wordsOf(pattern)),
    rewrite: (tokens, names) => {
      const readers = readersFor(names, amounts);
      const result: Token[] = [];
      for (let at = 0; at < tokens.length;) {
        let best: { end: number; rule: Rule; values: readonly unknown[] } | null = null;
        for (const { pattern, value: rule } of index.at(tokens, at, readers)) {
          const found = match(pattern, tokens, at, readers);
          if (!found || found.end <= (best?.end ?? at)) continue;
          best = { end: found.end, rule, values: found.values.filter((value) => value !== null) };
        }
        const here = tokens[at]!;
        if (!best) {
          result.push(here);
          at += 1;
          continue;
        }
        for (const part of best.rule.parts) {
          const span = typeof part === 'number' ? (best.values[part - 1] as Span) : null;
          result.push(...(span ? tokens.slice(span.from, span.to) : added(`${part}`, here)));
        }
        at = best.end;
      }
      return result;
    },
  };
}
