/** Visible characters are kept as typed; invisible ones are removed. */
import { describe, expect, test } from 'vitest';
import { firstInvisible, withoutInvisible, withoutJoiners } from '../../../src/lib/text.ts';

describe('visible text is kept', () => {
  test.each([
    ['a family', '👨‍👩‍👧'],
    ['hearts', '❤️ and ❤️‍🔥'],
    ['a skin tone', '👩🏽‍🚀'],
    ['a flag of a country', '🇩🇪'],
    ['a flag of letters', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['a flag with a sign', '🏳️‍⚧️'],
    ['a keycap', '1️⃣ #️⃣'],
    ['a sign as text and as a picture', '☺︎ ☺️ ©️'],
    ['Persian', 'علی‌رضا'],
    ['Sinhala', 'ක්‍රිෂාන්'],
    ['Bengali, the joiner before the virama', 'র‍্যাচেল'],
    ['Malayalam, the joiner at the end', 'മോഹന്‍'],
    ['Marathi', 'र्‍यादव'],
  ])('%s', (_, text) => {
    expect(withoutInvisible(text)).toBe(text);
    expect(withoutInvisible(text.normalize('NFC'))).toBe(text.normalize('NFC'));
  });
});

describe('invisible characters are removed', () => {
  test.each([
    ['a joiner between letters', 'a\u200db\u200cc', 'abc'],
    ['a joiner at an end', '👨\u200d', '👨'],
    ['a joiner behind what was dropped', '👨\u200b\u200d👩', '👨👩'],
    ['a selector behind a letter', 'a\ufe0f1\ufe0f', 'a1'],
    ['two selectors', '❤\ufe0f\ufe0f', '❤\ufe0f'],
    ['a message in invisible letters', '😀\u{e0068}\u{e0069}\u{e007f}', '😀'],
    ['the same behind a flag', '🏴\u{e0068}\u{e0069}\u{e007f}', '🏴'],
    ['directions and fillers', '\u202ea\u2066b\u3164c\u2800', 'abc'],
    ['half a character', '\ud83dx', 'x'],
  ])('%s', (_, text, shown) => {
    expect(withoutInvisible(text)).toBe(shown);
  });
});

test('a joiner is invisible only where the script does not need it', () => {
  expect(firstInvisible('علی‌رضا')).toBeNull();
  expect(firstInvisible('An\u200cna')).toBe('\u200c');
  expect(withoutJoiners('ක්‍රිෂාන්')).toBe('ක්රිෂාන්');
});
