import { Journal, type JournalLine } from './journal.ts';
import { tableNames, type TableName, type Tables } from './rows.ts';

type Maps = { readonly [Name in TableName]: Map<string, Tables[Name]> };

/** Outdated lines allowed in the journal before it is rewritten. */
const deadLinesMax = 50_000;

/** Tables in memory, each change written to the journal first. */
export class Store {
  readonly #maps: Maps;
  readonly #journal: Journal | null;
  #deadLines = deadLinesMax;

  /** With a null folder, nothing is stored on disk. */
  constructor(folder: string | null) {
    this.#maps = Object.fromEntries(tableNames.map((name) => [name, new Map()])) as Maps;
    this.#journal = folder === null ? null : new Journal(folder);
    for (const [table, id, row] of this.#journal?.read() ?? []) {
      const map = this.#maps[table as TableName] as Map<string, unknown> | undefined;
      if (!map) continue;
      if (row === undefined) map.delete(id);
      else map.set(id, row);
    }
    this.#journal?.rewrite(this.#lines());
  }

  get<Name extends TableName>(table: Name, id: string): Tables[Name] | undefined {
    return this.#maps[table].get(id);
  }

  /** In the order they were first stored. */
  all<Name extends TableName>(table: Name): Tables[Name][] {
    return [...this.#maps[table].values()] as Tables[Name][];
  }

  size(table: TableName): number {
    return this.#maps[table].size;
  }

  put<Name extends TableName>(table: Name, id: string, row: Tables[Name]): void {
    this.#journal?.append([table, id, row]);
    (this.#maps[table] as Map<string, Tables[Name]>).set(id, row);
    this.#compact();
  }

  delete(table: TableName, id: string): void {
    if (!this.#maps[table].has(id)) return;
    this.#journal?.append([table, id]);
    this.#maps[table].delete(id);
    this.#compact();
  }

  /** The largest Discord id in any table, so that new ids are larger. */
  largestId(): bigint {
    let largest = 0n;
    for (const name of ['people', 'channels', 'messages', 'commands', 'mail', 'files'] as const) {
      for (const id of this.#maps[name].keys()) {
        const value = BigInt(id);
        if (value > largest) largest = value;
      }
    }
    return largest;
  }

  close(): void {
    this.#journal?.close();
  }

  #compact(): void {
    if (!this.#journal || this.#journal.lines < deadLinesMax) return;
    const living = tableNames.reduce((sum, name) => sum + this.#maps[name].size, 0);
    if (this.#journal.lines < living + this.#deadLines) return;
    try {
      this.#journal.rewrite(this.#lines());
      this.#deadLines = deadLinesMax;
    } catch {
      // The long journal is still complete; rewriting it is tried again later.
      this.#deadLines += deadLinesMax;
    }
  }

  *#lines(): Generator<JournalLine> {
    for (const name of tableNames) {
      for (const [id, row] of this.#maps[name]) yield [name, id, row];
    }
  }
}
