/** A statement as PDF: A4, one table, its header on each page. */
import type { Statement, StatementLine } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount, formatNumber } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { capital } from '../../words/text/history-line.ts';
import { memoOf, oneLine, type Pieces } from '../text/shared.ts';
import { periodEnds } from '../text/period.ts';
import { isLatin } from './runs.ts';
import { type PdfDocument, type Style, writeLine } from './line.ts';
import {
  ended,
  grey,
  inner,
  margin,
  newDocument,
  pageWidth,
  writeRule,
  writtenSoFar,
} from './page.ts';
import { type TableTags, type Tags, tagsOf } from './tags.ts';

const text = words.documents.statement;

const pageBottom = 780;
const footerY = 800;

/** From the left edge of the table. */
const columns = [
  { name: 'day', x: 0, width: 62, align: 'left' },
  { name: 'details', x: 66, width: 232, align: 'left' },
  { name: 'out', x: 300, width: 66, align: 'right' },
  { name: 'in', x: 370, width: 66, align: 'right' },
  { name: 'balance', x: 440, width: inner - 440, align: 'right' },
] as const;

type ColumnName = (typeof columns)[number]['name'];

interface Sheet {
  readonly doc: PdfDocument;
  readonly tags: Tags;
  readonly statement: Statement;
  y: number;
  page: number;
}

const groupsOf = (number: string): string => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

/** The texts of each column, one below the other. */
type CellLines = Readonly<Record<ColumnName, readonly Line[]>>;
interface Line {
  readonly text: string;
  readonly style: Style;
}

const lineHeight = 12;

const cell = (content: string): Line => ({ text: content, style: { size: 8.5 } });
const strong = (content: string): Line[] => [{ text: content, style: { size: 8.5, bold: true } }];
const note = (content: string): Line => ({ text: content, style: { size: 7.5, colour: grey } });

/** One function for each column, which writes its lines. */
const cellsOf = ({ doc, y }: Sheet, cells: Partial<CellLines>): (() => void)[] =>
  columns.map(({ name, x, width, align }) => () => {
    for (const [index, { text: content, style }] of (cells[name] ?? []).entries()) {
      const place = { x: margin + x, y: y + index * lineHeight, width };
      writeLine(doc, content, place, { ...style, align });
    }
  });

function writeFooter(sheet: Sheet): void {
  const { doc, statement, tags } = sheet;
  const { accountNumber, period, isProvisional } = statement.head;
  const state = isProvisional ? ` · ${text.provisional}` : '';
  const left = `${text.account(groupsOf(accountNumber))} · ${period.from} – ${period.to}${state}`;
  const style = { size: 7.5, colour: grey };
  const right = { x: pageWidth - margin - 80, y: footerY, width: 80 };
  tags.artifact(() => {
    writeLine(doc, left, { x: margin, y: footerY, width: inner - 80 }, style);
    writeLine(doc, text.page(sheet.page), right, { ...style, align: 'right' });
  });
}

/** Tagged once; the heads of later pages only repeat it. */
function writeTableHead(sheet: Sheet, table: TableTags | null): void {
  const { doc, tags } = sheet;
  const style = { size: 8, bold: true, colour: grey };
  const heads = columns.map(({ name }) => [name, [{ text: text.columns[name], style }]]);
  const cells = cellsOf(sheet, Object.fromEntries(heads) as CellLines);
  if (table) table.row(cells, 'TH');
  else {
    tags.artifact(() => {
      for (const write of cells) write();
    });
  }
  tags.artifact(() => {
    writeRule(doc, sheet.y + 14);
  });
  sheet.y += 19;
}

function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height <= pageBottom) return;
  writeFooter(sheet);
  sheet.doc.addPage();
  sheet.page += 1;
  sheet.y = margin;
  writeTableHead(sheet, null);
}

