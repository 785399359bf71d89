/** Fields of a leaf, written and read byte by byte; `docs/log.md` documents them. */
import { FormError, fromUtf8, utf8 } from '../base/bytes.ts';

const textBytesMax = 65_535;
const bytesAtFirst = 1_024;
const asciiMax = 127;

/** Writes into one buffer, which grows. */
export class FieldWriter {
  #bytes = new Uint8Array(bytesAtFirst);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;

  /** Begins again: what `written` returned is overwritten. */
  clear(): this {
    this.#at = 0;
    return this;
  }

  bytes(value: Uint8Array): this {
    this.#need(value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
    return this;
  }

  byte(value: number): this {
    this.#need(1);
    this.#bytes[this.#at] = value;
    this.#at += 1;
    return this;
  }

  short(value: number): this {
    this.#need(2);
    this.#view.setUint16(this.#at, value);
    this.#at += 2;
    return this;
  }

  integer(value: bigint): this {
    this.#need(8);
    this.#view.setBigInt64(this.#at, value);
    this.#at += 8;
    return this;
  }

  text(value: string): this {
    const { length } = value;
    this.#need(2 + length);
    const start = this.#at + 2;
    for (let index = 0; index < length; index += 1) {
      const symbol = value.charCodeAt(index);
      if (symbol > asciiMax) return this.#longText(utf8(value));
      this.#bytes[start + index] = symbol;
    }
    if (length > textBytesMax) throw new FormError('a text that is too long');
    this.#view.setUint16(this.#at, length);
    this.#at = start + length;
    return this;
  }

  /** One byte says whether the value follows. */
  optionalText(value: string | null): this {
    return value === null ? this.byte(0) : this.byte(1).text(value);
  }

  optionalInteger(value: bigint | null): this {
    return value === null ? this.byte(0) : this.byte(1).integer(value);
  }

  /** Valid until the next call. */
  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#at);
  }

  #longText(bytes: Uint8Array): this {
    if (bytes.length > textBytesMax) throw new FormError('a text that is too long');
    return this.short(bytes.length).bytes(bytes);
  }

  #need(count: number): void {
    const end = this.#at + count;
    if (end <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(end, 2 * this.#bytes.length));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}

/** Reads what FieldWriter wrote; throws FormError where bytes are missing or left over. */
export class FieldReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  bytes(count: number): Uint8Array {
    const end = this.#at + count;
    if (end > this.#bytes.length) throw new FormError('a leaf that ends too early');
    const read = this.#bytes.slice(this.#at, end);
    this.#at = end;
    return read;
  }

  byte(): number {
    return this.bytes(1)[0]!;
  }

  short(): number {
    return this.byte() * 256 + this.byte();
  }

  integer(): bigint {
    return new DataView(this.bytes(8).buffer).getBigInt64(0);
  }

  text(): string {
    return fromUtf8(this.bytes(this.short()));
  }

  optional<Value>(read: () => Value): Value | null {
    const mark = this.byte();
    if (mark > 1) throw new FormError('a leaf with an unknown mark');
    return mark === 0 ? null : read();
  }

  optionalText(): string | null {
    return this.optional(() => this.text());
  }

  optionalInteger(): bigint | null {
    return this.optional(() => this.integer());
  }

  end(): void {
    if (this.#at !== this.#bytes.length) throw new FormError('a leaf with bytes left over');
  }
}
