/** What came in and went out by day, as a drawing: bars up and down from one line. */
import type { DayFlow } from '../../bank/bank.ts';

export const chartFont = 'DejaVu Sans';

const size = { width: 720, height: 300 };
const area = { left: 84, right: 704, top: 52, bottom: 262 };
const colours = {
  ground: '#1f2127',
  line: '#4a4d57',
  text: '#dfe1e6',
  quiet: '#a3a6b0',
  in: '#43b581',
  out: '#e0873f',
};

/** A round number at or above the greatest sum, so that the axis can be read. */
function ceilingOf(greatest: bigint): bigint {
  let step = 1n;
  for (;;) {
    for (const factor of [1n, 2n, 5n]) if (step * factor >= greatest) return step * factor;
    step *= 10n;
  }
}

interface Label {
  readonly x: number;
  readonly y: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
}
const label = (content: string, { x, y, fill, anchor = 'start' }: Label): string =>
  `<text x="${x}" y="${y}" fill="${fill}" text-anchor="${anchor}" font-size="13">${content}</text>`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Permille of the ceiling as pixels of half the area: sums never become floating point. */
function barHeight(sum: bigint, ceiling: bigint): number {
  const half = (area.bottom - area.top) / 2;
  const height = (Number((sum * 1000n) / ceiling) / 1000) * half;
  return sum > 0n ? Math.max(height, 1.5) : 0;
}

function bars(days: readonly DayFlow[], ceiling: bigint): string[] {
  const middle = (area.top + area.bottom) / 2;
  const slot = (area.right - area.left) / days.length;
  const width = slot * 0.6;
  return days.flatMap(({ day, deposited, withdrawn }, index) => {
    const x = area.left + slot * index + (slot - width) / 2;
    const up = barHeight(deposited, ceiling);
    const down = barHeight(withdrawn, ceiling);
    const bar = (y: number, height: number, fill: string): string =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2" fill="${fill}"/>`;
    return [
      bar(middle - up, up, colours.in),
      bar(middle, down, colours.out),
      label(day.slice(8), {
        x: x + width / 2,
        y: area.bottom + 18,
        fill: colours.quiet,
        anchor: 'middle',
      }),
    ];
  });
}

function axis(ceiling: bigint, format: (sum: bigint) => string): string[] {
  const middle = (area.top + area.bottom) / 2;
  const line = (y: number): string =>
    `<line x1="${area.left}" x2="${area.right}" y1="${y}" y2="${y}" stroke="${colours.line}"/>`;
  const at = (y: number, sum: bigint): string =>
    label(escaped(format(sum)), { x: area.left - 8, y: y + 4, fill: colours.quiet, anchor: 'end' });
  return [
    ...[area.top, middle, area.bottom].map(line),
    at(area.top, ceiling),
    at(middle, 0n),
    at(area.bottom, ceiling),
  ];
}

/** SVG; `format` writes sums of minor units. */
export function flowChart(days: readonly DayFlow[], format: (sum: bigint) => string): string {
  const sums = days.flatMap(({ deposited, withdrawn }) => [deposited, withdrawn]);
  const ceiling = ceilingOf(sums.reduce((most, sum) => (sum > most ? sum : most), 1n));
  const { width, height } = size;
  const legend = [
    `<rect x="${area.left}" y="18" width="12" height="12" rx="2" fill="${colours.in}"/>`,
    label('Deposits', { x: area.left + 18, y: 29, fill: colours.text }),
    `<rect x="${area.left + 110}" y="18" width="12" height="12" rx="2" fill="${colours.out}"/>`,
    label('Withdrawals', { x: area.left + 128, y: 29, fill: colours.text }),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` font-family="${chartFont}"><rect width="100%" height="100%" fill="${colours.ground}"/>`,
    ...legend,
    ...axis(ceiling, format),
    ...bars(days, ceiling),
    '</svg>',
  ].join('');
}
