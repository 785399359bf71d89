/** A pop-up menu: arrow keys move, Enter chooses, Escape closes. */
import { useRef } from 'preact/hooks';
import { Avatar } from './avatar.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Popover } from './popover.tsx';
import type { Face } from '../state/context.ts';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly face?: Face;
  readonly danger?: boolean;
  readonly onPick: () => void;
}
export interface MenuGroup {
  readonly title?: string;
  readonly items: readonly MenuItem[];
}

export interface MenuProps {
  readonly label: string;
  readonly anchor: Element;
  /** The mouse position, or null to open beside the anchor. */
  readonly point?: { readonly x: number; readonly y: number } | undefined;
  readonly groups: readonly MenuGroup[];
  readonly onClose: () => void;
}

export function Menu({ label, anchor, point, groups, onClose }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === 'Tab') {
      event.preventDefault();
      onClose();
    }
    if (next === undefined) return;
    event.preventDefault();
    items[(next + items.length) % items.length]?.focus();
  };
  return (
    <Popover anchor={anchor} point={point} kind="menu-popup" onClose={onClose}>
      <div ref={box} role="menu" aria-label={label} class="menu" onKeyDown={onKeyDown}>
        {groups
          .filter(({ items }) => items.length > 0)
          .map(({ title, items }, index) => (
            <div key={index} role="group" aria-label={title} class="menu-group">
              {title && (
                <p class="menu-title" aria-hidden="true">
                  {title}
                </p>
              )}
              {items.map((item) => (
                <MenuButton key={item.label} item={item} onClose={onClose} />
              ))}
            </div>
          ))}
      </div>
    </Popover>
  );
}

function MenuButton({ item, onClose }: { item: MenuItem; onClose: () => void }) {
  const { label, icon, face, danger = false, onPick } = item;
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      class={danger ? 'menu-item danger' : 'menu-item'}
      onClick={() => {
        onClose();
        onPick();
      }}
    >
      {face && <Avatar name={face.name} hue={face.hue} size={20} />}
      <span>{label}</span>
      {icon && <Icon name={icon} size={18} />}
    </button>
  );
}
