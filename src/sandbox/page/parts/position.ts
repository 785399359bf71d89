/** Positions pop-ups beside their anchor and inside the window. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
export type Side = 'below' | 'above' | 'left' | 'right';

const gap = 6;
const margin = 8;

/** On the given side if there is room, else opposite; never beyond the window's edge. */
export function placeBeside(
  anchor: Box,
  size: Size,
  { side, window }: { side: Side; window: Size },
): { readonly left: number; readonly top: number } {
  const right = anchor.left + anchor.width;
  const bottom = anchor.top + anchor.height;
  const room = {
    below: window.height - bottom,
    above: anchor.top,
    left: anchor.left,
    right: window.width - right,
  };
  const vertical = side === 'below' || side === 'above';
  const need = (vertical ? size.height : size.width) + gap + margin;
  const opposite = { below: 'above', above: 'below', left: 'right', right: 'left' } as const;
  const other = opposite[side];
  const taken = room[side] >= need || room[side] >= room[other] ? side : other;
  const corner = {
    below: { left: anchor.left, top: bottom + gap },
    above: { left: anchor.left, top: anchor.top - gap - size.height },
    right: { left: right + gap, top: anchor.top },
    left: { left: anchor.left - gap - size.width, top: anchor.top },
  }[taken];
  return {
    left: clamp(corner.left, window.width - size.width - margin),
    top: clamp(corner.top, window.height - size.height - margin),
  };
}

const clamp = (value: number, max: number): number => Math.max(margin, Math.min(value, max));
