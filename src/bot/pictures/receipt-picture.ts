/** A receipt as a picture, with a QR code of the text that checks it. */
import { fontPaths, qrOf, qrPath, type ReceiptSheet, verifyText } from '../../documents/index.ts';
import { chartFont } from './flow-chart.ts';
import { picture } from './picture.ts';
import { svgText } from './svg.ts';

const width = 720;
const edge = 32;
const labelWidth = 150;
const rowHeight = 30;
const qrSide = 170;
const colours = {
  ground: '#ffffff',
  text: '#1b1f24',
  quiet: '#5a6470',
  line: '#c9d1d9',
  reversed: '#b42318',
};
/** Texts that would reach the edge are cut. */
const textMax = 44;

function cut(text: string): string {
  const chars = Array.from(text);
  return chars.length <= textMax ? text : `${chars.slice(0, textMax - 1).join('')}…`;
}

interface Look {
  readonly x?: number;
  readonly y: number;
  readonly size: number;
  readonly fill?: string;
}

const line = (text: string, { x = edge, y, size, fill = colours.text }: Look): string =>
  `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}">${svgText(cut(text))}</text>`;

export function receiptSvg(sheet: ReceiptSheet): string {
  const { bank, title, amount, rows, code, reversed, howToVerify } = sheet;
  const top = reversed === null ? 170 : 200;
  const below = top + rows.length * rowHeight + 14;
  const height = below + qrSide + edge;
  const qr = qrOf(verifyText(code));
  const beside = edge + qrSide + 18;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` font-family="${chartFont}"><rect width="100%" height="100%" fill="${colours.ground}"/>`,
    line(bank, { y: 46, size: 15, fill: colours.quiet }),
    line(title, { y: 76, size: 22 }),
    line(amount, { y: 122, size: 34 }),
    reversed === null ? '' : line(reversed, { y: 156, size: 17, fill: colours.reversed }),
    `<line x1="${edge}" x2="${width - edge}" y1="${top - 30}" y2="${top - 30}" stroke="${colours.line}"/>`,
    ...rows.flatMap(([label, text], index) => {
      const y = top + index * rowHeight;
      const quiet = { y, size: 15, fill: colours.quiet };
      return [line(label, quiet), line(text, { x: edge + labelWidth, y, size: 15 })];
    }),
    `<path transform="translate(${edge} ${below})" d="${qrPath(qr, qrSide / qr.size)}"/>`,
    line(howToVerify, { x: beside, y: below + 70, size: 14, fill: colours.quiet }),
    line(code, { x: beside, y: below + 98, size: 15 }),
    '</svg>',
  ].join('');
}

export const receiptPicture = async (sheet: ReceiptSheet): Promise<Uint8Array> =>
  picture(receiptSvg(sheet), { fontFiles: fontPaths() });
