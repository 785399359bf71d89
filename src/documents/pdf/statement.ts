/** A statement as PDF: A4, one table, its header on each page. */
import Pdf from 'pdfkit';
import type { Statement, StatementLine } from '../../bank/index.ts';
import { currentLanguage, words } from '../../words/index.ts';
import { formatAmount, formatNumber } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { capital } from '../../words/text/history-line.ts';
import { oneLine, type Pieces } from '../text/shared.ts';
import { periodEnds } from '../text/period.ts';
import { isLatin } from './runs.ts';
import { type PdfDocument, type Style, writeLine } from './line.ts';

const text = words.documents.statement;

const margin = 42;
const pageWidth = 595.28;
const inner = pageWidth - 2 * margin;
const pageBottom = 780;
const footerY = 800;
const grey = '#5a6470';
const rule = '#c9d1d9';

/** From the left edge of the table. */
const columns = [
  { name: 'day', x: 0, width: 62, align: 'left' },
  { name: 'details', x: 66, width: 232, align: 'left' },
  { name: 'out', x: 300, width: 66, align: 'right' },
  { name: 'in', x: 370, width: 66, align: 'right' },
  { name: 'balance', x: 440, width: inner - 440, align: 'right' },
] as const;

type Cells = Readonly<Record<(typeof columns)[number]['name'], string>>;

interface Sheet {
  readonly doc: PdfDocument;
  readonly statement: Statement;
  readonly bankName: string;
  y: number;
  page: number;
}

const groupsOf = (number: string): string => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

function writeCells({ doc, y }: Sheet, cells: Partial<Cells>, style: Style): void {
  for (const { name, x, width, align } of columns) {
    const cell = cells[name];
    if (cell === undefined || cell === '') continue;
    writeLine(doc, cell, { x: margin + x, y, width }, { ...style, align });
  }
}

function writeRule({ doc, y }: Sheet): void {
  doc
    .moveTo(margin, y)
    .lineTo(pageWidth - margin, y)
    .lineWidth(0.5)
    .stroke(rule);
}

function writeFooter(sheet: Sheet): void {
  const { doc, statement } = sheet;
  const { accountNumber, period, isProvisional } = statement.head;
  const state = isProvisional ? ` · ${text.provisional}` : '';
  const left = `${text.account(groupsOf(accountNumber))} · ${period.from} – ${period.to}${state}`;
  const style = { size: 7.5, colour: grey };
  writeLine(doc, left, { x: margin, y: footerY, width: inner - 80 }, style);
  const right = { x: pageWidth - margin - 80, y: footerY, width: 80 };
  writeLine(doc, text.page(sheet.page), right, { ...style, align: 'right' });
}

function writeTableHead(sheet: Sheet): void {
  writeCells(sheet, text.columns, { size: 8, bold: true, colour: grey });
  sheet.y += 14;
  writeRule(sheet);
  sheet.y += 5;
}

function nextPage(sheet: Sheet): void {
  writeFooter(sheet);
  sheet.doc.addPage();
  sheet.page += 1;
  sheet.y = margin;
  writeTableHead(sheet);
}

function makeRoom(sheet: Sheet, height: number): void {
  if (sheet.y + height > pageBottom) nextPage(sheet);
}

function writeHead(sheet: Sheet): void {
  const { doc, statement, bankName } = sheet;
  const { period, accountNumber, holderName, currency, isProvisional, opening } = statement.head;
  const line = (content: string, style: Style, height: number): void => {
    writeLine(doc, content, { x: margin, y: sheet.y, width: inner }, style);
    sheet.y += height;
  };
  line(oneLine(bankName), { size: 10, bold: true, colour: grey }, 22);
  line(text.title, { size: 20, bold: true }, 32);
  line(oneLine(holderName), { size: 11, bold: true }, 17);
  line(`${text.account(groupsOf(accountNumber))} · ${currency.code}`, { size: 10 }, 16);
  line(text.period(formatDay(period.from), formatDay(period.to)), { size: 10 }, 16);
  line(text.zone(period.zone), { size: 9, colour: grey }, 16);
  if (isProvisional) line(text.provisional, { size: 9, bold: true, colour: '#9a6700' }, 16);
  sheet.y += 12;
  writeTableHead(sheet);
  const style = { size: 8.5, bold: true };
  const balance = formatNumber(opening, currency);
  writeCells(sheet, { day: period.from, details: text.opening, balance }, style);
  sheet.y += 16;
}

