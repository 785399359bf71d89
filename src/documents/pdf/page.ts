/** The page, the colours and the making of every PDF. */
import Pdf from 'pdfkit';
import { currentLanguage } from '../../words/index.ts';
import { oneLine, type Pieces } from '../text/shared.ts';
import type { PdfDocument } from './line.ts';

export const margin = 42;
export const pageWidth = 595.28;
export const inner = pageWidth - 2 * margin;
export const grey = '#5a6470';
export const rule = '#c9d1d9';

export interface PdfInfo {
  readonly title: string;
  readonly author: string;
  /** Of the content, so that the same content gives the same bytes. */
  readonly date: Date;
}

export const newDocument = ({ title, author, date }: PdfInfo): PdfDocument =>
  new Pdf({
    size: 'A4',
    margin: 0,
    compress: true,
    lang: currentLanguage(),
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    font: '',
    info: { Title: title, Author: oneLine(author), CreationDate: date, ModDate: date },
  });

export function writeRule(doc: PdfDocument, y: number): void {
  doc
    .moveTo(margin, y)
    .lineTo(pageWidth - margin, y)
    .lineWidth(0.5)
    .stroke(rule);
}

/** What is written so far; pages are given away while later ones are written. */
export function* writtenSoFar(doc: PdfDocument): Generator<Uint8Array> {
  for (let piece = doc.read() as Buffer | null; piece !== null; piece = doc.read() as Buffer) {
    yield piece;
  }
}

export async function* ended(doc: PdfDocument): Pieces {
  doc.end();
  for await (const piece of doc) yield piece as Uint8Array;
}
