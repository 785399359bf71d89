/** In which language a sentence is read, and what is never guessed. */
import { describe, expect, test } from 'vitest';
import { accountNumberIn, mentionedIn, shortenedTo } from '../../../../src/bot/talk/people.ts';
import { readIn } from '../../../../src/bot/talk/reading.ts';
import { inLanguage, type Language, languages, words } from '../../../../src/words/index.ts';
import { corpus } from '../../../support/corpus/corpus.ts';

const about = {
  now: new Date('2026-11-28T12:00:00Z'),
  timeZone: 'UTC',
  people: [
    { id: 'to-1234567890', name: 'Ben O.' },
    { id: 'to-1234567891', name: 'Chloé D.' },
  ],
  currency: { code: 'GEM', scale: 2 },
};
const read = (text: string, own: Language | null = null) => readIn(text, own, about);

describe('without a known language', () => {
  test.each([
    ['send ben 5 for pizza', 'en', { to: 'ben', amount: '5', memo: 'pizza' }],
    ['send ben 2.50', 'en', { to: 'ben', amount: '2.5' }],
    ['schick ben 12,50 für pizza', 'de', { to: 'ben', amount: '12.5', memo: 'pizza' }],
    ['envoie 5 à Chloé', 'fr', { to: 'Chloé', amount: '5' }],
  ])('"%s" is read in %s', (text, language, wanted) => {
    const reading = read(text);
    expect(reading.meaning).toMatchObject({ intent: 'send', ...wanted });
    expect(reading.language).toBe(language);
  });
});

describe('with a known language', () => {
  test('a sentence in another one is read too', () => {
    expect(read('schick ben 5', 'en').meaning).toMatchObject({ intent: 'send', amount: '5' });
    expect(read('what is my balance?', 'ja').meaning.intent).toBe('balance');
  });

  test('a number that it writes differently is asked about', () => {
    expect(read('send 12,500 to ben', 'en').meaning).toMatchObject({ amount: '12500' });
    expect(read('send 12,500 to ben', 'de').meaning.intent).not.toBe('send');
  });
});

test('each example of each language is understood in it', () => {
  const people = [...about.people, { id: 'to-1234567892', name: 'ベン' }];
  for (const language of languages) {
    const { examples } = inLanguage(language, () => words.replies.talk.notUnderstood);
    const texts = inLanguage(language, () => [...examples]);
    for (const text of texts) {
      const { meaning } = readIn(text, language, { ...about, people });
      expect([language, text, meaning.intent]).not.toContain('none');
      expect([language, text, meaning.intent]).not.toContain('unclear');
    }
  }
});

// Up to five languages for each text, on a busy machine.
test('hostile text leads to no payment', { timeout: 120_000 }, () => {
  const paid = corpus.filter((text) => {
    const { meaning } = read(text);
    if (meaning.intent === 'deposit' || meaning.intent === 'withdraw') return true;
    if (meaning.intent !== 'send') return false;
    const isNamed = meaning.candidates.length > 0 || mentionedIn(meaning.to) !== null;
    return isNamed || accountNumberIn(meaning.to) !== null;
  });
  expect(paid).toEqual([]);
  expect(corpus.length).toBeGreaterThan(500);
  // The same check finds a payment where there is one.
  expect(read('send ben 5').meaning).toMatchObject({ intent: 'send', candidates: [{}] });
});

describe('a payee', () => {
  test('is a mention, an account number, or a name', () => {
    expect(mentionedIn('<@100000000000000001>')).toBe('100000000000000001');
    expect(mentionedIn('<@&100000000000000001>')).toBeNull();
    expect(mentionedIn('<@1> and <@2>')).toBeNull();
    expect(accountNumberIn('1234 567-890')).toBe('1234567890');
    expect(accountNumberIn('12345')).toBeNull();
  });

  test('with a surname is never taken for a short form, only asked about', () => {
    const names = (written: string) => shortenedTo(written, about.people).map(({ name }) => name);
    expect(names('Ben Okafor')).toEqual(['Ben O.']);
    expect(names('ben osman')).toEqual(['Ben O.']);
    expect(names('Ben Kim')).toEqual([]);
    expect(names('Ben')).toEqual([]);
    expect(read('send Ben Okafor 5').meaning).toMatchObject({ intent: 'unclear', about: 'payee' });
  });
});