const notesOf = (line: StatementLine): string[] => [
  ...(line.memo === null ? [] : [oneLine(line.memo)]),
  `${line.time} · ${line.reference}${line.reverses === null ? '' : ` · ${text.reverses(line.reverses)}`}`,
];

/** The name is set apart, so that a name from right to left does not move the digits. */
function partyOf({ counterparty: { name, numberTail } }: StatementLine): string {
  const apart = isLatin(name) ? name : `\u2068${oneLine(name)}\u2069`;
  return numberTail === null ? apart : `${apart} ${numberTail}`;
}

function writeEntry(sheet: Sheet, line: StatementLine): void {
  const { currency } = sheet.statement.head;
  const notes = notesOf(line);
  makeRoom(sheet, 18 + 11 * notes.length);
  writeCells(
    sheet,
    {
      day: line.day,
      details: `${capital(text.kind(line.kind))} · ${partyOf(line)}`,
      out: line.amount < 0n ? formatNumber(-line.amount, currency) : '',
      in: line.amount > 0n ? formatNumber(line.amount, currency) : '',
      balance: formatNumber(line.balanceAfter, currency),
    },
    { size: 8.5 },
  );
  sheet.y += 12;
  for (const note of notes) {
    writeCells(sheet, { details: note }, { size: 7.5, colour: grey });
    sheet.y += 11;
  }
  sheet.y += 4;
}

function writeEnd(sheet: Sheet, totals: { readonly in: bigint; readonly out: bigint }): void {
  const { head } = sheet.statement;
  const { currency, closing, count, isProvisional } = head;
  makeRoom(sheet, 60);
  if (count === 0n) {
    writeCells(sheet, { details: text.empty }, { size: 8.5, colour: grey });
    sheet.y += 16;
  }
  writeRule(sheet);
  sheet.y += 6;
  const sums: readonly (readonly [string, bigint])[] = [
    [text.totalIn, totals.in],
    [text.totalOut, totals.out],
    [isProvisional ? text.closingSoFar : text.closing, closing],
  ];
  for (const [label, sum] of sums) {
    const style = { size: 9, bold: label !== text.totalIn && label !== text.totalOut };
    const { doc, y } = sheet;
    writeLine(doc, label, { x: margin + 66, y, width: 232 }, style);
    const place = { x: margin + 300, y, width: inner - 300 };
    writeLine(doc, formatAmount(sum, currency), place, { ...style, align: 'right' });
    sheet.y += 15;
  }
  writeFooter(sheet);
}

/** The same bytes for the same statement: its dates are those of the period. */
function newDocument({ head }: Statement, bankName: string): PdfDocument {
  const { end } = periodEnds(head.period);
  const { from, to } = head.period;
  const doc = new Pdf({
    size: 'A4',
    margin: 0,
    autoFirstPage: true,
    compress: true,
    lang: currentLanguage(),
    displayTitle: true,
    pdfVersion: '1.7',
    font: '',
    info: {
      Title: `${text.title} ${head.accountNumber} ${from} – ${to}`,
      Author: oneLine(bankName),
      CreationDate: end,
      ModDate: end,
    },
  });
  return doc;
}

/** Pages are given away while later ones are written. */
export async function* pdfStatement(statement: Statement, bankName: string): Pieces {
  const doc = newDocument(statement, bankName);
  const sheet: Sheet = { doc, statement, bankName, y: margin, page: 1 };
  const totals = { in: 0n, out: 0n };
  const drained = function* (): Generator<Uint8Array> {
    for (let piece = doc.read() as Buffer | null; piece !== null; piece = doc.read() as Buffer) {
      yield piece;
    }
  };
  writeHead(sheet);
  for await (const lines of statement.lines()) {
    for (const line of lines) {
      if (line.amount > 0n) totals.in += line.amount;
      else totals.out -= line.amount;
      writeEntry(sheet, line);
    }
    yield* drained();
  }
  writeEnd(sheet, totals);
  doc.end();
  for await (const piece of doc) yield piece as Uint8Array;
}
