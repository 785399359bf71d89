/** A letter on a colour: everybody's picture. */

const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });

const firstLetter = (word: string | undefined): string =>
  word ? ([...letters.segment(word)][0]?.segment ?? '') : '';

/** The first letters of the first and last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? firstLetter(words.at(-1)) : '';
  return (firstLetter(words[0]) + last).toLocaleUpperCase() || '?';
}

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
