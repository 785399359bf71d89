import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ageOn,
  maskedName,
  parseDateOfBirth,
  parseEmail,
  parseFullName,
  parseMemo,
  parsePhone,
} from '../../../src/bank/index.ts';
import { saidOf as said } from '../../support/words.ts';

describe('names', () => {
  test.each([
    ['  Anna   Maria  Miller ', 'Anna Maria Miller'],
    ['Zoë O’Neill-Smith Jr.', 'Zoë O’Neill-Smith Jr.'],
    ['Ａｎｎａ', 'Anna'],
    ['Анна Иванова', 'Анна Иванова'],
    ['山田 太郎', '山田 太郎'],
    ['さくら 田中', 'さくら 田中'],
    ['Nguyễn Văn A', 'Nguyễn Văn A'],
    ['राम शर्मा', 'राम शर्मा'],
    ['Li', 'Li'],
    ['ローラ スミス', 'ローラ スミス'],
    ['ﾛｰﾗ･ｽﾐｽ', 'ローラ・スミス'],
    ['ロッテ゠ミラ', 'ロッテ゠ミラ'],
    ['〆木 花子', '〆木 花子'],
    ['OʼNeill', 'OʼNeill'],
    ['O´Neill', 'O’Neill'],
    ['Марʼяна Коваль', 'Марʼяна Коваль'],
    ['Kaʻiulani', 'Kaʻiulani'],
    ['ʻAkahi Kealoha', 'ʻAkahi Kealoha'],
    ['Gʻafur Gʻulom', 'Gʻafur Gʻulom'],
    ['Saʿd al‐Dīn', 'Saʿd al‐Dīn'],
    ['’t Hooft', '’t Hooft'],
    ['J.-P. Martin', 'J.-P. Martin'],
    ['علی‌رضا', 'علی‌رضا'],
    ['محمـد', 'محمـد'],
    ['ක්‍රිෂාන්', 'ක්‍රිෂාන්'],
    ['র‍্যাচেল', 'র‍্যাচেল'],
    ['മോഹന്‍', 'മോഹന്‍'],
    ['ג׳ורג׳ כהן־לוי', 'ג׳ורג׳ כהן־לוי'],
    ['רמב״ם', 'רמב״ם'],
    ['Դ՚Արտ Սարգսյան', 'Դ՚Արտ Սարգսյան'],
    ['བསྟན་འཛིན', 'བསྟན་འཛིན'],
    ['ကျော်စွာ', 'ကျော်စွာ'],
    ['迪力‧木拉', '迪力‧木拉'],
  ])('%s is kept as %s', (text, name) => {
    expect(parseFullName(text)).toEqual({ ok: true, value: name });
  });

  test.each([
    ['', 'Enter your name.'],
    ['A', 'at least 2'],
    ['A'.repeat(81), 'at most 80'],
    ['Anna2', 'cannot contain digits'],
    ['Anna\u200bMiller', 'invisible character'],
    ['\u202eanna', 'invisible character'],
    ['Anna <@123>', 'cannot contain digits'],
    ['Anna <@>', 'only letters'],
    ['Anna_Miller', 'only letters'],
    ['Anna 😀', 'only letters'],
    ['-Anna', 'begins with a letter'],
    ["Anna--O''Neill", 'as it is in your passport'],
    [`A${'\u0316'.repeat(8)}b`, 'as it is in your passport'],
    ['Аnna Miller', 'one alphabet'],
    ['Ꭺnna', 'everyday use'],
    ['𐌀nna', 'everyday use'],
    ['Anna\u200bMiller', 'U+200B'],
    ['An\u200cna', 'U+200C'],
    ['O', 'Enter your full name'],
    ['Martin King, Jr.', 'Leave out “,”'],
    ['Anna_Miller', 'Leave out U+005F'],
    ['Jennifer 8. Li', 'Spell out any number'],
    ['Аnna Miller', '“А” is Cyrillic, but most of it is Latin'],
    ['Anna ー', '“ー” is Hiragana'],
    ['Anna・Miller', 'one alphabet'],
    ['Anna ׳', 'one alphabet'],
    ['Annˈa', '“ˈ” is not'],
    ['ʼʼ', 'begins with a letter'],
    ['ـــ', 'begins with a letter'],
    ['ーラ', 'begins with a letter'],
    ['An\u064bna', 'one alphabet'],
  ])('%s is refused', (text, part) => {
    expect(said(parseFullName(text))).toContain(part);
  });

  test('that are accepted are unchanged when read again', () => {
    const letters = fc.stringMatching(/^[\p{L}\p{M} '.\u00a0\u0301\uff21-\uff3a-]{2,30}$/u);
    fc.assert(
      fc.property(letters, (text) => {
        const once = parseFullName(text);
        return !once.ok || said(parseFullName(once.value)) === once.value;
      }),
      { numRuns: 5_000 },
    );
  });

  test('are masked for others', () => {
    expect(maskedName('Anna Maria Miller')).toBe('Anna M.');
    expect(maskedName('Anna')).toBe('Anna');
    expect(maskedName('山田 太郎')).toBe('山田 太.');
    expect(maskedName('アンナ・ミラ')).toBe('アンナ ミ.');
    expect(maskedName('迪力·木拉')).toBe('迪力 木.');
    expect(maskedName('Gal·la Puig')).toBe('Gal·la P.');
    expect(maskedName('Gerard ’t Hooft')).toBe('Gerard H.');
    expect(maskedName('Anna ʻAkahi')).toBe('Anna A.');
  });
});

describe('e-mail addresses', () => {
  test.each([
    [' Anna@Example.COM ', 'anna@example.com'],
    ['a.b+c@sub.example.co', 'a.b+c@sub.example.co'],
  ])('%s is kept as %s', (text, email) => {
    expect(parseEmail(text)).toEqual({ ok: true, value: email });
  });

  test.each([
    ['', 'Enter an e-mail'],
    ['anna', 'one “@”'],
    ['a@b@c.de', 'one “@”'],
    ['an na@example.com', 'no spaces'],
    ['anna@exämple.com', 'plain letters'],
    ['anna@example.com\r\nBcc: x@y.zz', 'plain letters'],
    ['.anna@example.com', 'before the “@”'],
    ['an..na@example.com', 'before the “@”'],
    [`${'a'.repeat(65)}@example.com`, 'before the “@”'],
    ['anna@example', 'ending'],
    ['anna@-example.com', 'must be a domain'],
    ['anna@example.123', 'must be a domain'],
    [`a@${'b.'.repeat(130)}com`, 'too long'],
  ])('%s is refused', (text, part) => {
    expect(said(parseEmail(text))).toContain(part);
  });
});

describe('phone numbers', () => {
  test.each([
    ['+49 30 123456', '+4930123456'],
    ['+1 (202) 555-0123', '+12025550123'],
    [' +33612345678 ', '+33612345678'],
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['+49 (0) 30 123456', '+4930123456'],
    ['+1 (0) 202 555 0123', '+12025550123'],
    ['+39 (0)6 1234 5678', '+390612345678'],
  ])('%s is kept as %s', (text, phone) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: phone });
  });

  test.each([
    ['', 'Enter a phone number'],
    ['030 123456', 'Begin with “+”'],
    ['0049 30 123456', 'not with 00'],
    ['+49 30 123456 ext. 5', '“+” and digits'],
    ['tel:+4930123456', 'Begin with “+”'],
    ['+49 30 12E456', '“+” and digits'],
    ['+４９ 30 123456', 'plain digits'],
    [`+49${'1'.repeat(60)}`, 'too long'],
    ['+999 123456', 'No country'],
    ['+49 1', 'digits are missing'],
    ['+1 202 555', 'too short'],
    ['+1 555 123 4567', 'no such number'],
  ])('%s is refused', (text, part) => {
    expect(said(parsePhone(text))).toContain(part);
  });
});

