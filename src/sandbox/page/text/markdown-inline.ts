/** Reads the marks inside a line: emphasis, code, links, mentions, timestamps. */
import type { Inline } from './markdown-tree.ts';
import { safeLink } from './safe-link.ts';

/** Marks nested deeper than this are shown as written. */
const depthMax = 12;

interface Rule {
  /** The characters it can begin with, so that most rules are never tried. */
  readonly starts: string;
  /** Sticky: tried exactly at the current position. */
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, inner: (text: string) => Inline[]) => Inline | null;
}

const rules: readonly Rule[] = [
  {
    starts: '`',
    pattern: /(`+)([\s\S]*?[^`])\1(?!`)/y,
    read: (match) => ({ kind: 'code', text: codeText(match[2] ?? '') }),
  },
  {
    starts: '<',
    pattern: /<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y,
    read: (match) => ({ kind: 'time', seconds: Number(match[1]), style: match[2] ?? 'f' }),
  },
  {
    starts: '<',
    pattern: /<@!?(\d{1,20})>/y,
    read: (match) => ({ kind: 'user', id: match[1] ?? '' }),
  },
  {
    starts: '<',
    pattern: /<@&(\d{1,20})>/y,
    read: (match) => ({ kind: 'role', id: match[1] ?? '' }),
  },
  {
    starts: '<',
    pattern: /<#(\d{1,20})>/y,
    read: (match) => ({ kind: 'channel', id: match[1] ?? '' }),
  },
  {
    starts: '<',
    pattern: /<\/([^:<>\n]{1,100}):\d{1,20}>/y,
    read: (match) => ({ kind: 'command', path: match[1] ?? '' }),
  },
  {
    starts: '<',
    pattern: /<a?:(\w{1,32}):\d{1,20}>/y,
    read: (match) => ({ kind: 'emoji', name: match[1] ?? '' }),
  },
  {
    starts: '<',
    pattern: /<(https?:\/\/[^\s<>]+)>/iy,
    read: (match) => plainLink(match[1] ?? ''),
  },
  {
    starts: '@',
    pattern: /@(?:everyone|here)\b/y,
    read: (match) => ({ kind: 'everyone', text: match[0] }),
  },
  {
    starts: '[',
    pattern:
      /\[((?:\[[^\]\n]*\]|[^[\]\n]|\](?=[^[\n]*\]\())+)\]\(\s*<?([^\s<>]*?)>?(?:\s+"[^"\n]*")?\s*\)/y,
    read: (match, inner) => {
      const url = safeLink(match[2] ?? '');
      return url ? { kind: 'link', url, children: inner(match[1] ?? '') } : null;
    },
  },
  {
    starts: 'hH',
    pattern: /https?:\/\/[^\s<]+[^<.,:;"')\]\s]/iy,
    read: (match) => plainLink(match[0]),
  },
  { starts: '*', pattern: /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, read: span('strong') },
  { starts: '_', pattern: /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, read: span('underline') },
  {
    starts: '*',
    pattern: /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
    read: span('emphasis'),
  },
  { starts: '_', pattern: /\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/y, read: span('emphasis') },
  { starts: '~', pattern: /~~([\s\S]+?)~~(?!_)/y, read: span('strike') },
  { starts: '|', pattern: /\|\|([\s\S]+?)\|\|/y, read: span('spoiler') },
];

function span(kind: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler'): Rule['read'] {
  return (match, inner) => ({ kind, children: inner(match[1] ?? '') });
}

/** Two backticks let code begin with one; the space between them is not part of it. */
function codeText(text: string): string {
  return /^ ?`|` ?$/.test(text) ? text.replace(/^ (?=`)|(?<=`) $/g, '') : text;
}

function plainLink(text: string): Inline | null {
  const url = safeLink(text);
  return url ? { kind: 'link', url, children: [{ kind: 'text', text }] } : null;
}

/** Reads one run of text; line ends become breaks. */
export function parseInline(text: string, depth = 0): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain) found.push({ kind: 'text', text: plain });
    plain = '';
  };
  const inner = (part: string): Inline[] => parseInline(part, depth + 1);
  for (let at = 0; at < text.length;) {
    const escaped = /^\\([^\p{L}\p{N}\s])/u.exec(text.slice(at, at + 3));
    if (escaped?.[1]) {
      plain += escaped[1];
      at += escaped[0].length;
      continue;
    }
    if (text[at] === '\n') {
      flush();
      found.push({ kind: 'break' });
      at += 1;
      continue;
    }
    const mark = depth < depthMax ? markAt(text, at, inner) : null;
    if (mark) {
      flush();
      found.push(mark.node);
      at = mark.end;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return found;
}

function markAt(
  text: string,
  at: number,
  inner: (part: string) => Inline[],
): { readonly node: Inline; readonly end: number } | null {
  const first = text[at] ?? '';
  for (const rule of rules) {
    if (!rule.starts.includes(first)) continue;
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    const node = match && rule.read(match, inner);
    if (match && node) return { node, end: at + match[0].length };
  }
  return null;
}
