/** The opened fonts of documents. A character is written in the first font that has it. */
import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { fontFile, fontOrder, type FontName } from './font-files.ts';

/** Tables of shaping rules; numbers and Latin words look right without them, and are faster. */
const shapingTables = ['GPOS', 'GSUB', 'kern'];

const plainMark = 1;

/** The font with these tables made unknown in its directory (16 bytes for each table). */
function withoutShaping(font: Buffer): Buffer {
  const tableCount = font.readUInt16BE(4);
  for (let entry = 12; entry < 12 + 16 * tableCount; entry += 16) {
    const tag = font.toString('latin1', entry, entry + 4);
    if (shapingTables.includes(tag)) font.write('none', entry, 'latin1');
    // pdfkit takes fonts with the same checksum for one font.
    if (tag === 'head') font.writeUInt32BE(plainMark, font.readUInt32BE(entry + 8) + 8);
  }
  return font;
}

const bytes = new Map<string, Buffer>();

/** Plain fonts shape no letters: for Latin text. */
export function fontBytes(name: FontName, { isPlain }: { readonly isPlain: boolean }): Buffer {
  const key = `${name} ${isPlain}`;
  const known = bytes.get(key);
  if (known) return known;
  const file = readFileSync(fontFile(name));
  const font = isPlain ? withoutShaping(file) : file;
  bytes.set(key, font);
  return font;
}

const opened = new Map<FontName, Font>();

function fontOf(name: FontName): Font {
  const known = opened.get(name);
  if (known) return known;
  const font = create(readFileSync(fontFile(name))) as Font;
  opened.set(name, font);
  return font;
}

const known = new Map<number, FontName | null>();

/** The font of a character; null if no font has it. Opens a font only when it may be needed. */
export function fontFor(codePoint: number): FontName | null {
  const before = known.get(codePoint);
  if (before !== undefined) return before;
  const name = fontOrder.find((one) => fontOf(one).hasGlyphForCodePoint(codePoint)) ?? null;
  known.set(codePoint, name);
  return name;
}
