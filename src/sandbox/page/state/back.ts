/** The browser's Back closes the top layer: a form, dialog, list or drawer. */
import { useLayoutEffect, useRef } from 'preact/hooks';

interface Layer {
  readonly close: () => void;
}

/** Open layers, from the bottom up. Each has an entry in the browser history. */
const layers: Layer[] = [];
/** Number of layer entries in the history; layers closed in other ways leave theirs. */
let depth = depthOf(history.state);
let address = location.href;

/** Navigates to an address, replacing history entries that are no longer needed. */
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
  // Skips an entry left by a layer that was closed in another way.
  const isLeft = above.length === 0 && depth < before.depth && address === before.address;
  if (isLeft) history.back();
});

function depthOf(state: unknown): number {
  return typeof state === 'object' && state && 'depth' in state ? Number(state.depth) : 0;
}
