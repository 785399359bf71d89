/** A bar of the payers of a request by state, and a bar of the money. */
import type { DueState, RequestView } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { chartFont } from '../pictures/flow-chart.ts';
import { svgText } from '../pictures/svg.ts';

const { requests: say } = words.replies;

const size = { width: 720, height: 144 };
const edges = { left: 16, right: 704 };
const fontSize = 15;
const legendTop = 58;
const legendRow = 24;
const colours = {
  ground: '#1f2127',
  track: '#3a3d47',
  text: '#dfe1e6',
  PAID: '#43b581',
  PART_PAID: '#8fd3ae',
  OPEN: '#5b6070',
  DECLINED: '#e0873f',
  CANCELLED: '#7d6a5a',
  EXPIRED: '#9c5f8c',
} as const;
const states: readonly DueState[] = [
  'PAID',
  'PART_PAID',
  'OPEN',
  'DECLINED',
  'EXPIRED',
  'CANCELLED',
];

const label = (content: string, x: number, y: number): string =>
  `<text x="${x}" y="${y}" fill="${colours.text}" font-size="${fontSize}">${svgText(content)}</text>`;
const rectangle = (x: number, y: number, more: { width: number; height: number; fill: string }) =>
  `<rect x="${x}" y="${y}" width="${more.width}" height="${more.height}" fill="${more.fill}"/>`;

interface Segment {
  readonly share: number;
  readonly fill: string;
}

/** Shares of the whole, from 0 to 1, side by side. */
function bar(segments: readonly Segment[], y: number): string[] {
  const whole = edges.right - edges.left;
  let x = edges.left;
  const track = rectangle(x, y, { width: whole, height: 26, fill: colours.track });
  const drawn = segments.map(({ share, fill }) => {
    const width = Math.round(share * whole * 10) / 10;
    const piece = rectangle(x, y, { width, height: 26, fill });
    x += width;
    return piece;
  });
  return [track, ...drawn];
}

/** Thousandths, so that sums never become floating point. */
const shareOf = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number((part * 1_000n) / whole) / 1_000;

/** About the width of the text in pixels; characters of East Asian scripts are as wide as high. */
const widthOf = (content: string): number =>
  [...content].reduce((sum, one) => sum + (one > '\u2e7f' ? fontSize : 9), 0);

/** The states with their numbers, in as many rows as they need. */
function legendOf(counts: readonly { readonly state: DueState; readonly count: number }[]) {
  let [x, y, rows] = [edges.left, legendTop, 1];
  const drawn = counts.flatMap(({ state, count }) => {
    const content = `${say.states[state]} ${count}`;
    const width = 18 + widthOf(content);
    if (x + width > edges.right) [x, y, rows] = [edges.left, y + legendRow, rows + 1];
    const square = rectangle(x, y, { width: 12, height: 12, fill: colours[state] });
    const piece = [square, label(content, x + 18, y + 11)];
    x += width + 20;
    return piece;
  });
  return { drawn, rows };
}

/** SVG; `format` writes sums of minor units. */
export function paidChart(
  { dues, received, asked }: Pick<RequestView, 'dues' | 'received' | 'asked'>,
  format: (sum: bigint) => string,
): string {
  const counts = states
    .map((state) => ({ state, count: dues.filter((due) => due.state === state).length }))
    .filter(({ count }) => count > 0);
  const people = counts.map(({ state, count }) => ({
    share: count / dues.length,
    fill: colours[state],
  }));
  const legend = legendOf(counts);
  const below = legend.rows * legendRow;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height + below}"`,
    ` font-family="${chartFont}"><rect width="100%" height="100%" fill="${colours.ground}"/>`,
    ...bar(people, 20),
    ...legend.drawn,
    ...bar([{ share: shareOf(received, asked), fill: colours.PAID }], 72 + below),
    label(`${format(received)} / ${format(asked)}`, edges.left, 124 + below),
    '</svg>',
  ].join('');
}
