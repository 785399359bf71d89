/** Parses inline marks: emphasis, code, links, mentions, timestamps. */
import type { Inline } from './markdown-tree.ts';
import { readCode, readMaskedLink, type Mark } from './markdown-scan.ts';
import { safeLink } from './safe-link.ts';

/** Marks nested deeper than this are shown as written. */
const depthMax = 12;

interface Rule {
  /** The possible first characters, so that most rules need not be tried. */
  readonly starts: string;
  /** Sticky: matches only at the current position. */
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, inner: (text: string) => Inline[]) => Inline | null;
  /** No end mark was found, so later start marks need no search: keeps parsing fast. */
  readonly failsForGood?: boolean;
}

const rules: readonly Rule[] = [
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
    starts: 'hH',
    pattern: /https?:\/\/[^\s<]+[^<.,:;"')\]\s]/iy,
    read: (match) => plainLink(match[0]),
  },
  spanRule('strong', '*', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y),
  spanRule('underline', '_', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y),
  {
    starts: '*',
    pattern: /\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y,
    read: (match, inner) =>
      /^\*+$/.test(match[1] ?? '') ? null : { kind: 'emphasis', children: inner(match[1] ?? '') },
  },
  {
    starts: '_',
    pattern: /\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/y,
    read: (match, inner) => ({ kind: 'emphasis', children: inner(match[1] ?? '') }),
  },
  spanRule('strike', '~', /~~([\s\S]+?)~~(?!_)/y),
  spanRule('spoiler', '|', /\|\|([\s\S]+?)\|\|/y),
];

function spanRule(
  kind: 'strong' | 'underline' | 'strike' | 'spoiler',
  starts: string,
  pattern: RegExp,
): Rule {
  const read: Rule['read'] = (match, inner) => ({ kind, children: inner(match[1] ?? '') });
  return { starts, pattern, read, failsForGood: true };
}

function plainLink(text: string): Inline | null {
  const url = safeLink(text);
  return url ? { kind: 'link', url, children: [{ kind: 'text', text }] } : null;
}

/** Parses inline text; line ends become breaks. */
export function parseInline(text: string, depth = 0): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const flush = (): void => {
    if (plain) found.push({ kind: 'text', text: plain });
    plain = '';
  };
  const place: Place = {
    text,
    given: new Set(),
    inner: (part) => parseInline(part, depth + 1),
  };
  for (let at = 0; at < text.length;) {
    const mark = readEscape(text, at) ?? (depth < depthMax ? markAt(place, at) : null);
    const node = mark?.node ?? text[at] ?? '';
    if (typeof node === 'string') {
      plain += node;
    } else {
      flush();
      found.push(node);
    }
    at = mark?.end ?? at + 1;
  }
  flush();
  return found;
}

interface Place {
  readonly text: string;
  /** Rules whose end mark does not appear in the rest. */
  readonly given: Set<Rule>;
  readonly inner: (part: string) => Inline[];
}

function readEscape(text: string, at: number): Mark | null {
  if (text[at] === '\n') return { node: { kind: 'break' }, end: at + 1 };
  if (text[at] !== '\\') return null;
  const next = text[at + 1] ?? '';
  return /[^\p{L}\p{N}\s]/u.test(next) ? { node: next, end: at + 2 } : null;
}

function markAt(place: Place, at: number): Mark | null {
  const { text, given, inner } = place;
  const first = text[at] ?? '';
  if (first === '`') return readCode(text, at);
  if (first === '[') return readMaskedLink(text, at, inner);
  for (const rule of rules) {
    if (!rule.starts.includes(first) || given.has(rule)) continue;
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    const node = match && rule.read(match, inner);
    if (match && node) return { node, end: at + match[0].length };
    if (!match && rule.failsForGood && text[at + 1] === first) given.add(rule);
  }
  return null;
}
