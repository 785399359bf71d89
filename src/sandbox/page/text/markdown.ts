/** Parses Discord's markdown by line: headings, subtext, lists, quotes, code blocks. */
import { parseInline } from './markdown-inline.ts';
import type { Block, ListItem } from './markdown-tree.ts';

const fence = /```(?:([\w+\-.#]{1,30})\n)?\n*([\s\S]*?)\n*```/y;
const listLine = /^( *)([*-]|\d{1,9}\.) +(\S.*)$/;
const depthMax = 6;

export function parseMarkdown(text: string): Block[] {
  return parseBlocks(text.replaceAll('\r\n', '\n'), 0);
}

function parseBlocks(text: string, depth: number): Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.some((line) => line.trim())) {
      blocks.push({ kind: 'paragraph', children: parseInline(paragraph.join('\n')) });
    } else if (paragraph.length > 1) {
      blocks.push({ kind: 'paragraph', children: [{ kind: 'break' }] });
    }
    paragraph = [];
  };
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const special = blockAt(text, at, depth);
    if (special) {
      flush();
      blocks.push(special.block);
      at = special.end;
      continue;
    }
    const code = fenceIn(text, at, end);
    if (code) {
      const before = text.slice(at, code.start);
      if (before.trim()) paragraph.push(before);
      flush();
      blocks.push(code.block);
      at = text[code.end] === '\n' ? code.end + 1 : code.end;
      continue;
    }
    paragraph.push(line);
    at = end + 1;
  }
  flush();
  return blocks;
}

interface Found {
  readonly block: Block;
  readonly end: number;
}

function blockAt(text: string, at: number, depth: number): Found | null {
  const end = lineEnd(text, at);
  const line = text.slice(at, end);
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
  if (heading) {
    const level = Math.min(3, heading[1]?.length ?? 1) as 1 | 2 | 3;
    const children = parseInline((heading[2] ?? '').trimEnd());
    return { block: { kind: 'heading', level, children }, end: end + 1 };
  }
  const subtext = /^-# +(\S.*)$/.exec(line);
  if (subtext) {
    return { block: { kind: 'subtext', children: parseInline(subtext[1] ?? '') }, end: end + 1 };
  }
  if (depth < depthMax && /^ *>>> /.test(line)) {
    const inside = text.slice(at).replace(/^ *>>> /, '');
    return { block: { kind: 'quote', children: parseBlocks(inside, depth + 1) }, end: text.length };
  }
  if (depth < depthMax && /^ *> /.test(line)) return quoteAt(text, at, depth);
  return listLine.test(line) ? listAt(text, at, depth) : null;
}

function quoteAt(text: string, at: number, depth: number): Found {
  const { lines, end } = linesWhile(text, at, (line) => /^ *> /.test(line));
  const inside = lines.map((line) => line.replace(/^ *> /, '')).join('\n');
  return { block: { kind: 'quote', children: parseBlocks(inside, depth + 1) }, end };
}

function listAt(text: string, at: number, depth: number): Found {
  const first = listLine.exec(text.slice(at, lineEnd(text, at)));
  const indent = first?.[1]?.length ?? 0;
  const ordered = /\d/.test(first?.[2] ?? '');
  const { lines, end } = linesWhile(text, at, (line) => {
    const match = listLine.exec(line);
    if (!match) return false;
    const deeper = (match[1]?.length ?? 0) > indent;
    return deeper || /\d/.test(match[2] ?? '') === ordered;
  });
  const items: { text: string; below: string[] }[] = [];
  for (const line of lines) {
    const match = listLine.exec(line);
    const last = items.at(-1);
    if (last && (match?.[1]?.length ?? 0) > indent) last.below.push(line);
    else items.push({ text: match?.[3] ?? '', below: [] });
  }
  const read = (item: { text: string; below: string[] }): ListItem => ({
    children: parseInline(item.text),
    nested:
      item.below.length === 0
        ? []
        : depth < depthMax
          ? parseBlocks(item.below.join('\n'), depth + 1)
          : [{ kind: 'paragraph', children: parseInline(item.below.join('\n')) }],
  });
  const start = ordered ? Number.parseInt(first?.[2] ?? '1', 10) : null;
  return { block: { kind: 'list', start, items: items.map(read) }, end };
}

/** A code block that begins in this line and is closed later. */
function fenceIn(
  text: string,
  at: number,
  end: number,
): { readonly block: Block; readonly start: number; readonly end: number } | null {
  const start = text.indexOf('```', at);
  if (start < 0 || start >= end || text[start - 1] === '\\') return null;
  fence.lastIndex = start;
  const match = fence.exec(text);
  if (!match?.[2]?.trim()) return null;
  const block = { kind: 'code', language: match[1] ?? '', text: match[2] } as const;
  return { block, start, end: start + match[0].length };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function linesWhile(
  text: string,
  start: number,
  belongs: (line: string) => boolean,
): { readonly lines: readonly string[]; readonly end: number } {
  const lines: string[] = [];
  let at = start;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (!belongs(line)) break;
    lines.push(line);
    at = end + 1;
  }
  return { lines, end: at };
}
