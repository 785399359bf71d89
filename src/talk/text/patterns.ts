/**
 * Vocabulary rows as patterns over tokens. A row is a list of elements separated by spaces:
 * `a|b` one of several, `a_b` two tokens in sequence, `?` after an element optional, `ab*` a
 * prefix, `=é` a word whose accents count, `{name}` a token that the named reader accepts. Rows
 * are separated by semicolons.
 */
import { folded, type Token, tokensOf } from './tokens.ts';

/** Reads a value at a position; null if there is none. */
export type ValueReader = (
  tokens: readonly Token[],
  at: number,
) => { readonly end: number; readonly value: unknown } | null;

export type Readers = Readonly<Record<string, ValueReader>>;

type Choices = readonly (readonly string[])[];

/** Only the word itself. Nearly all choices are so, and share this. */
const alone: Choices = [];

interface Element {
  /** The choices by their first word, or `alone`: rows of verbs have more than a thousand. */
  readonly choices: ReadonlyMap<string, Choices>;
  /** The choices that begin with the beginning of a word. */
  readonly prefixes: Choices;
  readonly reader: string | null;
  readonly optional: boolean;
}

export type Pattern = readonly Element[];

export interface Found {
  readonly end: number;
  /** The values of the elements in braces, in order. */
  readonly values: readonly unknown[];
}

/** Rows share many elements: `my|the`. */
const elements = new Map<string, Element>();

function elementOf(source: string): Element {
  let element = elements.get(source);
  if (!element) elements.set(source, (element = madeElement(source)));
  return element;
}

function madeElement(source: string): Element {
  const optional = source.endsWith('?') && source.length > 1;
  const body = optional ? source.slice(0, -1) : source;
  const reader = /^\{(?<name>\w+)\}$/.exec(body)?.groups?.['name'] ?? null;
  const all = reader
    ? []
    : body.split('|').map((choice) => choice.split('_').flatMap((part) => normsOf(part)));
  const prefixes = all.filter(isPrefix);
  const choices = new Map<string, Choices>();
  for (const choice of all.filter((one) => !isPrefix(one))) {
    const [first = ''] = choice;
    const word = first.startsWith('=') && first.length > 1 ? folded(first.slice(1)) : first;
    const others = choices.get(word);
    if (others === undefined) choices.set(word, isAlone(word, choice) ? alone : [choice]);
    else choices.set(word, [...(others === alone ? [[word]] : others), choice]);
  }
  return { choices, prefixes, reader, optional };
}

const isAlone = (word: string, choice: readonly string[]): boolean =>
  choice.length === 1 && choice[0] === word;

const isPrefix = ([first = '']: readonly string[]): boolean =>
  first.endsWith('*') && first.length > 1;

/** A trailing `*` and a leading `=` stay with their word. */
function normsOf(part: string): string[] {
  // Most words need no splitting; there are thousands of them.
  if (/^[a-z]+$/.test(part)) return [part];
  if (part.startsWith('=') && part.length > 1) {
    return tokensOf(part.slice(1)).map(({ text }) => `=${text}`);
  }
  // In a sentence, the apostrophe of `l'` is followed by a letter.
  if (/\p{L}'$/u.test(part)) return normsOf(`${part}a`).slice(0, -1);
  if (!part.endsWith('*')) return tokensOf(part).map(({ norm }) => norm);
  const norms = tokensOf(part.slice(0, -1)).map(({ norm }) => norm);
  return norms.map((norm, at) => (at === norms.length - 1 ? `${norm}*` : norm));
}

export const patternOf = (source: string): Pattern => source.trim().split(/\s+/).map(elementOf);

export const patternsOf = (rows: string): Pattern[] =>
  rows
    .split(';')
    .filter((row) => row.trim() !== '')
    .map((row) => patternOf(row));

function fits({ norm, text }: Token, expected: string): boolean {
  if (expected === norm) return true;
  if (expected.length < 2) return false;
  if (expected.startsWith('=')) return text.toLowerCase() === expected.slice(1);
  return expected.endsWith('*') && norm.startsWith(expected.slice(0, -1));
}

function endOf(tokens: readonly Token[], at: number, choice: readonly string[]): number | null {
  let end = at;
  for (const expected of choice) {
    const token = tokens[end];
    if (token === undefined || token.kind === 'quote' || !fits(token, expected)) return null;
    end += 1;
  }
  return end;
}

/** The longest reading of a pattern at a position; null if it does not fit. */
export function match(
  pattern: Pattern,
  tokens: readonly Token[],
  at: number,
  readers: Readers,
  step = 0,
): Found | null {
  const element = pattern[step];
  if (!element) return { end: at, values: [] };
  let best: Found | null = null;
  const follow = (end: number, values: readonly unknown[]): void => {
    const rest = match(pattern, tokens, end, readers, step + 1);
    if (!rest || (best && rest.end <= best.end)) return;
    best = values.length === 0 ? rest : { end: rest.end, values: [...values, ...rest.values] };
  };
  if (element.reader !== null) {
    const read = readers[element.reader]?.(tokens, at);
    if (read) follow(read.end, [read.value]);
  }
  const norm = tokens[at]?.norm ?? '';
  const known = element.choices.get(norm) ?? [];
  const choices = known === alone ? [[norm]] : known;
  for (const choice of element.prefixes.length > 0 ? [...choices, ...element.prefixes] : choices) {
    const end = endOf(tokens, at, choice);
    if (end !== null) follow(end, []);
  }
  if (element.optional) follow(at, element.reader === null ? [] : [undefined]);
  return best;
}

/** All words of a pattern. */
export const wordsOf = (pattern: Pattern): string[] =>
  pattern
    .flatMap(({ choices, prefixes }) => [
      ...[...choices].flatMap(([word, list]) => (list === alone ? [word] : list.flat())),
      ...prefixes.flat(),
    ])
    .map((word) => word.replace(/^=|\*$/g, ''));

/** The reader with its results remembered for each sentence. */
export function remembered<T>(
  read: (tokens: readonly Token[], at: number) => T,
): (tokens: readonly Token[], at: number) => T {
  const sentences = new WeakMap<readonly Token[], Map<number, T>>();
  return (tokens, at) => {
    let results = sentences.get(tokens);
    if (!results) sentences.set(tokens, (results = new Map<number, T>()));
    const known = results.get(at);
    if (known !== undefined) return known;
    const result = read(tokens, at);
    results.set(at, result);
    return result;
  };
}
