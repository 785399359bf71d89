/** A chart of money in and out per day, as bars above and below a zero line. */
import type { DayFlow } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { svgText } from './svg.ts';

export const chartFont = 'DejaVu Sans';

const size = { width: 720, height: 300 };
const edges = { right: 704, top: 52, bottom: 262 };
const middle = (edges.top + edges.bottom) / 2;
const fontSize = 13;
const digitWidth = 8.3;
/** Minimum width for the axis labels; large sums get more. */
const leftMin = 84;
const colours = {
  ground: '#1f2127',
  line: '#4a4d57',
  text: '#dfe1e6',
  quiet: '#a3a6b0',
  in: '#43b581',
  out: '#e0873f',
  adjusted: '#7f8cf0',
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
  `<text x="${x}" y="${y}" fill="${fill}" text-anchor="${anchor}" font-size="${fontSize}">${content}</text>`;

interface Segment {
  readonly sum: bigint;
  readonly fill: string;
}

/** The bars above and below the line, from the line outwards. */
const upOf = ({ deposited, adjustedIn }: DayFlow): Segment[] => [
  { sum: deposited, fill: colours.in },
  { sum: adjustedIn, fill: colours.adjusted },
];
const downOf = ({ withdrawn, adjustedOut }: DayFlow): Segment[] => [
  { sum: withdrawn, fill: colours.out },
  { sum: adjustedOut, fill: colours.adjusted },
];
const totalOf = (segments: readonly Segment[]): bigint =>
  segments.reduce((total, { sum }) => total + sum, 0n);

/** Permille of the ceiling as pixels of half the area: sums never become floating point. */
function barHeight(sum: bigint, ceiling: bigint): number {
  const height = (Number((sum * 1000n) / ceiling) / 1000) * (edges.bottom - middle);
  return sum > 0n ? Math.max(height, 1.5) : 0;
}

/** Bars on top of each other; `direction` is -1 for upwards, where y falls. */
function stack(
  segments: readonly Segment[],
  place: { x: number; width: number; ceiling: bigint; direction: 1 | -1 },
): string[] {
  const { x, width, ceiling, direction } = place;
  let from = middle;
  return segments.map(({ sum, fill }) => {
    const height = barHeight(sum, ceiling);
    const to = from + direction * height;
    const y = Math.min(from, to);
    from = to;
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="2" fill="${fill}"/>`;
  });
}

function bars(
  days: readonly DayFlow[],
  { left, ceiling }: { left: number; ceiling: bigint },
): string[] {
  const slot = (edges.right - left) / days.length;
  const width = slot * 0.6;
  return days.flatMap((flow, index) => {
    const x = left + slot * index + (slot - width) / 2;
    const place = { x, width, ceiling };
    const below = { x: x + width / 2, y: edges.bottom + 18 };
    return [
      ...stack(upOf(flow), { ...place, direction: -1 }),
      ...stack(downOf(flow), { ...place, direction: 1 }),
      label(flow.day.slice(8), { ...below, fill: colours.quiet, anchor: 'middle' }),
    ];
  });
}

/** Outgoing money is drawn below zero, so the lower end of the axis is negative. */
function axis(ceiling: bigint, format: (sum: bigint) => string) {
  const marks = [
    { y: edges.top, content: format(ceiling) },
    { y: middle, content: format(0n) },
    { y: edges.bottom, content: format(-ceiling) },
  ];
  const longest = Math.max(...marks.map(({ content }) => content.length));
  const left = Math.max(leftMin, 16 + Math.ceil(longest * digitWidth));
  const drawn = marks.flatMap(({ y, content }) => [
    `<line x1="${left}" x2="${edges.right}" y1="${y}" y2="${y}" stroke="${colours.line}"/>`,
    label(svgText(content), { x: left - 8, y: y + 4, fill: colours.quiet, anchor: 'end' }),
  ]);
  return { left, drawn };
}

function legend(left: number): string[] {
  const { deposits, withdrawals, adjustments } = words.replies.oversight.report.legend;
  const names = [
    { name: deposits, fill: colours.in },
    { name: withdrawals, fill: colours.out },
    { name: adjustments, fill: colours.adjusted },
  ];
  return names.flatMap(({ name, fill }, index) => {
    const x = left + index * 120;
    const square = `<rect x="${x}" y="18" width="12" height="12" rx="2" fill="${fill}"/>`;
    return [square, label(svgText(name), { x: x + 18, y: 29, fill: colours.text })];
  });
}

/** SVG; `format` writes sums of minor units. */
export function flowChart(days: readonly DayFlow[], format: (sum: bigint) => string): string {
  const sums = days.flatMap((flow) => [totalOf(upOf(flow)), totalOf(downOf(flow))]);
  const ceiling = ceilingOf(sums.reduce((most, sum) => (sum > most ? sum : most), 1n));
  const { width, height } = size;
  const { left, drawn } = axis(ceiling, format);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` font-family="${chartFont}"><rect width="100%" height="100%" fill="${colours.ground}"/>`,
    ...legend(left),
    ...drawn,
    ...bars(days, { left, ceiling }),
    '</svg>',
  ].join('');
}
