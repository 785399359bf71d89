/** XML as two of the formats need it: elements with text, nothing else. */
import { oneLine } from './shared.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

export const xmlText = (text: string): string =>
  oneLine(text).replaceAll(/[&<>"]/g, (sign) => escapes[sign]!);

/** Cuts at a code point, because schemas limit lengths. */
const cut = (text: string, lengthMax: number): string =>
  Array.from(oneLine(text)).slice(0, lengthMax).join('');

/** An element with text; nothing for an empty text. */
export function element(name: string, text: string, lengthMax = Number.MAX_SAFE_INTEGER): string {
  const content = xmlText(cut(text, lengthMax));
  return content === '' ? '' : `<${name}>${content}</${name}>`;
}

export const elements = (name: string, ...inner: readonly string[]): string =>
  `<${name}>${inner.join('')}</${name}>`;
