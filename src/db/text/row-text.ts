/**
 * Rows as SQL text, written as bytes into one reused place: a batch of payments has thousands of
 * values, and text that is joined piece by piece is dear to make and to collect.
 */
import { assert } from '../../lib/assert.ts';
import { digitsMax, writeDigits } from './digits.ts';
import { plainCharacter } from './literals.ts';
import { bindable, isInt64, type Scalar } from './scalars.ts';

/** Plain characters by code; text with any other is written in hexadecimal. */
const isPlain = Uint8Array.from({ length: 128 }, (_, code) =>
  plainCharacter.test(String.fromCharCode(code)) ? 1 : 0,
);
const isHex = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\da-f]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const hexDigits = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0));
const quote = 39;
const comma = 44;
/** Longer ones are turned into text at once. */
const shortBytes = 64;
const startBytes = 65_536;
/** A place that grew larger for one statement is given back. */
const keptBytesMax = 4 * 1_048_576;

/** How rows look in a statement. */
interface Form {
  readonly before: string;
  readonly between: string;
  readonly after: string;
  /** Of the first row's columns, where they are named. */
  readonly names?: readonly string[];
}

/** The text of a statement around its rows, all of it ASCII. */
interface Place {
  readonly before: string;
  readonly after: string;
  readonly form: Form;
}

/** `(1,'b'),(2,NULL)`. */
export const valuesForm: Form = { before: '(', between: '),(', after: ')' };
/** `1,2,3`, of rows with one column. */
export const listForm: Form = { before: '', between: ',', after: '' };
/** `SELECT 1 AS id,'b' AS name UNION ALL SELECT 2,NULL`. */
export const selectForm = (names: readonly string[]): Form => ({
  before: 'SELECT ',
  between: ' UNION ALL SELECT ',
  after: '',
  names,
});

/** Writes one statement. */
export type Write = (text: RowText) => void;

/** Several statements as text. */
export interface WrittenText {
  readonly text: string;
  readonly statements: number;
}

/** Of two statements in one text. */
const between = ';\n';

/** Where the values of a row are put, one after the other. */
export class RowText {
  #bytes = Buffer.allocUnsafeSlow(startBytes);
  #at = 0;
  /** Of the row that is being written. */
  #columns = 0;
  #names: readonly string[] | undefined;
  #isInUse = false;

  /** Throws a TypeError with the position of the value, never the value. */
  put(value: Scalar): void {
    this.#columns += 1;
    if (typeof value === 'bigint') this.#integer(value);
    else if (typeof value === 'string') this.#text(value);
    else if (value === null) this.#ascii('NULL');
    else this.#other(value);
    this.#end();
  }

  /** Bytes, given as hexadecimal digits in lower case. */
  putHex(digits: string): void {
    this.#columns += 1;
    this.#ascii("x'");
    this.#reserve(digits.length + 1);
    const bytes = this.#bytes;
    let at = this.#at;
    for (let place = 0; place < digits.length; place += 1) {
      const code = digits.charCodeAt(place);
      if (isHex[code] !== 1) throw new TypeError('Bytes in hexadecimal have other characters');
      bytes[at] = code;
      at += 1;
    }
    bytes[at] = quote;
    this.#at = at + 1;
    this.#end();
  }

  /** Of a value. */
  #end(): void {
    if (this.#names !== undefined) this.#ascii(` AS ${this.#names[this.#columns - 1] ?? ''}`);
    this.#bytes[this.#at] = comma;
    this.#at += 1;
  }

