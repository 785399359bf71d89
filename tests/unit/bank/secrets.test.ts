import { describe, expect, test } from 'vitest';
import type { CustomerId, PersonalDetails } from '../../../src/bank/index.ts';
import {
  contactIndexes,
  sealDetails,
  unsealDetails,
} from '../../../src/bank/people/details/sealed.ts';
import { createPasswords } from '../../../src/bank/people/proofs/password-hashing.ts';
import { judgePassword } from '../../../src/bank/people/proofs/password-strength.ts';
import { newRecoveryCodes, recoveryCodeHash } from '../../../src/bank/keys/recovery-codes.ts';
import { seal, unseal } from '../../../src/bank/keys/sealing.ts';
import { deriveKeys } from '../../../src/bank/keys/keys.ts';
import { words } from '../../../src/words/index.ts';
import type { BankEvent } from '../../../src/bank/model/base/events.ts';

const secrets = { pepper: Buffer.alloc(32, 1), piiKey: Buffer.alloc(32, 2) };
const keys = deriveKeys(secrets);
const details: PersonalDetails = {
  fullName: 'Anna Maria Miller',
  email: 'zephyrine@example.com',
  phone: '+4930123456',
  dateOfBirth: '1990-12-31',
  gender: 'female',
};

const rules = { lengthMin: 10, bankName: 'Passbook' };
const judged = (password: string) => {
  const result = judgePassword(password, details, rules);
  return result.ok ? 'good' : words.reasons.passwordFault(result.reason);
};

describe('password strength', () => {
  test.each([
    'quartz lantern voyage 41',
    'пять жареных гвоздей',
    'x9#Lr2$vQp!',
    '🍕'.repeat(10) + 'Rk2!vz',
  ])('%s is good', (password) => expect(judged(password)).toBe('good'));

  test.each([
    ['short1!', 'at least 10'],
    ['🍕'.repeat(9), 'at least 10'],
    ['x'.repeat(129), 'at most 128'],
    ['password1234', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['1234567890', 'common'],
    ['qwertyuiop12', 'common'],
    ['miller-quartz-41', 'your name'],
    ['MILLER-quartz-41', 'your name'],
    ['call4930123456now', 'your phone'],
    ['quartz 31121990 sky', 'date of birth'],
    ['quartz 1990-12-31 sky', 'date of birth'],
    ['quartz zephyrine lantern', 'your e-mail'],
    ['my Passbook lantern', 'bank’s name'],
  ])('%s is refused', (password, part) => {
    expect(judged(password)).toContain(part);
  });

  test('without details only the bank’s own words are checked', () => {
    expect(judgePassword('miller-quartz-41', null, rules).ok).toBe(true);
  });
});

describe('password hashes', () => {
  const events: BankEvent[] = [];
  const make = async (pepper = secrets.pepper, former: Buffer[] = [], cost = 4) =>
    createPasswords({
      keys: deriveKeys({ ...secrets, pepper, formerPeppers: former }),
      cost,
      report: (event) => events.push(event),
    });

  test('cover passwords beyond 72 bytes, after a NUL and in any normal form', async () => {
    const passwords = await make();
    const long = 'x'.repeat(100);
    const stored = await passwords.hash(`${long}1`);
    expect(await passwords.verify(`${long}1`, stored)).toBe(true);
    expect(await passwords.verify(`${long}2`, stored)).toBe(false);
    const withNul = await passwords.hash('quartz\0lantern');
    expect(await passwords.verify('quartz\0voyage', withNul)).toBe(false);
    const composed = await passwords.hash('caf\u00e9 lantern');
    expect(await passwords.verify('cafe\u0301 lantern', composed)).toBe(true);
  });

  test('of unknown accounts never match', async () => {
    const passwords = await make();
    expect(await passwords.verify('quartz lantern', null)).toBe(false);
  });

  test('depend on the pepper, and a previous one is valid but outdated', async () => {
    const old = Buffer.alloc(32, 3);
    const stored = await (await make(old)).hash('quartz lantern');
    expect(await (await make()).verify('quartz lantern', stored)).toBe(false);
    expect(events.at(-1)).toMatchObject({ name: 'pepperMissing' });
    const rotated = await make(secrets.pepper, [old]);
    expect(await rotated.verify('quartz lantern', stored)).toBe(true);
    expect(rotated.isOutdated(stored)).toBe(true);
  });

  test('of another cost are outdated', async () => {
    const stored = await (await make()).hash('quartz lantern');
    expect((await make()).isOutdated(stored)).toBe(false);
    expect((await make(secrets.pepper, [], 5)).isOutdated(stored)).toBe(true);
  });
});

describe('sealing', () => {
  const plain = Buffer.from('anna');

  test('opens only with the key, in its place, unchanged', () => {
    const sealed = seal(keys.wrapping, plain, 'here');
    expect(unseal(keys.wrapping, sealed, 'here')).toEqual(plain);
    expect(() => unseal(keys.conversations, sealed, 'here')).toThrow();
    expect(() => unseal(keys.wrapping, sealed, 'there')).toThrow();
    for (let index = 0; index < sealed.length; index += 1) {
      const broken = Buffer.from(sealed);
      broken[index] = (broken[index] ?? 0) ^ 1;
      expect(() => unseal(keys.wrapping, broken, 'here')).toThrow();
    }
    expect(() => unseal(keys.wrapping, Buffer.of(1), 'here')).toThrow('Defect');
  });

  test('personal details are readable only through their customer’s own key', () => {
    const row = sealDetails(keys, 5n as CustomerId, details);
    expect(unsealDetails(keys, row)).toEqual(details);
    expect(row.sealed.includes('anna')).toBe(false);
    const other = sealDetails(keys, 6n as CustomerId, details);
    expect(() => unsealDetails(keys, { ...row, wrappedKey: other.wrappedKey })).toThrow();
  });

  test('blind indexes are equal for equal contacts only, and differ by kind and key', () => {
    const one = contactIndexes(keys, details);
    expect(contactIndexes(keys, { ...details })).toEqual(one);
    expect(contactIndexes(keys, { ...details, email: 'b@example.com' }).emailIndex).not.toEqual(
      one.emailIndex,
    );
    const otherKeys = deriveKeys({ ...secrets, piiKey: Buffer.alloc(32, 8) });
    expect(contactIndexes(otherKeys, details).phoneIndex).not.toEqual(one.phoneIndex);
    const same = contactIndexes(keys, { email: 'x', phone: 'x' });
    expect(same.emailIndex).not.toEqual(same.phoneIndex);
  });

  test('short secrets are refused', () => {
    expect(() => deriveKeys({ ...secrets, pepper: Buffer.alloc(31) })).toThrow('32 bytes');
  });
});

describe('recovery codes', () => {
  test('are eight different ones that can be typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(8);
    const [code = ''] = codes;
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = code.toLowerCase().replaceAll('-', ' ');
    expect(recoveryCodeHash(keys, typed)).toEqual(recoveryCodeHash(keys, code));
    expect(recoveryCodeHash(keys, codes[1] ?? '')).not.toEqual(recoveryCodeHash(keys, code));
  });
});
