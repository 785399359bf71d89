import { parseInline } from './markdown-inline.ts';
import type { Inline } from './markdown-tree.ts';

/** Text without marks, in one line, for the line above a reply. */
export function plainLine(text: string, nameOf: (userId: string) => string): string {
  const plain = (nodes: readonly Inline[]): string =>
    nodes
      .map((node) => {
        switch (node.kind) {
          case 'text':
          case 'code':
          case 'everyone':
            return node.text;
          case 'user':
            return `@${nameOf(node.id)}`;
          case 'command':
            return `/${node.path}`;
          case 'emoji':
            return `:${node.name}:`;
          case 'spoiler':
            return '…';
          default:
            return 'children' in node ? plain(node.children) : ' ';
        }
      })
      .join('');
  const unfenced = text.replaceAll('```', ' ').replace(/^(#{1,3}|-#|>|[-*]) /gm, '');
  return plain(parseInline(unfenced.replace(/\s+/g, ' ').trim()));
}
