import { describe, expect, test } from 'vitest';
import { parseInline } from '../../../src/sandbox/page/text/markdown-inline.ts';
import type { Block, Inline } from '../../../src/sandbox/page/text/markdown-tree.ts';
import { parseMarkdown } from '../../../src/sandbox/page/text/markdown.ts';

/** The tree in a short form: `b(bold) and i(italic)`. */
function brief(nodes: readonly Inline[]): string {
  const letters: Record<string, string> = {
    strong: 'b',
    emphasis: 'i',
    underline: 'u',
    strike: 's',
    spoiler: 'x',
  };
  return nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
          return node.text;
        case 'break':
          return '⏎';
        case 'code':
          return `code(${node.text})`;
        case 'link':
          return `link(${node.url}: ${brief(node.children)})`;
        case 'time':
          return `time(${node.seconds} ${node.style})`;
        case 'user':
        case 'role':
        case 'channel':
          return `${node.kind}(${node.id})`;
        case 'command':
          return `command(${node.path})`;
        case 'everyone':
          return `everyone(${node.text})`;
        case 'emoji':
          return `emoji(${node.name})`;
        default:
          return `${letters[node.kind] ?? node.kind}(${brief(node.children)})`;
      }
    })
    .join('');
}

describe('inline marks', () => {
  test.each([
    ['plain', 'plain'],
    ['**bold** and *italic*', 'b(bold) and i(italic)'],
    ['***both***', 'b(i(both))'],
    ['_also italic_ but not snake_case_word', 'i(also italic) but not snake_case_word'],
    ['__under__ ~~gone~~ ||secret||', 'u(under) s(gone) x(secret)'],
    ['**bold with *italic* inside**', 'b(bold with i(italic) inside)'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['`**code**`', 'code(**code**)'],
    ['`` a ` b ``', 'code( a ` b )'],
    [String.raw`\*not italic\*`, '*not italic*'],
    [String.raw`\<@1\>`, '<@1>'],
    ['one\ntwo', 'one⏎two'],
    ['<@123> <@!124> <@&125> <#126>', 'user(123) user(124) role(125) channel(126)'],
    ['</transfer now:9>', 'command(transfer now)'],
    ['<:smile:1> <a:wave:2>', 'emoji(smile) emoji(wave)'],
    ['@everyone @here @someone', 'everyone(@everyone) everyone(@here) @someone'],
    ['<t:1700000000> <t:1700000000:R>', 'time(1700000000 f) time(1700000000 R)'],
    ['<t:12x> <t:1:q>', '<t:12x> <t:1:q>'],
    ['**unclosed', '**unclosed'],
    ['****', '****'],
  ])('%s', (text, tree) => {
    expect(brief(parseInline(text))).toBe(tree);
  });

  test('only web addresses become links', () => {
    expect(brief(parseInline('[here](https://example.com/a_b)'))).toBe(
      'link(https://example.com/a_b: here)',
    );
    expect(brief(parseInline('see https://example.com/x.'))).toBe(
      'see link(https://example.com/x: https://example.com/x).',
    );
    expect(brief(parseInline('<https://example.com>'))).toBe(
      'link(https://example.com/: https://example.com)',
    );
    for (const wrong of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//x.y',
    ]) {
      expect(brief(parseInline(`[here](${wrong})`))).not.toContain('link(');
    }
  });

  test('parsing stays fast on text designed to be slow', () => {
    const nasty = ['*'.repeat(4000), '||'.repeat(2000), '**a'.repeat(1300), '['.repeat(4000)];
    const started = performance.now();
    for (const text of [...nasty, '_*'.repeat(2000), '`'.repeat(4000), '<'.repeat(4000)]) {
      parseMarkdown(text);
    }
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

function shape(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    switch (block.kind) {
      case 'heading':
        return `h${block.level} ${brief(block.children)}`;
      case 'paragraph':
      case 'subtext':
        return `${block.kind === 'subtext' ? '-# ' : ''}${brief(block.children)}`;
      case 'quote':
        return { quote: shape(block.children) };
      case 'code':
        return { code: block.text, language: block.language };
      case 'list':
        return {
          start: block.start,
          items: block.items.map((item) =>
            item.nested.length > 0
              ? [brief(item.children), ...shape(item.nested)]
              : brief(item.children),
          ),
        };
    }
  });
}

describe('lines', () => {
  test('have headings, subtext and quotes only at their start', () => {
    expect(shape(parseMarkdown('# One\n## Two\n### Three\n#### Four\n-# small\na # b'))).toEqual([
      'h1 One',
      'h2 Two',
      'h3 Three',
      '#### Four',
      '-# small',
      'a # b',
    ]);
    expect(shape(parseMarkdown('> one\n> **two**\nthree'))).toEqual([
      { quote: ['one⏎b(two)'] },
      'three',
    ]);
    expect(shape(parseMarkdown('a\n>>> all\nthe rest'))).toEqual([
      'a',
      { quote: ['all⏎the rest'] },
    ]);
  });

  test('form nested and numbered lists', () => {
    expect(shape(parseMarkdown('- a\n- b\n  - c\n- d'))).toEqual([
      { start: null, items: ['a', ['b', { start: null, items: ['c'] }], 'd'] },
    ]);
    expect(shape(parseMarkdown('3. three\n4. four'))).toEqual([
      { start: 3, items: ['three', 'four'] },
    ]);
    expect(shape(parseMarkdown('- a\n1. b'))).toEqual([
      { start: null, items: ['a'] },
      { start: 1, items: ['b'] },
    ]);
  });

  test('are not parsed inside a code block', () => {
    expect(shape(parseMarkdown('before\n```ts\n# no **heading**\n```\nafter'))).toEqual([
      'before',
      { code: '# no **heading**', language: 'ts' },
      'after',
    ]);
    expect(shape(parseMarkdown('mid ```x``` end'))).toEqual([
      'mid ',
      { code: 'x', language: '' },
      ' end',
    ]);
    expect(shape(parseMarkdown('```never closed'))).toEqual(['```never closed']);
  });
});
