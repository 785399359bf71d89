/** A letter on a colour: everybody's picture. */
import { initialsOf } from './initials.ts';

export interface AvatarProps {
  readonly name: string;
  readonly hue: number;
  readonly size?: number;
  /** Shows the dot; absent for no dot. */
  readonly online?: boolean;
}

export function Avatar({ name, hue, size = 40, online }: AvatarProps) {
  return (
    <span class="avatar" style={{ '--hue': hue, '--size': `${size}px` }} aria-hidden="true">
      <span class="avatar-letters">{initialsOf(name)}</span>
      {online !== undefined && <span class={online ? 'presence online' : 'presence'} />}
    </span>
  );
}
