/** The files of a statement: one for each format, packed if there are several or one is large. */
import { Zip, ZipDeflate } from 'fflate';
import {
  dayAfter,
  type Statement,
  type StatementLine,
  type StatementPeriod,
} from '../bank/index.ts';
import { instant } from '../lib/clock.ts';
import { pdfStatement } from './pdf/index.ts';
import { beancount } from './statement/beancount.ts';
import { camt } from './statement/camt.ts';
import { csv } from './statement/csv.ts';
import { hledger } from './statement/hledger.ts';
import { ofx } from './statement/ofx.ts';
import { daysOfMonth } from './text/month.ts';
import type { Pieces } from './text/shared.ts';

export const statementFormats = ['pdf', 'csv', 'hledger', 'beancount', 'ofx', 'camt'] as const;
export type StatementFormat = (typeof statementFormats)[number];

interface Maker {
  readonly ending: string;
  readonly make: (statement: Statement, bankName: string) => Pieces;
}

const makers: Readonly<Record<StatementFormat, Maker>> = {
  pdf: { ending: 'pdf', make: pdfStatement },
  csv: { ending: 'csv', make: csv },
  hledger: { ending: 'journal', make: hledger },
  beancount: { ending: 'beancount', make: beancount },
  ofx: { ending: 'ofx', make: ofx },
  camt: { ending: 'xml', make: camt },
};

export interface PackedStatement {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** There is a file for each month. */
  readonly isSplit: boolean;
}

export interface Packing {
  readonly formats: readonly StatementFormat[];
  readonly bankName: string;
  /** In bytes. */
  readonly sizeMax: number;
}

interface Part {
  readonly name: string;
  readonly pieces: () => Pieces;
}

const nameOf = ({ head: { accountNumber, period } }: Statement): string =>
  `statement-${accountNumber}-${period.from}-${period.to}`;

const partsOf = (statement: Statement, { formats, bankName }: Packing): Part[] =>
  formats.map((format) => ({
    name: `${nameOf(statement)}.${makers[format].ending}`,
    pieces: () => makers[format].make(statement, bankName),
  }));

const bytesOf = (piece: string | Uint8Array): Uint8Array =>
  typeof piece === 'string' ? Buffer.from(piece) : piece;

/** Enough for most statements. */
const firstBytes = 250_000;

/** From this part on, the size of the whole can be told, within this factor. */
const shareMin = 0.05;
const error = 1.2;

/**
 * Null if it is larger; then it is not made to its end. `share` is how much of the whole is made,
 * from 0 to 1.
 */
async function whole(
  pieces: Pieces,
  sizeMax: number,
  share: () => number = () => 0,
): Promise<Uint8Array | null> {
  // Of each part, only the pages that are written take memory.
  let all = Buffer.allocUnsafeSlow(firstBytes);
  let size = 0;
  for await (const piece of pieces) {
    const bytes = bytesOf(piece);
    const end = size + bytes.length;
    if (end > sizeMax) return null;
    const made = share();
    if (made >= shareMin && end / made > error * sizeMax) return null;
    if (end > all.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(sizeMax, end));
      all.copy(larger, 0, 0, size);
      all = larger;
    }
    all.set(bytes, size);
    size = end;
  }
  return all.subarray(0, size);
}

/** The same statement, with the share of its lines that were read so far. */
function watched(statement: Statement): {
  readonly statement: Statement;
  readonly share: () => number;
} {
  let read = 0;
  async function* lines(): AsyncGenerator<readonly StatementLine[]> {
    for await (const some of statement.lines()) {
      read += some.length;
      yield some;
    }
  }
  return {
    statement: { ...statement, lines },
    share: () => read / Math.max(1, Number(statement.head.count)),
  };
}

/** ZIP files have times; this one is the same for all. */
const fileTime = instant(Date.UTC(2000, 0, 2));

/** Packs each piece as it comes, so that only the packed bytes are kept. */
async function* zipped(parts: AsyncIterable<Part> | Iterable<Part>): Pieces {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for await (const { name, pieces } of parts) {
    const file = new ZipDeflate(name, { level: 6 });
    file.mtime = fileTime;
    zip.add(file);
    for await (const piece of pieces()) {
      file.push(bytesOf(piece));
      yield* ready;
      ready = [];
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* ready;
}

/** The period in whole months; the first and the last may be shorter. */
export function monthsOf({ from, to, zone }: StatementPeriod): readonly StatementPeriod[] {
  const months: StatementPeriod[] = [];
  let first = from;
  while (first <= to) {
    const end = daysOfMonth(first.slice(0, 7)).to;
    const last = end < to ? end : to;
    months.push({ from: first, to: last, zone });
    first = dayAfter(last);
  }
  return months;
}

async function* monthlyParts(statement: Statement, packing: Packing): AsyncGenerator<Part> {
  for (const month of monthsOf(statement.head.period)) {
    yield* partsOf(await statement.within(month), packing);
  }
}

/** One file; several formats, or a file above the limit, as a ZIP. Null: above the limit too. */
export async function packStatement(
  statement: Statement,
  packing: Packing,
): Promise<PackedStatement | null> {
  const { statement: read, share } = watched(statement);
  const parts = partsOf(read, packing);
  const { sizeMax } = packing;
  const [only, ...others] = parts;
  if (only !== undefined && others.length === 0) {
    const bytes = await whole(only.pieces(), sizeMax, share);
    if (bytes !== null) return { name: only.name, bytes, isSplit: false };
  }
  const isSplit = others.length === 0;
  const bytes = await whole(zipped(isSplit ? monthlyParts(statement, packing) : parts), sizeMax);
  return bytes && { name: `${nameOf(statement)}.zip`, bytes, isSplit };
}