  /** What these write, as texts of at most `bytesMax`; longer only where one of them is. */
  texts(writes: readonly Write[], bytesMax: number): readonly WrittenText[] {
    assert(!this.#isInUse, 'a row makes no other statement');
    this.#isInUse = true;
    this.#at = 0;
    try {
      return this.#cut(writes, bytesMax);
    } finally {
      this.#isInUse = false;
      if (this.#bytes.length > keptBytesMax) this.#bytes = Buffer.allocUnsafeSlow(startBytes);
    }
  }

  #cut(writes: readonly Write[], bytesMax: number): readonly WrittenText[] {
    const texts: WrittenText[] = [];
    let [from, statements] = [0, 0];
    const end = (at: number) =>
      texts.push({ text: this.#bytes.toString('latin1', from, at), statements });
    for (const write of writes) {
      const before = this.#at;
      if (statements > 0) this.#ascii(between);
      const begun = this.#at;
      write(this);
      if (statements > 0 && this.#at - from > bytesMax) {
        end(before);
        [from, statements] = [begun, 0];
      }
      statements += 1;
    }
    end(this.#at);
    return texts;
  }

  /** A statement with rows. All must be equally long; none for an empty list. */
  rows<Item>({ before, after, form }: Place, items: readonly Item[], put: PutRow<Item>): void {
    this.sql(before);
    this.#names = form.names;
    let columns = form.names?.length;
    let isFirst = true;
    for (const item of items) {
      this.#columns = 0;
      this.#ascii(isFirst ? form.before : form.between);
      put(this, item);
      columns ??= this.#columns;
      if (this.#columns !== columns || columns === 0) throw new TypeError('Rows differ in length');
      // The comma behind the last value.
      this.#at -= 1;
      this.#names = undefined;
      isFirst = false;
    }
    if (!isFirst) this.#ascii(form.after);
    this.sql(after);
  }

  /** A statement, or a part of one. */
  sql(text: string): void {
    if (text.includes(';')) throw new TypeError('A statement must not contain a semicolon');
    this.#ascii(text);
  }

  /** Makes room for so many bytes and a comma. */
  #reserve(count: number): void {
    const needed = this.#at + count + 1;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }

  #integer(value: bigint): void {
    if (!isInt64(value)) bindable(value, this.#columns - 1);
    this.#reserve(digitsMax);
    this.#at = writeDigits(this.#bytes, this.#at, value);
  }

  #text(value: string): void {
    this.#reserve(value.length + 2);
    const bytes = this.#bytes;
    let at = this.#at;
    bytes[at] = quote;
    at += 1;
    for (let place = 0; place < value.length; place += 1) {
      const code = value.charCodeAt(place);
      if (isPlain[code] !== 1) return this.#hex('_utf8mb4 x', Buffer.from(value));
      bytes[at] = code;
      at += 1;
    }
    bytes[at] = quote;
    this.#at = at + 1;
  }

  #hex(introducer: string, value: Buffer): void {
    this.#ascii(introducer);
    this.#reserve(2 * value.length + 2);
    const bytes = this.#bytes;
    if (value.length > shortBytes) {
      this.#at += bytes.write(`'${value.toString('hex')}'`, this.#at, 'latin1');
      return;
    }
    let at = this.#at;
    bytes[at] = quote;
    at += 1;
    for (let place = 0; place < value.length; place += 1) {
      const byte = value[place]!;
      bytes[at] = hexDigits[byte >> 4]!;
      bytes[at + 1] = hexDigits[byte & 15]!;
      at += 2;
    }
    bytes[at] = quote;
    this.#at = at + 1;
  }

  #other(value: Scalar): void {
    const bound = bindable(value, this.#columns - 1);
    if (typeof bound === 'bigint') this.#integer(bound);
    else if (typeof bound === 'string') this.#text(bound);
    else if (bound !== null) this.#hex('x', bound);
  }

  /** Of the statement itself. */
  #ascii(text: string): void {
    this.#reserve(text.length);
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      if (code > 127) throw new TypeError('A statement with rows is ASCII; use a placeholder');
      this.#bytes[this.#at + place] = code;
    }
    this.#at += text.length;
  }
}

const shared = new RowText();

/** How the values of an item are put into its row. */
export type PutRow<Item> = (row: RowText, item: Item) => void;

/** Text is written at once, so all share one place. */
export const writtenTexts = (writes: readonly Write[], bytesMax: number): readonly WrittenText[] =>
  shared.texts(writes, bytesMax);

export const writtenText = (write: Write): string => writtenTexts([write], Infinity)[0]!.text;