function writeHead(sheet: Sheet, bankName: string): TableTags {
  const { doc, statement, tags } = sheet;
  const { period, accountNumber, holderName, currency, isProvisional, opening } = statement.head;
  const line = (content: string, style: Style, height: number, tag = tags.paragraph): void => {
    const place = { x: margin, y: sheet.y, width: inner };
    tag(() => {
      writeLine(doc, content, place, style);
    });
    sheet.y += height;
  };
  line(oneLine(bankName), { size: 10, bold: true, colour: grey }, 22);
  line(text.title, { size: 20, bold: true }, 32, tags.heading);
  line(oneLine(holderName), { size: 11, bold: true }, 17);
  line(`${text.account(groupsOf(accountNumber))} · ${currency.code}`, { size: 10 }, 16);
  line(text.period(formatDay(period.from), formatDay(period.to)), { size: 10 }, 16);
  line(text.zone(period.zone), { size: 9, colour: grey }, 16);
  if (isProvisional) line(text.provisional, { size: 9, bold: true, colour: '#9a6700' }, 16);
  sheet.y += 12;
  const table = tags.table(statement.head.count);
  writeTableHead(sheet, table);
  const balance = strong(formatNumber(opening, currency));
  table.row(cellsOf(sheet, { day: strong(period.from), details: strong(text.opening), balance }));
  sheet.y += 16;
  return table;
}

const notesOf = (line: StatementLine): string[] => [
  ...[memoOf(line)].flatMap((memo) => (memo === null ? [] : [oneLine(memo)])),
  `${line.time} · ${line.reference}${line.reverses === null ? '' : ` · ${text.reverses(line.reverses)}`}`,
];

/** The name is set apart, so that a name from right to left does not move the digits. */
function partyOf({ counterparty: { name, numberTail } }: StatementLine): string {
  const apart = isLatin(name) ? name : `\u2068${oneLine(name)}\u2069`;
  return numberTail === null ? apart : `${apart} ${numberTail}`;
}

function writeEntry(sheet: Sheet, table: TableTags, line: StatementLine): void {
  const { currency } = sheet.statement.head;
  const notes = notesOf(line);
  const height = 6 + lineHeight * (1 + notes.length);
  makeRoom(sheet, height);
  const sum = [cell(formatNumber(line.amount < 0n ? -line.amount : line.amount, currency))];
  const cells = {
    day: [cell(line.day)],
    details: [cell(`${capital(text.kind(line.kind))} · ${partyOf(line)}`), ...notes.map(note)],
    ...(line.amount < 0n ? { out: sum } : { in: sum }),
    balance: [cell(formatNumber(line.balanceAfter, currency))],
  };
  table.row(cellsOf(sheet, cells));
  sheet.y += height - 2;
}

function writeEnd(sheet: Sheet, totals: { readonly in: bigint; readonly out: bigint }): void {
  const { doc, tags } = sheet;
  const { currency, closing, count, isProvisional } = sheet.statement.head;
  makeRoom(sheet, 76);
  if (count === 0n) {
    const empty = { text: text.empty, style: { size: 8.5, colour: grey } };
    const cells = cellsOf(sheet, { details: [empty] });
    tags.paragraph(() => {
      for (const write of cells) write();
    });
    sheet.y += 16;
  }
  tags.artifact(() => {
    writeRule(doc, sheet.y);
  });
  sheet.y += 6;
  const sums: readonly (readonly [string, bigint])[] = [
    [text.totalIn, totals.in],
    [text.totalOut, totals.out],
    [isProvisional ? text.closingSoFar : text.closing, closing],
  ];
  for (const [label, sum] of sums) {
    const style = { size: 9, bold: label !== text.totalIn && label !== text.totalOut };
    const { y } = sheet;
    const place = { x: margin + 300, y, width: inner - 300 };
    tags.paragraph(() => {
      writeLine(doc, label, { x: margin + 66, y, width: 232 }, style);
      writeLine(doc, formatAmount(sum, currency), place, { ...style, align: 'right' });
    });
    sheet.y += 15;
  }
  writeFooter(sheet);
}

/** The same bytes for the same statement: its dates are those of the period. */
export async function* pdfStatement(statement: Statement, bankName: string): Pieces {
  const { accountNumber, period } = statement.head;
  const title = `${text.title} ${accountNumber} ${period.from} – ${period.to}`;
  const doc = newDocument({ title, author: bankName, date: periodEnds(period).end });
  const tags = tagsOf(doc, title);
  const sheet: Sheet = { doc, tags, statement, y: margin, page: 1 };
  const totals = { in: 0n, out: 0n };
  const table = writeHead(sheet, bankName);
  for await (const lines of statement.lines()) {
    for (const line of lines) {
      if (line.amount > 0n) totals.in += line.amount;
      else totals.out -= line.amount;
      writeEntry(sheet, table, line);
    }
    yield* writtenSoFar(doc);
  }
  table.end();
  writeEnd(sheet, totals);
  tags.end();
  yield* ended(doc);
}
