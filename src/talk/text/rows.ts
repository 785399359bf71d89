/** Rows of a vocabulary, found by the words that they can begin with. */
import type { Pattern, Readers } from './patterns.ts';
import type { Token } from './tokens.ts';

/** What a pattern can begin with. */
interface Start {
  readonly words: Pick<ReadonlySet<string>, 'has' | 'keys'>;
  /** The beginnings of words. */
  readonly prefixes: readonly string[];
  readonly readers: readonly string[];
}

function startOf(pattern: Pattern): Start {
  const [only] = pattern;
  if (only?.optional === false && only.prefixes.length === 0 && only.reader === null) {
    return { words: only.choices, prefixes: [], readers: [] };
  }
  const words = new Set<string>();
  const prefixes: string[] = [];
  const readers: string[] = [];
  for (const element of pattern) {
    if (element.reader !== null) readers.push(element.reader);
    for (const [first = ''] of element.prefixes) prefixes.push(first.slice(0, -1));
    for (const word of element.choices.keys()) words.add(word);
    if (!element.optional) break;
  }
  return { words, prefixes, readers };
}

/** Rows by the word that they can begin with, so that few are tried at each place. */
export class Rows<T> {
  readonly #byWord: ReadonlyMap<string, readonly Row<T>[]>;
  /** Rows that can begin with a prefix or a value. */
  readonly #open: readonly Row<T>[];
  readonly #readers: readonly string[];
  readonly #prefixes: readonly string[];
  /** Both for the words that were asked for, in their order. */
  readonly #tried = new Map<string, readonly Row<T>[]>();

  constructor(rows: readonly (readonly [pattern: Pattern, value: T])[]) {
    const all = rows.map(([pattern, value], order) => ({
      pattern,
      value,
      order,
      start: startOf(pattern),
    }));
    this.#open = all.filter(({ start }) => start.prefixes.length + start.readers.length > 0);
    this.#readers = [...new Set(this.#open.flatMap(({ start }) => start.readers))];
    this.#prefixes = [...new Set(this.#open.flatMap(({ start }) => start.prefixes))];
    this.#byWord = byWordOf(all);
  }

  get words(): Iterable<string> {
    return this.#byWord.keys();
  }

  #rowsFor(word: string): readonly Row<T>[] {
    const own = this.#byWord.get(word);
    if (!own) return this.#open;
    let rows = this.#tried.get(word);
    if (!rows) {
      rows = [...new Set([...own, ...this.#open])].sort((a, b) => a.order - b.order);
      this.#tried.set(word, rows);
    }
    return rows;
  }

  /** The rows that may fit at a place, in their order. */
  at(tokens: readonly Token[], at: number, readers: Readers): readonly Row<T>[] {
    const token = tokens[at];
    if (!token) return [];
    const { norm } = token;
    const fitting = this.#readers.filter((name) => (readers[name]?.(tokens, at) ?? null) !== null);
    const isPrefixed = this.#prefixes.some((prefix) => norm.startsWith(prefix));
    if (fitting.length === 0 && !isPrefixed) return this.#byWord.get(norm) ?? [];
    return this.#rowsFor(norm).filter(
      ({ start: { words, prefixes, readers: names } }) =>
        words.has(norm) ||
        prefixes.some((prefix) => norm.startsWith(prefix)) ||
        names.some((name) => fitting.includes(name)),
    );
  }
}

interface Row<T> {
  readonly pattern: Pattern;
  readonly value: T;
  readonly order: number;
  readonly start: Start;
}

/** Words that begin the same rows, such as the forms of a verb, share one list. */
function byWordOf<T>(all: readonly Row<T>[]): ReadonlyMap<string, readonly Row<T>[]> {
  const orders = new Map<string, string>();
  for (const { order, start } of all) {
    for (const word of start.words.keys()) {
      const others = orders.get(word);
      orders.set(word, others === undefined ? `${order}` : `${others} ${order}`);
    }
  }
  const lists = new Map<string, readonly Row<T>[]>();
  const byWord = new Map<string, readonly Row<T>[]>();
  for (const [word, key] of orders) {
    const list = lists.get(key) ?? key.split(' ').map((order) => all[Number(order)]!);
    lists.set(key, list);
    byWord.set(word, list);
  }
  return byWord;
}
