/** A pop-up beside its anchor, closed when it loses focus. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useBack } from '../state/back.ts';
import { placeBeside, type Box, type Side } from './position.ts';

export interface PopoverProps {
  readonly anchor: Element;
  /** A position in the window, instead of beside the anchor. */
  readonly point?: { readonly x: number; readonly y: number } | undefined;
  readonly side?: Side;
  readonly kind: string;
  /** At least as wide as its anchor. */
  readonly fitAnchor?: boolean;
  readonly label?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Popover(props: PopoverProps) {
  const {
    anchor,
    point,
    side = 'below',
    kind,
    fitAnchor = false,
    label,
    onClose,
    children,
  } = props;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    element.showPopover();
    const first = element.querySelector<HTMLElement>('[data-first-focus]');
    (first ?? element.querySelector<HTMLElement>('button, input, a'))?.focus();
    const place = (): void => {
      const rect = point ? atPoint(point) : anchor.getBoundingClientRect();
      if (fitAnchor) element.style.minWidth = `${rect.width}px`;
      const window = { width: innerWidth, height: innerHeight };
      const size = { width: element.offsetWidth, height: element.offsetHeight };
      const { left, top } = placeBeside(rect, size, { side, window });
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
    };
    place();
    const watcher = new ResizeObserver(place);
    watcher.observe(element);
    addEventListener('resize', place);
    addEventListener('scroll', place, true);
    return () => {
      watcher.disconnect();
      removeEventListener('resize', place);
      removeEventListener('scroll', place, true);
    };
  }, [anchor, point, side, fitAnchor]);
  useLeaving(box, anchor, onClose);
  useBack(true, onClose);
  return (
    <div
      ref={box}
      popover="manual"
      class={`popover ${kind}`}
      {...(label ? { role: 'dialog', 'aria-label': label } : {})}
    >
      {children}
    </div>
  );
}

const atPoint = ({ x, y }: { readonly x: number; readonly y: number }): Box => ({
  left: x,
  top: y,
  width: 0,
  height: 0,
});

/** Closes it on Escape, on a press outside, and when the focus leaves. */
function useLeaving(
  box: { readonly current: HTMLElement | null },
  anchor: Element,
  onClose: () => void,
): void {
  const close = useRef(onClose);
  close.current = onClose;
  // Removed with the popover, so that the next Escape reaches the layer below.
  useLayoutEffect(() => {
    const inside = (target: EventTarget | null): boolean | undefined =>
      target instanceof Node && (box.current?.contains(target) || anchor.contains(target));
    const onPress = (event: Event): void => {
      if (!inside(event.target)) close.current();
    };
    // A press on plain text inside moves the focus to an element around the popover.
    const onFocus = (event: Event): void => {
      const holds = event.target instanceof Node && event.target.contains(box.current);
      if (!holds) onPress(event);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close.current();
      if (anchor instanceof HTMLElement) anchor.focus();
    };
    document.addEventListener('pointerdown', onPress, true);
    document.addEventListener('focusin', onFocus, true);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onPress, true);
      document.removeEventListener('focusin', onFocus, true);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [box, anchor]);
}
