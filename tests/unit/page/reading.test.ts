/** Details of message layout. */
import { describe, expect, test } from 'vitest';
import { fieldsInRows } from '../../../src/sandbox/page/text/embed-fields.ts';
import { isOnlyEmoji } from '../../../src/sandbox/page/text/only-emoji.ts';
import { plainLine } from '../../../src/sandbox/page/text/plain.ts';

describe('fields of an embed', () => {
  test.each([
    ['', []],
    ['i', [1]],
    ['ii', [2, 2]],
    ['iii', [3, 3, 3]],
    ['iiii', [3, 3, 3, 1]],
    ['iiiii', [3, 3, 3, 2, 2]],
    ['bib', [1, 1, 1]],
    ['biibi', [1, 2, 2, 1, 1]],
  ])('inline ones that follow one another share rows of three: %s', (kinds, rows) => {
    expect(fieldsInRows([...kinds].map((kind) => ({ inline: kind === 'i' })))).toEqual(rows);
  });
});

describe('emoji', () => {
  test.each(['😀', '😀 🎉', '👩‍👩‍👧', '👍🏽\n🇩🇪', '😀'.repeat(30)])('alone are large: %s', (text) => {
    expect(isOnlyEmoji(text)).toBe(true);
  });
  test.each(['', ' ', 'a', '😀 a', '12', '#', '😀'.repeat(31)])('are not large in: %s', (text) => {
    expect(isOnlyEmoji(text)).toBe(false);
  });
});

describe('the line above a reply', () => {
  test.each([
    ['**bold** and `code`', 'bold and code'],
    ['# Title\nand\n> quote', 'Title and quote'],
    ['<@1> said ||secret|| :x:', '@Anna said … :x:'],
    ['```js\nconst a = 1;\n```', 'js const a = 1;'],
    ['[a link](https://a.example) </ping:1> @everyone', 'a link /ping @everyone'],
  ])('in one line without marks: %s', (text, line) => {
    expect(plainLine(text, () => 'Anna')).toBe(line);
  });
});
