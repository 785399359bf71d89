/** A receipt as PDF: one page with a QR code of the text that checks it. */
import { instant } from '../../lib/clock.ts';
import { qrOf, qrPath } from '../text/qr.ts';
import { type ReceiptSheet, verifyText } from '../text/receipt.ts';
import type { Pieces } from '../text/shared.ts';
import { type Style, writeLine } from './line.ts';
import { ended, grey, inner, margin, newDocument, writeRule } from './page.ts';
import { tagsOf } from './tags.ts';

const qrSide = 150;
const labelWidth = 110;

/** `bookedAt` as in the receipt: the same receipt gives the same bytes. */
export async function* pdfReceipt(sheet: ReceiptSheet, bookedAt: string): Pieces {
  const { bank, title, amount, rows, code, reversed, howToVerify } = sheet;
  const date = instant(Date.parse(`${bookedAt.slice(0, 23)}Z`));
  const doc = newDocument({ title: `${title} ${code}`, author: bank, date });
  const tags = tagsOf(doc, title);
  let y = margin;
  const line = (text: string, style: Style, height: number, tag = tags.paragraph): void => {
    const place = { x: margin, y, width: inner };
    tag(() => {
      writeLine(doc, text, place, style);
    });
    y += height;
  };
  line(bank, { size: 10, bold: true, colour: grey }, 22);
  line(title, { size: 20, bold: true }, 34, tags.heading);
  line(amount, { size: 24, bold: true }, 38);
  if (reversed !== null) line(reversed, { size: 11, bold: true, colour: '#b42318' }, 22);
  tags.artifact(() => {
    writeRule(doc, y);
  });
  y += 12;
  const table = tags.table(BigInt(rows.length));
  for (const [label, text] of rows) {
    const [left, right] = [
      { x: margin, y, width: labelWidth - 8 },
      { x: margin + labelWidth, y, width: inner - labelWidth },
    ];
    table.row([
      () => writeLine(doc, label, left, { size: 10, colour: grey }),
      () => writeLine(doc, text, right, { size: 10 }),
    ]);
    y += 20;
  }
  table.end();
  y += 16;
  const qr = qrOf(verifyText(code));
  tags.figure(() => {
    doc.save().translate(margin, y);
    doc
      .path(qrPath(qr, qrSide / qr.size))
      .fill('#000000')
      .restore();
  }, verifyText(code));
  const beside = { x: margin + qrSide + 16, width: inner - qrSide - 16 };
  tags.paragraph(() => {
    writeLine(doc, howToVerify, { ...beside, y: y + 40 }, { size: 9, colour: grey });
    writeLine(doc, code, { ...beside, y: y + 58 }, { size: 10, bold: true });
  });
  tags.end();
  yield* ended(doc);
}
