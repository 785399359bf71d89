/** Marks parsed by scanning, because regular expressions could be made to run very long. */
import type { Inline } from './markdown-tree.ts';
import { safeLink } from './safe-link.ts';

export interface Mark {
  /** Text is returned as it is. */
  readonly node: Inline | string;
  /** The position after its end. */
  readonly end: number;
}

/** Code between equally long runs of backticks; an unmatched run is text. */
export function readCode(text: string, at: number): Mark {
  const opening = runAt(text, at);
  let next = at + opening;
  while (next < text.length) {
    const start = text.indexOf('`', next);
    if (start < 0) break;
    const length = runAt(text, start);
    if (length === opening) {
      const inside = codeText(text.slice(at + opening, start));
      return { node: { kind: 'code', text: inside }, end: start + length };
    }
    next = start + length;
  }
  return { node: text.slice(at, at + opening), end: at + opening };
}

function runAt(text: string, at: number): number {
  let end = at;
  while (text[end] === '`') end += 1;
  return end - at;
}

/** With two backticks, code can begin with a backtick; the space between them is dropped. */
const codeText = (text: string): string => text.replace(/^ (?=`)|(?<=`) $/g, '');

const labelMax = 500;
const target = /\]\(\s*<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s+"[^"\n]{0,200}")?\s*\)/y;

/** `[label](https://…)`; null if the address is not a safe link. */
export function readMaskedLink(
  text: string,
  at: number,
  inner: (part: string) => Inline[],
): Mark | null {
  const close = closingBracket(text, at);
  if (close === null) return null;
  target.lastIndex = close;
  const match = target.exec(text);
  const url = match && safeLink(match[1] ?? '');
  if (!match || !url) return null;
  const children = inner(text.slice(at + 1, close));
  return { node: { kind: 'link', url, children }, end: close + match[0].length };
}

function closingBracket(text: string, at: number): number | null {
  const last = Math.min(text.length, at + labelMax);
  let depth = 0;
  for (let index = at; index < last; index += 1) {
    const letter = text[index];
    if (letter === '\\') index += 1;
    else if (letter === '[') depth += 1;
    else if (letter === ']') depth -= 1;
    if (depth === 0) return index > at + 1 ? index : null;
  }
  return null;
}