describe('phone numbers of a bank with a country', () => {
  test.each([
    ['030 123456', 'DE', '+4930123456'],
    ['(030) 12 34 56', 'DE', '+4930123456'],
    ['0049 30 123456', 'DE', '+4930123456'],
    ['001 202 555 0123', 'DE', '+12025550123'],
    ['011 49 30 123456', 'US', '+4930123456'],
    ['(202) 555-0123', 'US', '+12025550123'],
    ['8 (495) 123-45-67', 'RU', '+74951234567'],
    ['06 1234 5678', 'IT', '+390612345678'],
    ['+33 6 12 34 56 78', 'DE', '+33612345678'],
  ])('%s in %s is %s', (text, region, phone) => {
    expect(parsePhone(text, region)).toEqual({ ok: true, value: phone });
  });

  test.each([
    ['030 1', 'no such number'],
    ['12', 'too short'],
    ['030 12E456', '“+” and digits'],
    ['030 123456 ext. 5', '“+” and digits'],
  ])('%s is refused', (text, part) => {
    expect(said(parsePhone(text, 'DE'))).toContain(part);
  });
});

describe('dates as people write them', () => {
  const today = '2026-11-28';
  const read = (text: string, locale: string | null = null) =>
    said(parseDateOfBirth(text, today, locale));

  test.each([
    ['31.12.1990', 'en-US', '1990-12-31'],
    ['31. 12. 1990', 'cs', '1990-12-31'],
    ['12/31/1990', 'en-US', '1990-12-31'],
    ['12/31/1990', 'de', '1990-12-31'],
    ['31/12/1990', 'en-US', '1990-12-31'],
    ['31-12-1990', 'nl', '1990-12-31'],
    ['3.4.1990', 'de', '1990-04-03'],
    ['03/04/1990', 'fr', '1990-04-03'],
    ['03/04/1990', 'en-GB', '1990-04-03'],
    ['05/05/1990', 'en-US', '1990-05-05'],
    ['1990/12/31', 'ja', '1990-12-31'],
    ['1990. 4. 3.', 'ko', '1990-04-03'],
    ['29.02.2000', 'de', '2000-02-29'],
  ])('%s in %s is %s', (text, locale, date) => {
    expect(read(text, locale)).toBe(date);
  });

  test.each(['en-US', 'ja', 'sv-SE', 'zh-CN', 'no locale at all!', null])(
    'an ambiguous date is asked again in %s, with both meanings',
    (locale) => {
      expect(read('03/04/1990', locale)).toBe(
        '“03/04/1990” could mean two dates. Write 1990-04-03 for 3 April or 1990-03-04 for 4 March.',
      );
    },
  );

  test.each([
    ['29.02.2001', 'does not exist'],
    ['13/13/1990', 'does not exist'],
    ['31.12/1990', 'YYYY-MM-DD'],
    ['31.12.90', 'YYYY-MM-DD'],
    ['31.12.2026', 'in the future'],
    ['31.12.1890', 'too long ago'],
  ])('%s is refused', (text, part) => {
    expect(read(text, 'de')).toContain(part);
  });
});

