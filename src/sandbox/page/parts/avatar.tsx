/** A person's avatar: a letter on a colour. */
import { initialsOf } from './initials.ts';

export interface AvatarProps {
  readonly name: string;
  readonly hue: number;
  readonly size?: number;
  /** The state of the presence dot; absent for no dot. */
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
