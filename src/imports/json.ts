/** JSON with the line of each value, and numbers as they are written: doubles are not exact. */
import { type JSONVisitor, visit } from 'jsonc-parser';
import { refuseFile } from './source.ts';

export interface JsonMember {
  readonly name: string;
  readonly line: number;
  readonly value: JsonNode;
}

export type JsonNode = { readonly line: number } & (
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | { readonly kind: 'text' | 'number'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: boolean | null }
);

type Open =
  | { readonly kind: 'object'; readonly line: number; readonly members: JsonMember[] }
  | { readonly kind: 'array'; readonly line: number; readonly items: JsonNode[] };

/** Throws ImportFileError with the line of the first error. */
export function readJson(content: string): JsonNode {
  // Windows programs write a byte order mark.
  const text = content.replace(/^\uFEFF/, '');
  const open: Open[] = [];
  const names: { readonly name: string; readonly line: number }[] = [];
  let root: JsonNode | null = null;
  const add = (value: JsonNode): void => {
    const parent = open.at(-1);
    if (parent === undefined) root = value;
    else if (parent.kind === 'array') parent.items.push(value);
    else parent.members.push({ ...names.pop()!, value });
  };
  const close = (): void => add(open.pop()!);
  const visitor: JSONVisitor = {
    onObjectBegin: (_offset, _length, line) => {
      open.push({ kind: 'object', line: line + 1, members: [] });
    },
    onArrayBegin: (_offset, _length, line) => {
      open.push({ kind: 'array', line: line + 1, items: [] });
    },
    onObjectProperty: (name, _offset, _length, line) => {
      names.push({ name, line: line + 1 });
    },
    onObjectEnd: close,
    onArrayEnd: close,
    onLiteralValue: (value: unknown, offset, length, startLine) => {
      const line = startLine + 1;
      if (typeof value === 'string') add({ kind: 'text', line, text: value });
      else if (typeof value === 'boolean' || value === null) add({ kind: 'literal', line, value });
      else add({ kind: 'number', line, text: text.slice(offset, offset + length) });
    },
    onError: (_error, _offset, _length, line) => refuseFile({ code: 'NOT_JSON', line: line + 1 }),
  };
  try {
    visit(text, visitor, { disallowComments: true });
  } catch (error) {
    // Nested deeper than the stack.
    if (error instanceof RangeError) refuseFile({ code: 'NOT_JSON', line: 1 });
    throw error;
  }
  return root ?? refuseFile({ code: 'NOT_JSON', line: 1 });
}

/** The last member of this name; JSON allows several, and so do the programs that wrote them. */
export const memberOf = (node: JsonNode | undefined, name: string): JsonNode | undefined =>
  node?.kind === 'object' ? node.members.findLast((one) => one.name === name)?.value : undefined;

/** The text of a string or a number. */
export const textIn = (node: JsonNode | undefined): string | null =>
  node?.kind === 'text' || node?.kind === 'number' ? node.text : null;
