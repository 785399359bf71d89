/**
 * Plain text, character by character. pdfkit shapes each word with fontkit, measures it several
 * times and keeps every word, which for long tables takes most of the time and memory.
 */
import type { Font } from 'fontkit';
import type { FontName } from './font-files.ts';
import { fontBytes } from './fonts.ts';

export type PdfDocument = PDFKit.PDFDocument;

/** An embedded font of pdfkit 0.20, whose types do not name it. */
interface EmbeddedFont {
  readonly id: string;
  readonly font: Font;
  /** 1000 / units per em. */
  readonly scale: number;
  /** Adds the characters to the embedded part of the font. */
  encode(text: string): readonly [codes: readonly string[], positions: unknown];
  ref(): unknown;
}

interface Inner {
  readonly _font: EmbeddedFont;
  readonly page: { readonly fonts: Record<string, unknown> };
  addContent(operators: Uint8Array): void;
}

interface Letter {
  /** Hexadecimal. */
  readonly code: string;
  /** In thousandths of the size. */
  readonly width: number;
}

interface PlainFont {
  readonly embedded: EmbeddedFont;
  readonly letters: Map<string, Letter>;
}

const fonts = new WeakMap<PdfDocument, Map<FontName, PlainFont>>();
const innerOf = (doc: PdfDocument): Inner => doc as unknown as Inner;

function plainFont(doc: PdfDocument, name: FontName): PlainFont {
  const ofDocument = fonts.get(doc) ?? new Map<FontName, PlainFont>();
  fonts.set(doc, ofDocument);
  const known = ofDocument.get(name);
  if (known) return known;
  doc.registerFont(`${name}-plain`, fontBytes(name, { isPlain: true }));
  doc.font(`${name}-plain`);
  const made = { embedded: innerOf(doc)._font, letters: new Map<string, Letter>() };
  ofDocument.set(name, made);
  return made;
}

function letterOf({ embedded, letters }: PlainFont, char: string): Letter {
  const known = letters.get(char);
  if (known) return known;
  const { advanceWidth } = embedded.font.glyphForCodePoint(char.codePointAt(0)!);
  const letter = { code: embedded.encode(char)[0].join(''), width: advanceWidth * embedded.scale };
  letters.set(char, letter);
  return letter;
}

export interface PlainLook {
  readonly name: FontName;
  readonly size: number;
}
/** Measured and encoded in one pass. */
export interface PlainText extends PlainLook {
  /** Hexadecimal. */
  readonly codes: string;
  readonly width: number;
}

export function plainText(doc: PdfDocument, text: string, { name, size }: PlainLook): PlainText {
  const font = plainFont(doc, name);
  let [codes, width] = ['', 0];
  for (const char of text) {
    const letter = letterOf(font, char);
    codes += letter.code;
    width += letter.width;
  }
  return { name, size, codes, width: (width * size) / 1000 };
}

const fills = new Map<string, string>();

/** `#5a6470` as the operator for the colour of what is filled. */
function fillOf(colour: string): string {
  const known = fills.get(colour);
  if (known !== undefined) return known;
  const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const fill = `${parts.map((part) => part.toFixed(3)).join(' ')} rg`;
  fills.set(colour, fill);
  return fill;
}

/** On the line at `y` from the top of the page, without moving pdfkit's own place. */
export function writePlain(
  doc: PdfDocument,
  { name, size, codes }: PlainText,
  look: { readonly colour: string; readonly x: number; readonly y: number },
): void {
  const { colour, x, y } = look;
  const { embedded } = plainFont(doc, name);
  const { page } = innerOf(doc);
  const { id } = embedded;
  page.fonts[id] ??= embedded.ref();
  // Pages of pdfkit count from the top, which the matrix turns around for letters.
  const place = `1 0 0 -1 ${x.toFixed(2)} ${y.toFixed(2)} Tm`;
  const operators = `${fillOf(colour)} BT /${id} ${size} Tf ${place} <${codes}> Tj ET\n`;
  // pdfkit makes bytes of a text one by one.
  innerOf(doc).addContent(Buffer.from(operators, 'latin1'));
}
