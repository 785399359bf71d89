/** Free and saved money as one bar, and a bar to the goal of each pot. */
import { words } from '../../words/index.ts';
import { chartFont } from './flow-chart.ts';
import { svgText } from './svg.ts';

const { pots: say } = words.replies;

const width = 480;
const edges = { left: 14, right: 466 };
const whole = edges.right - edges.left;
const fontSize = 17;
const topWithSums = 92;
const topAlone = 18;
const rowHeight = 62;
const barHeight = 18;
/** About so many characters fit beside each other. */
const lineMax = 44;
const nameMin = 6;
const colours = {
  ground: '#1f2127',
  track: '#3a3d47',
  text: '#dfe1e6',
  quiet: '#a3a6b0',
  free: '#7f8cf0',
  saved: '#43b581',
  locked: '#c9a227',
} as const;

export interface DrawnPot {
  readonly name: string;
  readonly saved: bigint;
  readonly goal: bigint | null;
  readonly isLocked: boolean;
}

interface Look {
  readonly x: number;
  readonly y: number;
  readonly fill?: string;
  readonly anchor?: 'start' | 'end';
}

const label = (content: string, { x, y, fill = colours.text, anchor = 'start' }: Look): string =>
  `<text x="${x}" y="${y}" fill="${fill}" text-anchor="${anchor}" font-size="${fontSize}">` +
  `${svgText(content)}</text>`;

const rectangle = (x: number, y: number, more: { width: number; height: number; fill: string }) =>
  `<rect x="${x}" y="${y}" width="${more.width}" height="${more.height}" rx="4" fill="${more.fill}"/>`;

/** In pixels, through thousandths, so that sums never become floating point. Never above all. */
function pixels(part: bigint, all: bigint): number {
  if (all <= 0n || part <= 0n) return 0;
  const share = part >= all ? 1_000n : (part * 1_000n) / all;
  return Math.max(2, (Number(share) / 1_000) * whole);
}

function cut(text: string, most: number): string {
  const chars = Array.from(text);
  return chars.length <= most ? text : `${chars.slice(0, most - 1).join('')}…`;
}

function totals(free: bigint, saved: bigint, format: (sum: bigint) => string): string[] {
  const all = free + saved;
  const freeWidth = all === 0n ? 0 : whole - pixels(saved, all);
  const height = 26;
  const track = { width: whole, height, fill: colours.track };
  return [
    rectangle(edges.left, 20, track),
    rectangle(edges.left, 20, { width: pixels(all, all), height, fill: colours.saved }),
    rectangle(edges.left, 20, { width: freeWidth, height, fill: colours.free }),
    label(`${say.free} ${format(free)}`, { x: edges.left, y: 68, fill: colours.free }),
    label(`${say.saved} ${format(saved)}`, {
      x: edges.right,
      y: 68,
      fill: colours.saved,
      anchor: 'end',
    }),
  ];
}

function row(pot: DrawnPot, y: number, format: (sum: bigint) => string): string[] {
  const { name, saved, goal, isLocked } = pot;
  const fill = isLocked ? colours.locked : colours.saved;
  const sums = goal === null ? format(saved) : `${format(saved)} / ${format(goal)}`;
  const bar = { width: goal === null ? 0 : pixels(saved, goal), height: barHeight, fill };
  return [
    label(cut(name, Math.max(nameMin, lineMax - sums.length)), { x: edges.left, y: y + 14 }),
    label(sums, { x: edges.right, y: y + 14, fill: colours.quiet, anchor: 'end' }),
    ...(goal === null
      ? []
      : [
          rectangle(edges.left, y + 24, { ...bar, width: whole, fill: colours.track }),
          rectangle(edges.left, y + 24, bar),
        ]),
  ];
}

/**
 * SVG; `format` writes sums of minor units. Locked pots have another colour. `sums`: of the
 * customer's own money; null: no bar of them.
 */
export function potsChart(
  shown: {
    readonly sums: { readonly free: bigint; readonly saved: bigint } | null;
    readonly pots: readonly DrawnPot[];
  },
  format: (sum: bigint) => string,
): string {
  const heightOf = ({ goal }: DrawnPot): number => (goal === null ? 34 : rowHeight);
  const { sums } = shown;
  let y = sums === null ? topAlone : topWithSums;
  const rows = shown.pots.flatMap((pot) => {
    const drawn = row(pot, y, format);
    y += heightOf(pot);
    return drawn;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y + 4}"`,
    ` font-family="${chartFont}"><rect width="100%" height="100%" fill="${colours.ground}"/>`,
    ...(sums === null ? [] : totals(sums.free, sums.saved, format)),
    ...rows,
    '</svg>',
  ].join('');
}
