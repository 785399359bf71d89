/**
 * Checks the value that a field made of a text, without the bank's own readers: null if it is
 * right, else the fault. A field that is not listed here gets only the general checks.
 */
import { holdsUnseen } from './unseen.ts';

const count = (text: string): number => [...text].length;

type Judge = (raw: string, value: unknown) => string | null;

/** The value of digits, by adding up, in hundredths. */
function hundredths(whole: string, decimals: string, zeros: number): bigint {
  let sum = 0n;
  for (const digit of whole) sum = sum * 10n + BigInt('0123456789'.indexOf(digit));
  sum *= 100n * 10n ** BigInt(zeros);
  const part = BigInt('0123456789'.indexOf(decimals[0] ?? '0')) * 10n;
  const rest = BigInt('0123456789'.indexOf(decimals[1] ?? '0'));
  return sum + (part + rest) * 10n ** BigInt(zeros);
}

const amount: Judge = (raw, value) => {
  const text = raw.replace(/^ +/, '').replace(/ *(GEM)? *$/i, '');
  const wish = value as { readonly kind: string; readonly amount?: bigint };
  if (wish.kind !== 'exact') return text.toLowerCase() === wish.kind ? null : 'not a word';
  const found = /^([1-9][0-9]*|0|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]{1,2}))?([km])?$/i.exec(
    text,
  );
  if (found === null) return 'not an amount';
  const zeros = { k: 3, m: 6 }[found[3]?.toLowerCase() ?? ''] ?? 0;
  const expected = hundredths(found[1]!.split(',').join(''), found[2] ?? '', zeros);
  if (wish.amount !== expected) return `is ${expected}, not ${wish.amount}`;
  return expected > 0n && expected <= 9_007_199_254_740_991n ? null : 'out of range';
};

/** A sum without `half` and `all`. */
const exactSum: Judge = (raw, value) => amount(raw, { kind: 'exact', amount: value });

/** One sum, a limit on one side, or two sums. */
const amountRange: Judge = (raw, value) => {
  const { least, most } = value as Readonly<Record<'least' | 'most', bigint | null>>;
  const text = raw.trim();
  if (least !== null && least === most && exactSum(text, least) === null) return null;
  if (least !== null && most !== null) {
    const parts = text.replace(/^(between|from) +/i, '').split(/ *(?:\.\.|–|-|~|to|and) */i);
    const [first = '', second = '', ...others] = parts;
    if (others.length > 0 || least > most) return 'not two sums';
    return exactSum(first, least) ?? exactSum(second, most);
  }
  const sides =
    least === null
      ? /^(?:≤|<=|at most|up to|max\.?)|or less$/i
      : /^(?:≥|>=|at least|from|min\.?)|(?:\+|or more)$/i;
  return sides.test(text) ? exactSum(text.replace(sides, '').trim(), least ?? most) : 'no side';
};

/** A number of days, or a day. */
const expiry: Judge = (raw, value) => {
  const { days, day } = value as { readonly days?: number; readonly day?: string };
  if (days === undefined) return date(raw, day);
  const isSame = raw.trim() === `${days}` || /^0+[0-9]+$/.test(raw.trim());
  return isSame && days >= 1 && days <= 90 ? null : 'not a number of days';
};

/** ISO 7064 MOD 11,10, from its definition. */
function hasCheckDigit(digits: string): boolean {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + Number(digits.at(-1))) % 10 === 1;
}

const accountNumber: Judge = (raw, value) => {
  const digits = raw.split(' ').join('').split('-').join('');
  if (!/^[1-9][0-9]{9}$/.test(digits) || value !== digits) return 'not ten digits';
  return hasCheckDigit(digits) ? null : 'its check digit is wrong';
};

const date: Judge = (raw, value) => {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(raw.trim());
  if (found === null || value !== raw.trim()) return 'not a date';
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days ? null : 'no day of the calendar';
};

