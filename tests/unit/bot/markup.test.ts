import { describe, expect, test } from 'vitest';
import { code, joined, md, plain, time, written } from '../../../src/words/text/markup.ts';

/** What Discord would act on: mentions, timestamps, commands, emoji, links and addresses. */
const active = /@(everyone|here)|<(@|#|t:|\/|:|a:|id:|https?:)|(?<!\\)\]\(|https?:\/\//i;

const hostile = [
  '@everyone',
  '@here look',
  '<@123456789012345678>',
  '<@&123456789012345678>',
  '<#123456789012345678>',
  '<t:1700000000:R>',
  '</transfer:123456789012345678>',
  '<:gem:123456789012345678>',
  '<a:gem:123456789012345678>',
  '<id:guide>',
  '[free money](https://example.com)',
  'https://example.com',
  'HTTPS://EXAMPLE.COM',
  '<https://example.com>',
  '`@everyone`',
  '``` @everyone ```',
  '**bold** _it_ ~~no~~ ||spoiler||',
  '# heading',
  '> quote',
  '- list',
  '-# small',
  '1. list',
];

describe('what somebody typed', () => {
  test.each(hostile)('%s has no effect as text', (text) => {
    const { markup } = plain(text);
    expect(markup).not.toMatch(active);
    expect(markup).not.toMatch(/^(#|>|-|\+|\*|\d+\.\s)/);
    expect(markup.replaceAll(/\\[\\*_~|`[\]]/g, '')).not.toMatch(/[*_~|`]/);
  });

  test.each(hostile)('%s has no effect in a code span, and stays inside it', (text) => {
    const { markup } = code(text);
    // Brackets mean nothing in a code span.
    expect(markup.replace('](', '] (')).not.toMatch(active);
    expect(markup.startsWith('`') && markup.endsWith('`')).toBe(true);
    expect(markup.slice(1, -1)).not.toContain('`');
  });

  test('reads as it was typed once the invisible spaces are gone', () => {
    expect(code('lunch @ 12:30 <3').markup.replaceAll('\u200b', '')).toBe('`lunch @ 12:30 <3`');
    expect(plain('Anna-Maria O’Neil').markup).toBe('Anna-Maria O’Neil');
    expect(plain('100.00 GEM').markup).toBe('100.00 GEM');
  });

  test('keeps no line ends and nothing that cannot be seen', () => {
    expect(plain('a\nb\u202Ec\u200Bd\u0000e\u2028f').markup).toBe('a bcde f');
    expect(code('\u3164\u200b').markup).toBe('–');
  });
});

describe('what we write', () => {
  test('formats, and escapes only what is put in', () => {
    const name = '**Anna**';
    expect(md`**To** ${name} ${code('1234')} ${written('_now_')}`.markup).toBe(
      '**To** \\*\\*Anna\\*\\* `1234` _now_',
    );
  });

  test('shows moments in the reader’s own time', () => {
    const moment = new Date('2026-01-31T12:00:00.900Z');
    expect(time(moment).markup).toBe('<t:1769860800:f>');
    expect(time(moment, 'clock').markup).toBe('<t:1769860800:t>');
  });

  test('joins lines', () => {
    expect(joined([written('a'), written('b')]).markup).toBe('a\nb');
    expect(joined([written('a'), written('b')], ' ').markup).toBe('a b');
  });
});
