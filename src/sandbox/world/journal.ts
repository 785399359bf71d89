/**
 * The world on disk: one JSON line per change, appended before the change is acknowledged. Each
 * line is passed to the operating system at once, so killing the process loses no acknowledged
 * change.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { appendWhole } from '../../lib/append-whole.ts';

/** `[table, id, row]` stores a row, `[table, id]` removes it. */
export type JournalLine = readonly [table: string, id: string, row?: unknown];

const fileName = 'world.jsonl';
const ownerOnly = 0o600;

const textOf = (line: JournalLine): string => `${JSON.stringify(line)}\n`;

export class Journal {
  readonly #path: string;
  #file: number | null = null;
  #lines = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#path = join(folder, fileName);
  }

  /** Lines written since the last rewrite, including outdated ones. */
  get lines(): number {
    return this.#lines;
  }

  /** A killed process can leave an incomplete last line; its change was never acknowledged. */
  read(): JournalLine[] {
    if (!existsSync(this.#path)) return [];
    const texts = readFileSync(this.#path, 'utf8').split('\n');
    const last = texts.length - 1;
    return texts.flatMap((text, index) => {
      if (text === '') return [];
      try {
        return [JSON.parse(text) as JournalLine];
      } catch (cause) {
        if (index === last) return [];
        throw new Error(`${this.#path}: line ${index + 1} is damaged`, { cause });
      }
    });
  }

  /**
   * Replaces the file by these lines, completely or not at all. If writing fails, the old file
   * stays in use.
   */
  rewrite(lines: Iterable<JournalLine>): void {
    const next = `${this.#path}.new`;
    const file = openSync(next, 'w', ownerOnly);
    let count = 0;
    try {
      for (const line of lines) {
        appendWhole(file, textOf(line));
        count += 1;
      }
      fsyncSync(file);
      renameSync(next, this.#path);
    } catch (error) {
      closeSync(file);
      rmSync(next, { force: true });
      throw error;
    }
    if (this.#file !== null) closeSync(this.#file);
    this.#file = file;
    this.#lines = count;
  }

  append(line: JournalLine): void {
    if (this.#file === null) throw new Error('Defect: the journal is not open');
    appendWhole(this.#file, textOf(line));
    this.#lines += 1;
  }

  close(): void {
    if (this.#file === null) return;
    fsyncSync(this.#file);
    closeSync(this.#file);
    this.#file = null;
  }
}
