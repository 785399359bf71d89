/** The browser's Back closes what lies above the page: a form, a dialog, a list, a drawer. */
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Layer {
  readonly close: () => void;
}

/** What is open, from the bottom up. Each has an entry in the history for Back to take away. */
const layers: Layer[] = [];
/** How many such entries are above the place; layers closed otherwise leave theirs behind. */
let depth = depthOf(history.state);
let address = location.href;

/** Goes to a place of the page, in the stead of entries that no layer needs any more. */
export function goToAddress(hash: string): void {
  if (depth > 0) history.replaceState(history.state, '', hash);
  else history.pushState(null, '', hash);
  address = location.href;
}

export function useBack(open: boolean, onBack: () => void): void {
  const latest = useRef(onBack);
  latest.current = onBack;
  useLayoutEffect(() => {
    if (!open) return undefined;
    const layer: Layer = { close: () => latest.current() };
    layers.push(layer);
    if (layers.length > depth) {
      depth = layers.length;
      history.pushState({ depth }, '');
    }
    return () => {
      const at = layers.indexOf(layer);
      if (at >= 0) layers.splice(at, 1);
    };
  }, [open]);
}

addEventListener('popstate', () => {
  const before = { depth, address };
  depth = depthOf(history.state);
  address = location.href;
  const above = layers.splice(depth);
  for (const layer of above.toReversed()) layer.close();
  // An entry left behind by a layer that was closed otherwise: one press does not stop there.
  const isLeft = above.length === 0 && depth < before.depth && address === before.address;
  if (isLeft) history.back();
});

function depthOf(state: unknown): number {
  return typeof state === 'object' && state && 'depth' in state ? Number(state.depth) : 0;
}
