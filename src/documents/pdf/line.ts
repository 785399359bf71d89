/** One line of text at a place of the page, cut to its width. */
import type { FontName } from './font-files.ts';
import { fontBytes } from './fonts.ts';
import { type PdfDocument, type PlainText, plainText, writePlain } from './plain-text.ts';
import { type Run, visualRuns } from './runs.ts';

export type { PdfDocument } from './plain-text.ts';

export interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly colour?: string;
  readonly align?: 'left' | 'right';
}

export interface Place {
  readonly x: number;
  /** Of the top of the line. */
  readonly y: number;
  readonly width: number;
}

const black = '#1b1f24';
/** With features, the font shapes the run as a whole. */
const whole: PDFKit.Mixins.TextOptions = { lineBreak: false, baseline: 'alphabetic', features: [] };

const nameOf = ({ font }: Run, { bold = false }: Style): FontName =>
  bold && font === 'latin' ? 'bold' : font;

/** A font is read and embedded only if the document uses it. */
function shapeWith(doc: PdfDocument, run: Run, style: Style): void {
  const name = nameOf(run, style);
  doc.registerFont(name, fontBytes(name, { isPlain: false }));
  doc.font(name, style.size);
}

interface Measured {
  readonly run: Run;
  readonly width: number;
  /** Null of a run that the font shapes. */
  readonly plain: PlainText | null;
}

function measured(doc: PdfDocument, run: Run, style: Style): Measured {
  if (run.isPlain) {
    const plain = plainText(doc, run.text, { name: nameOf(run, style), size: style.size });
    return { run, width: plain.width, plain };
  }
  shapeWith(doc, run, style);
  return { run, width: doc.widthOfString(run.text, whole), plain: null };
}

interface Fitted {
  readonly runs: readonly Measured[];
  readonly width: number;
}

/** The longest beginning that fits, with an ellipsis where something is left out. */
function fitting(doc: PdfDocument, text: string, style: Style, widthMax: number): Fitted {
  const laidOut = (content: string): Fitted => {
    const runs = visualRuns(content).map((run) => measured(doc, run, style));
    return { runs, width: runs.reduce((sum, { width }) => sum + width, 0) };
  };
  const all = laidOut(text);
  if (all.width <= widthMax) return all;
  const chars = Array.from(text);
  const cut = (length: number): Fitted => laidOut(`${chars.slice(0, length).join('')}…`);
  let [low, high] = [0, chars.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (cut(middle).width <= widthMax) low = middle;
    else high = middle - 1;
  }
  return cut(low);
}

export function writeLine(doc: PdfDocument, text: string, place: Place, style: Style): void {
  const { size, colour = black } = style;
  const { runs, width } = fitting(doc, text, style, place.width);
  let x = style.align === 'right' ? place.x + place.width - width : place.x;
  const y = place.y + size;
  for (const { run, width: advance, plain } of runs) {
    if (plain !== null) writePlain(doc, plain, { colour, x, y });
    else {
      shapeWith(doc, run, style);
      doc.fillColor(colour).text(run.text, x, y, whole);
    }
    x += advance;
  }
}