describe('dates of birth', () => {
  const today = '2026-11-22';

  test('a calendar day is accepted', () => {
    expect(parseDateOfBirth(' 2000-02-29 ', today)).toEqual({ ok: true, value: '2000-02-29' });
  });

  test.each([
    ['', 'YYYY-MM-DD'],
    ['1990-1-1', 'YYYY-MM-DD'],
    ['１990-01-01', 'YYYY-MM-DD'],
    ['2001-02-29', 'does not exist'],
    ['1990-13-01', 'does not exist'],
    ['2026-11-23', 'in the future'],
    ['1890-01-01', 'too long ago'],
  ])('%s is refused', (text, part) => {
    expect(said(parseDateOfBirth(text, today))).toContain(part);
  });

  test('age counts full years', () => {
    expect(ageOn({ born: '2013-11-22', today })).toBe(13);
    expect(ageOn({ born: '2013-11-23', today })).toBe(12);
    expect(ageOn({ born: '2012-02-29', today: '2025-02-28' })).toBe(12);
  });
});

describe('memos', () => {
  test('are one line without invisible characters', () => {
    expect(parseMemo(' for\n\tpizza \u202e\u200b ')).toEqual({ ok: true, value: 'for pizza' });
    expect(parseMemo(' \u200b ')).toEqual({ ok: true, value: null });
  });

  test('have at most 140 characters, emoji counted once', () => {
    expect(parseMemo('🍕'.repeat(140))).toMatchObject({ ok: true });
    expect(said(parseMemo('🍕'.repeat(141)))).toContain('this one has 141');
  });

  test.each(['👨‍👩‍👧 at the zoo ❤️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿 1️⃣ 🇩🇪', 'برای علی‌رضا', 'ක්‍රිෂාන්'])(
    '%s stays whole',
    (text) => {
      expect(parseMemo(text)).toEqual({ ok: true, value: text });
    },
  );

  const shaping = [
    ...'ab1#ع\u200c\u200d\u200b\u094dक\u0dca\u0dd9ක\u093c\u0301❤\ufe0f\ufe0e👨🏽🏴\u20e3 ',
  ];
  test.each([
    ['any characters', fc.string({ unit: 'binary', maxLength: 60 })],
    ['joining characters', fc.string({ unit: fc.constantFrom(...shaping), maxLength: 12 })],
  ])('of %s are unchanged when read twice', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = parseMemo(text);
        if (!once.ok || once.value === null) return true;
        return said(parseMemo(once.value)) === once.value;
      }),
      { numRuns: 20_000 },
    );
  });
});