const email: Judge = (raw, value) => {
  if (typeof value !== 'string' || value !== raw.trim().toLowerCase()) return 'not what was typed';
  if (!/^[^\s"(),:;<>@[\\\]]+@[^\s"(),:;<>@[\\\]]+\.[a-z][a-z0-9-]*$/.test(value))
    return 'no address';
  return /^[\x21-\x7e]{3,254}$/.test(value) ? null : 'not plain';
};

const phone: Judge = (raw, value) =>
  /^\+[1-9][0-9]{6,14}$/.test(String(value)) && /^\+[0-9 ()./\u00a0-]+$/.test(raw.trim())
    ? null
    : 'no phone number';

const families = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Bopomofo'],
  ['Han', 'Hangul'],
];
const alphabets =
  'Latin Greek Cyrillic Armenian Georgian Hebrew Arabic Ethiopic Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Tibetan Myanmar Khmer Thaana Han Hiragana Katakana Bopomofo Hangul'.split(
    ' ',
  );
const isOf = new Map(
  alphabets.map((one) => [one, new RegExp(`^\\p{Script_Extensions=${one}}$`, 'u')]),
);

const fullName: Judge = (_, value) => {
  const name = String(value);
  if (holdsUnseen(name) || name !== name.normalize('NFKC')) return 'not normal';
  if (!/^['’]?\p{L}[\p{L}\p{M}'’‘՚׳״.·‧・་‐֊־゠〇\-\u200c\u200d ]*$/u.test(name))
    return 'not a name';
  if (count(name) > 80) return 'too long';
  const letters = [...name].filter((one) => /\p{L}/u.test(one) && !/[ʼʻʾʿ]/u.test(one));
  const fits = [...alphabets.map((one) => [one]), ...families].some((system) =>
    letters.every((one) => system.some((script) => isOf.get(script)!.test(one))),
  );
  return fits ? null : 'written in several alphabets';
};

/** Free text: one line that contains only typed and visible characters. */
const line =
  (max: number): Judge =>
  (raw, value) => {
    if (value === null) return null;
    const text = String(value);
    if (holdsUnseen(text) || /[\r\n\t]/.test(text)) return 'holds what cannot be seen';
    if (count(text) > max) return 'too long';
    const typed = new Set([...raw, ...raw.normalize('NFC')].map((one) => one.normalize('NFC')));
    const strange = [...text].filter((one) => one !== ' ' && !typed.has(one));
    // Marks may join a letter only after something between them was dropped.
    return strange.every((one) => one.normalize('NFD').length > 1) ? null : 'not what was typed';
  };

const password: Judge = (raw, value) =>
  value === raw && count(raw) >= 1 && count(raw) <= 128 ? null : 'not what was typed';

const proof: Judge = (raw, value) => {
  const { text } = value as { readonly text?: unknown };
  const fine = typeof text === 'string' && /^[0-9A-HJKMNP-TV-Z]{6,16}$/.test(text);
  return fine && /^[0-9A-Za-z -]+$/.test(raw.trim()) ? null : 'no code';
};

const reference: Judge = (raw, value) =>
  typeof value === 'bigint' && value >= 0n && /^[0-9A-Za-z\s-]+$/.test(raw) ? null : 'no reference';

