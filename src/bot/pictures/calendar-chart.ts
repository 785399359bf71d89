/** A picture of the next payments: one leaf of a calendar each. It has digits only, no words. */
import type { Currency, PlannedPayment } from '../../bank/index.ts';
import { formatNumber } from '../../words/text/amount.ts';
import { chartFont } from './flow-chart.ts';
import { svgText } from './svg.ts';

const columns = 5;
const leaf = { width: 132, height: 124, gap: 10 };
const edge = 14;
const colours = {
  ground: '#1f2127',
  leaf: '#2b2e37',
  head: '#3f6fd1',
  short: '#c8473c',
  text: '#dfe1e6',
  quiet: '#a3a6b0',
};
const amountMax = 13;

interface At {
  readonly x: number;
  readonly y: number;
}

const label = (
  content: string,
  { x, y }: At,
  { size, fill }: { readonly size: number; readonly fill: string },
): string =>
  `<text x="${x}" y="${y}" fill="${fill}" text-anchor="middle" font-size="${size}">` +
  `${svgText(content)}</text>`;

/** Year and month above, the day, the sum, and the number of the order. */
function leafOf(payment: PlannedPayment, { x, y }: At, currency: Currency): string[] {
  const { order, occurrence, amount, suffices } = payment;
  const { width, height } = leaf;
  const middle = x + width / 2;
  const head = suffices ? colours.head : colours.short;
  const sum = amount === null ? '–' : formatNumber(amount, currency);
  const fitting = sum.length > amountMax ? `${sum.slice(0, amountMax - 1)}…` : sum;
  const sumFill = suffices ? colours.text : colours.short;
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="${colours.leaf}"/>`,
    `<path d="M${x} ${y + 26} v-18 a8 8 0 0 1 8 -8 h${width - 16} a8 8 0 0 1 8 8 v18 z" ` +
      `fill="${head}"/>`,
    label(occurrence.date.slice(0, 7), { x: middle, y: y + 18 }, { size: 14, fill: '#ffffff' }),
    label(occurrence.date.slice(8), { x: middle, y: y + 66 }, { size: 34, fill: colours.text }),
    label(fitting, { x: middle, y: y + 92 }, { size: 15, fill: sumFill }),
    label(`#${order.number}`, { x: middle, y: y + 112 }, { size: 12, fill: colours.quiet }),
  ];
}

/** SVG. */
export function calendarChart(payments: readonly PlannedPayment[], currency: Currency): string {
  const across = Math.min(columns, Math.max(1, payments.length));
  const rows = Math.max(1, Math.ceil(payments.length / columns));
  const width = 2 * edge + across * leaf.width + (across - 1) * leaf.gap;
  const height = 2 * edge + rows * leaf.height + (rows - 1) * leaf.gap;
  const leaves = payments.flatMap((payment, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    const x = edge + column * (leaf.width + leaf.gap);
    const y = edge + row * (leaf.height + leaf.gap);
    return leafOf(payment, { x, y }, currency);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` font-family="${chartFont}"><rect width="100%" height="100%" fill="${colours.ground}"/>`,
    ...leaves,
    '</svg>',
  ].join('');
}
