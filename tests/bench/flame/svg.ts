/** A flame graph: each function as wide as its share of the time, above the one that called it. */
import type { Frame, Part } from './tree.ts';

const width = 1_200;
const rowHeight = 17;
const letterWidth = 6.3;
/** Narrower ones are left out. */
const narrowest = 2;
const head = 46;

const colours: Readonly<Record<Part, string>> = {
  bank: '#9ec9a4',
  database: '#a8c5e2',
  driver: '#e6c48f',
  Node: '#d9d9d9',
  garbage: '#e2a3a3',
  benchmark: '#cdb9e0',
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

interface Box {
  readonly frame: Frame;
  readonly x: number;
  readonly width: number;
  readonly depth: number;
}

function boxesOf(root: Frame): Box[] {
  const boxes: Box[] = [];
  const place = (frame: Frame, x: number, depth: number): void => {
    const boxWidth = (frame.totalUs / root.totalUs) * width;
    if (boxWidth < narrowest) return;
    boxes.push({ frame, x, width: boxWidth, depth });
    const children = [...frame.children.values()].sort((one, other) => other.totalUs - one.totalUs);
    let at = x;
    for (const child of children) {
      place(child, at, depth + 1);
      at += (child.totalUs / root.totalUs) * width;
    }
  };
  place(root, 0, 0);
  return boxes;
}

function boxText({ frame, x, width: boxWidth, depth }: Box, deepest: number, allUs: number) {
  const y = head + (deepest - depth) * rowHeight;
  const share = ((frame.totalUs / allUs) * 100).toFixed(1);
  const letters = Math.floor((boxWidth - 4) / letterWidth);
  const label = letters < 3 ? '' : frame.name.slice(0, letters);
  const rect =
    `<rect x="${x.toFixed(1)}" y="${y}" width="${Math.max(boxWidth - 0.5, 0.5).toFixed(1)}" ` +
    `height="${rowHeight - 1}" fill="${colours[frame.part]}"/>`;
  const text =
    label === '' ? '' : `<text x="${(x + 2).toFixed(1)}" y="${y + 12}">${escaped(label)}</text>`;
  return `<g><title>${escaped(frame.name)}, ${share} %</title>${rect}${text}</g>`;
}

function legend(): string {
  return Object.entries(colours)
    .map(([part, colour], index) => {
      const x = 4 + index * 110;
      return (
        `<rect x="${x}" y="24" width="12" height="12" fill="${colour}"/>` +
        `<text x="${x + 16}" y="34">${part}</text>`
      );
    })
    .join('\n');
}

export function flameSvg(root: Frame, title: string): string {
  const boxes = boxesOf(root);
  const deepest = Math.max(...boxes.map(({ depth }) => depth));
  const height = head + (deepest + 1) * rowHeight + 4;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
      'font-family="monospace" font-size="10.5">',
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `<text x="4" y="14" font-size="12">${escaped(title)}</text>`,
    legend(),
    ...boxes.map((box) => boxText(box, deepest, root.totalUs)),
    '</svg>',
    '',
  ].join('\n');
}
