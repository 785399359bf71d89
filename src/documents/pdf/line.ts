/** One line of text at a place of the page, cut to its width. */
import { type FontName, fontBytes } from './fonts.ts';
import { type Run, visualRuns } from './runs.ts';

export type PdfDocument = PDFKit.PDFDocument;

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

const byWord: PDFKit.Mixins.TextOptions = { lineBreak: false, baseline: 'alphabetic' };
/** With features, the font shapes the run as a whole. */
const whole: PDFKit.Mixins.TextOptions = { ...byWord, features: [] };

const optionsOf = ({ isPlain }: Run) => (isPlain ? byWord : whole);

/** A font is read and embedded only if the document uses it. */
function useFont(doc: PdfDocument, { font, isPlain }: Run, { size, bold = false }: Style): void {
  const name: FontName = bold && font === 'latin' ? 'bold' : font;
  const key = `${name}${isPlain ? '-plain' : ''}`;
  doc.registerFont(key, fontBytes(name, { isPlain }));
  doc.font(key, size);
}

function widthOf(doc: PdfDocument, runs: readonly Run[], style: Style): number {
  let width = 0;
  for (const run of runs) {
    useFont(doc, run, style);
    width += doc.widthOfString(run.text, optionsOf(run));
  }
  return width;
}

/** The longest beginning that fits, with an ellipsis where something is left out. */
function fitting(doc: PdfDocument, text: string, style: Style, width: number): readonly Run[] {
  const all = visualRuns(text);
  if (widthOf(doc, all, style) <= width) return all;
  const chars = Array.from(text);
  let [low, high] = [0, chars.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const runs = visualRuns(`${chars.slice(0, middle).join('')}…`);
    if (widthOf(doc, runs, style) <= width) low = middle;
    else high = middle - 1;
  }
  return visualRuns(`${chars.slice(0, low).join('')}…`);
}

export function writeLine(doc: PdfDocument, text: string, place: Place, style: Style): void {
  const runs = fitting(doc, text, style, place.width);
  let x = place.x;
  if (style.align === 'right') x += place.width - widthOf(doc, runs, style);
  doc.fillColor(style.colour ?? '#1b1f24');
  for (const run of runs) {
    useFont(doc, run, style);
    doc.text(run.text, x, place.y + style.size, optionsOf(run));
    x += doc.widthOfString(run.text, optionsOf(run));
  }
}
