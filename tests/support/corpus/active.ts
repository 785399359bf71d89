/** Finds active constructs in a message with the chat page's parser, independent of the bot. */
import { parseMarkdown } from '../../../src/sandbox/page/text/markdown.ts';

interface Node {
  readonly kind?: unknown;
  readonly seconds?: unknown;
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(nodesIn)];
}

const active = ['link', 'user', 'role', 'channel', 'command', 'everyone', 'emoji', 'time'];

/** Kinds of mentions, links and times; `ours` are times that the bank wrote. */
export const activeIn = (
  text: string,
  ours: (seconds: number) => boolean = () => false,
): string[] =>
  nodesIn(parseMarkdown(text))
    .filter(({ kind }) => active.includes(String(kind)))
    .filter(({ kind, seconds }) => kind !== 'time' || !ours(Number(seconds)))
    .map(({ kind }) => String(kind));
