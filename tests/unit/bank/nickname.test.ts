/** Nicknames of payees, and what a customer may type for an account. */
import { describe, expect, test } from 'vitest';
import {
  nicknameKey,
  parseNickname,
  parsePayee,
  partyText,
  referenceOf,
  type RequestId,
} from '../../../src/bank/model/index.ts';

const codeOf = (text: string): string | null => {
  const read = parseNickname(text);
  return read.ok ? null : read.reason.code;
};

describe('a nickname', () => {
  test.each(['landlord', 'Mum & Dad', 'O’Neill', 'Café 3', 'が', 'می‌خواهم', 'a/c No. 2'])(
    'may be %s',
    (text) => {
      expect(parseNickname(text)).toEqual({ ok: true, value: text });
    },
  );

  test.each([
    ['', 'NICKNAME_EMPTY'],
    ['\u200b ', 'NICKNAME_EMPTY'],
    ['a'.repeat(33), 'NICKNAME_TOO_LONG'],
    ['ﷺ'.repeat(3), 'NICKNAME_TOO_LONG'],
    ['Mum 🏡', 'NICKNAME_SIGN'],
    ['<@1>', 'NICKNAME_SIGN'],
    ['`x`', 'NICKNAME_SIGN'],
    ['Ben …1234', 'NICKNAME_RESERVED'],
    ['1234567890', 'NICKNAME_LETTERLESS'],
    ['1 - 2', 'NICKNAME_LETTERLESS'],
    [referenceOf(123n as RequestId), 'NICKNAME_RESERVED'],
  ])('may not be %j', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test('is stored on one line, in its normal form, without what cannot be seen', () => {
    expect(parseNickname(' Ｌand\u202e\n lord\u200b ')).toEqual({ ok: true, value: 'Land lord' });
  });

  test('is the same one whatever its case and accents', () => {
    const same = (one: string, other: string) => nicknameKey(one) === nicknameKey(other);
    expect(same('CAFÉ', 'cafe')).toBe(true);
    expect(same('Straße', 'STRASSE')).toBe(true);
    expect(same('O’Neill', "o'neill")).toBe(true);
    expect(same('İzmir', 'izmir')).toBe(true);
    // Not accents, but other letters.
    expect(same('かき', 'がき')).toBe(false);
    expect(same('Mum', 'Mom')).toBe(false);
  });
});

describe('the account that is typed', () => {
  test('is a number, a reference, a nickname, or a person with four digits', () => {
    const id = 123_456n as RequestId;
    expect(parsePayee('8417 3095 29').ok).toBe(false);
    expect(parsePayee(referenceOf(id).toLowerCase())).toEqual({ ok: true, value: { payerOf: id } });
    expect(parsePayee(' landlord ')).toEqual({ ok: true, value: { nickname: 'landlord' } });
    const ben = { name: 'Ben O.', numberTail: '8719' };
    expect(parsePayee(partyText(ben))).toEqual({ ok: true, value: { party: ben } });
    expect(parsePayee('Ben O. ...8719')).toEqual({ ok: true, value: { party: ben } });
  });

  test('is refused with the reason that fits', () => {
    const reasonOf = (text: string) => {
      const read = parsePayee(text);
      return read.ok ? null : read.reason.code;
    };
    expect(reasonOf('123')).toBe('ACCOUNT_NUMBER_LENGTH');
    expect(reasonOf('🏡')).toBe('ACCOUNT_NUMBER_NOT_DIGITS');
    expect(reasonOf('Mum 🏡')).toBe('PAYEE_SHAPE');
    const mistyped = referenceOf(1n as RequestId).replace(/.$/, (last) =>
      last === '7' ? '8' : '7',
    );
    expect(reasonOf(mistyped)).toBe('REFERENCE_MISTYPED');
  });
});
