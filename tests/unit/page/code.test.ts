/** Coloured code blocks: split into pieces without losing text or leaving markup. */
import { describe, expect, test } from 'vitest';
import { codePieces, piecesOf } from '../../../src/sandbox/page/text/code-pieces.ts';

const esc = '\u001b';

describe('code', () => {
  test.each([
    ['js', 'const a = "<b>&amp;"; // so\n', ['const', 'hljs-keyword']],
    ['JSON', '{ "a": true }', ['true', 'hljs-keyword']],
    ['sql', "SELECT 'x' FROM t", ['SELECT', 'hljs-keyword']],
    ['py', 'def f(x):\n    return x', ['def', 'hljs-keyword']],
    ['ts', 'type A = `x${1}`;', ['1', 'hljs-number']],
    ['diff', '-old\n+new', ['-old', 'hljs-deletion']],
  ])('in %s has every character it had, and its words are known', async (language, text, known) => {
    const pieces = (await codePieces(language, text)) ?? [];
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.map((piece) => [piece.text, piece.kind])).toContainEqual(known);
  });

  test.each(['', 'nonsense', 'constructor'])(
    'in the language "%s" has no colours',
    async (name) => {
      expect(await codePieces(name, 'const a')).toBeNull();
    },
  );

  test('uses the innermost of nested spans', () => {
    const markup = '<span class="a">x<span class="b c">&lt;</span>y</span>z';
    expect(piecesOf(markup)).toEqual([
      { text: 'x', kind: 'a' },
      { text: '<', kind: 'b c' },
      { text: 'y', kind: 'a' },
      { text: 'z', kind: '' },
    ]);
  });
});

describe('ansi', () => {
  test('colours text and background until reset', async () => {
    const text = `a${esc}[1;31mb${esc}[45mc${esc}[0md${esc}[32;4me${esc}[99mf`;
    expect(await codePieces('ansi', text)).toEqual([
      { text: 'a', kind: '' },
      { text: 'b', kind: 'ansi-bold ansi-31' },
      { text: 'c', kind: 'ansi-bold ansi-31 ansi-45' },
      { text: 'd', kind: '' },
      { text: 'e', kind: 'ansi-32 ansi-underline' },
      { text: 'f', kind: 'ansi-32 ansi-underline' },
    ]);
  });
});
