/** The samples of a profile as a tree of functions, with the part of the program each is of. */
import type { Profiler } from 'node:inspector';

export type Part = 'bank' | 'database' | 'driver' | 'Node' | 'garbage' | 'benchmark';

export interface Frame {
  readonly name: string;
  readonly part: Part;
  /** Microseconds in it alone, and with all that it calls. */
  ownUs: number;
  totalUs: number;
  readonly children: Map<string, Frame>;
}

/** The first that the place contains. */
const places: readonly (readonly [string, Part])[] = [
  ['/node_modules/mysql2/', 'driver'],
  ['/tests/bench/', 'benchmark'],
  ['/src/db/', 'database'],
  ['/src/', 'bank'],
];

function partOf({ functionName, url }: Profiler.ProfileNode['callFrame']): Part {
  if (functionName === '(garbage collector)') return 'garbage';
  return places.find(([place]) => url.includes(place))?.[1] ?? 'Node';
}

function nameOf({ functionName, url }: Profiler.ProfileNode['callFrame']): string {
  const file = url.split('/').at(-1) ?? '';
  const name = functionName === '' ? '(anonymous)' : functionName;
  return file === '' ? name : `${name} ${file.replace(/\.js$/, '')}`;
}

const newFrame = (name: string, part: Part): Frame => ({
  name,
  part,
  ownUs: 0,
  totalUs: 0,
  children: new Map(),
});

/** The process did not run during the rest of a longer time between samples. */
const sampleUsMax = 2_000;

/** Idle time is left out. */
export function frameTree({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Frame {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const spentUs = new Map<number, number>();
  for (const [index, id] of samples.entries()) {
    const us = Math.min(timeDeltas[index] ?? 0, sampleUsMax);
    spentUs.set(id, (spentUs.get(id) ?? 0) + us);
  }
  const fill = (node: Profiler.ProfileNode, into: Frame): number => {
    const { callFrame } = node;
    if (callFrame.functionName === '(idle)') return 0;
    const name = nameOf(callFrame);
    const frame = into.children.get(name) ?? newFrame(name, partOf(callFrame));
    into.children.set(name, frame);
    const ownUs = spentUs.get(node.id) ?? 0;
    const calledUs = (node.children ?? [])
      .flatMap((id) => byId.get(id) ?? [])
      .reduce((sum, child) => sum + fill(child, frame), 0);
    frame.ownUs += ownUs;
    frame.totalUs += ownUs + calledUs;
    return ownUs + calledUs;
  };
  const root = newFrame('all', 'Node');
  const [first] = nodes;
  for (const id of first?.children ?? []) {
    const node = byId.get(id);
    if (node !== undefined) root.totalUs += fill(node, root);
  }
  return root;
}

/** The time in functions of each part themselves. */
export function partsOf(root: Frame): ReadonlyMap<Part, number> {
  const parts = new Map<Part, number>();
  const add = (frame: Frame): void => {
    parts.set(frame.part, (parts.get(frame.part) ?? 0) + frame.ownUs);
    for (const child of frame.children.values()) add(child);
  };
  add(root);
  return parts;
}
