/**
 * What Discord takes on a card. Longer texts are cut, so that a long name or a long language never
 * costs an answer. https://discord.com/developers/docs/components/reference
 */
import { type APIComponentInContainer, ComponentType } from 'discord.js';

/** `texts` is the sum over all texts of a message. */
export const cardLimits = { texts: 4_000, button: 80, placeholder: 150, choice: 100 } as const;

/** At most so many UTF-16 units, without half a character at the end. */
export function clipped(text: string, lengthMax: number): string {
  if (text.length <= lengthMax) return text;
  return `${text.slice(0, lengthMax - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The parts with the last texts cut, so that they leave room for `reserved` more characters. */
export function withinTextLimit(
  parts: readonly APIComponentInContainer[],
  reserved = 0,
): APIComponentInContainer[] {
  let left = cardLimits.texts - reserved;
  return parts.flatMap((part) => {
    if (part.type !== ComponentType.TextDisplay) return part;
    const content = left <= 0 ? '' : clipped(part.content, left);
    left -= content.length;
    return content === '' ? [] : { ...part, content };
  });
}