const nickname: Judge = (raw, value) => {
  const name = String(value);
  if (holdsUnseen(name) || name !== name.normalize('NFKC')) return 'not normal';
  if (!/^[\p{L}\p{M}\p{N} .'’&+/\-\u200c\u200d]+$/u.test(name) || !/\p{L}/u.test(name))
    return 'not a nickname';
  if (name !== name.trim() || name.includes('  ')) return 'has spaces at an end';
  const typed = new Set(raw.normalize('NFKC'));
  const strange = [...name].filter((one) => one !== ' ' && !typed.has(one));
  if (strange.some((one) => one.normalize('NFD').length === 1)) return 'not what was typed';
  return count(name) <= 32 ? null : 'too long';
};

const party: Judge = (raw, value) => {
  const { name, numberTail } = value as { readonly name: string; readonly numberTail: string };
  if (!/^[0-9]{4}$/.test(numberTail) || name.trim() === '') return 'no name with four digits';
  const text = raw.replaceAll(/[\s\u00a0]+/g, ' ').trim();
  return text.startsWith(name) && text.endsWith(numberTail) ? null : 'not what was typed';
};

/** A sum, or all above one, which follows a sign or words. */
const orderAmount: Judge = (raw, value) => {
  const found = value as { kind: string; amount?: bigint; above?: bigint };
  if (found.kind === 'FIXED') return amount(raw, { kind: 'exact', amount: found.amount });
  const rest = raw
    .trim()
    .replace(/^([>＞]|(all )?above)/i, '')
    .trim();
  if (rest === raw.trim()) return 'no sign for all above';
  if (found.above === 0n) return /^0+([.,]0+)?$/.test(rest) ? null : 'not zero';
  return amount(rest, { kind: 'exact', amount: found.above });
};

/** IANA names, or the city of one, which the corpus spells in plain letters. */
const timeZone: Judge = (raw, value) => {
  const city = String(value).split('/').at(-1)!.toLowerCase();
  const typed = raw.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();
  const plain = typed.replaceAll(/[\s_]+/g, '_');
  return plain === String(value).toLowerCase() ||
    plain === city ||
    plain.includes('/') ||
    /^[a-z0-9+-]+$/.test(plain)
    ? null
    : 'no time zone';
};
/** Turned off by a word or sign that says so; else judged as what the field is for. */
const orOff =
  (judge: Judge): Judge =>
  (raw, value) => {
    if (value !== 'off') return judge(raw, value);
    const words = ['off', 'none', 'no', 'never', '0', '-'];
    return words.includes(raw.trim().toLowerCase()) ? null : 'off without saying so';
  };

const units: Judge = (raw, value) => amount(raw, { kind: 'exact', amount: value });

/** Two different minutes of the day. */
const hours: Judge = (raw, value) => {
  const { from, until } = value as { readonly from: number; readonly until: number };
  const isMinute = (one: number): boolean => Number.isInteger(one) && one >= 0 && one < 1440;
  const typed = raw.normalize('NFKC').match(/\d+/g) ?? [];
  if (from === until || !isMinute(from) || !isMinute(until)) return 'no hours';
  return typed.length >= 2 && typed.every((digits) => digits.length <= 2) ? null : 'no two times';
};

/** The last digits of an account number. */
const tail: Judge = (raw, value) =>
  /^[0-9]{4}$/.test(String(value)) && raw.includes(String(value)) ? null : 'no four digits';

/** ASCII letters and digits, in capitals. */
const currencyName: Judge = (raw, value) =>
  /^[A-Z][A-Z0-9]{1,5}$/.test(String(value)) && /^[\x20-\x7e]+$/.test(raw.trim())
    ? String(value) === raw.trim().toUpperCase()
      ? null
      : 'another name'
    : 'no name of a currency';

const judges: Readonly<Record<string, Judge>> = {
  amount,
  exactSum,
  amountRange,
  expires: expiry,
  request: reference,
  orderAmount,
  time_zone: timeZone,
  nickname,
  party,
  tail,
  account_number: accountNumber,
  from_amount: orOff(units),
  quiet_hours: orOff(hours),
  date_of_birth: date,
  from_date: date,
  to_date: date,
  currency: currencyName,
  email,
  phone,
  full_name: fullName,
  memo: line(140),
  reason: line(140),
  counterparty: line(80),
  text: line(80),
  query: line(80),
  password,
  password_again: password,
  current_password: password,
  code: proof,
  reference,
};

export function judgement(name: string, lengthMax: number, raw: string, value: unknown) {
  const judge = judges[name] ?? (typeof value === 'string' ? line(lengthMax) : () => null);
  return value === null && raw.trim() === '' ? null : judge(raw, value);
}
