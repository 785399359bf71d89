/** All text of a message: what was written, components and the names of its files. */
import type { Message } from 'discord.js';
import { receiptLengthMax } from '../forms/receipt-field.ts';

const textsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    name === 'content' && typeof part === 'string' ? [part] : textsIn(part),
  );
};

/** At most as long as the field for it; a receipt is at the beginning of what follows. */
export function textOfMessage({ content, components, attachments }: Message): string {
  const files = [...attachments.values()].flatMap(({ name, description }) => [
    name,
    description ?? '',
  ]);
  const cards = components.flatMap((component) => textsIn(component.toJSON()));
  const all = [content, ...cards, ...files];
  return all
    .filter((text) => text !== '')
    .join('\n')
    .slice(0, receiptLengthMax);
}
