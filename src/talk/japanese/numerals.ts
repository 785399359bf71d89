/** Japanese numbers: 12.50, 1,250, 1万2千, 三千五百, 六十五点五, 2.5k. */

const digits = '〇一二三四五六七八九';
const sections: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const myriads: Readonly<Record<string, number>> = { 万: 10_000, 億: 100_000_000 };

/** A run that may be a number; null text: it has two readings. */
export interface Numeral {
  readonly end: number;
  readonly value: string | null;
  /** Whether it is written with kanji only, which are also parts of words. */
  readonly isKanji: boolean;
}

const run =
  /(?:[0-9](?:[0-9,.]*[0-9])?|[〇零一二三四五六七八九十百千万億]+)+(?:点[0-9〇零一二三四五六七八九]+)?/uy;

const plain = (value: number): string => `${Math.round(value * 100) / 100}`;

/** Digits with commas between thousands and a point before the decimals. */
function western(text: string): number | null {
  if (!/^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(text)) return null;
  if (/^0\d/.test(text)) return null;
  return Number(text.replaceAll(',', ''));
}

/** Parts such as 3千 and 五百 and 二十, from the largest unit to the smallest. */
function mixed(text: string): number | null {
  let [total, section] = [0, 0];
  let pending: number | null = null;
  let [lastUnit, lastMyriad] = [Infinity, Infinity];
  for (const [part] of text.replaceAll('零', '〇').matchAll(/[0-9][0-9,.]*|./gu)) {
    const unit = sections[part];
    const myriad = myriads[part];
    if (unit !== undefined) {
      if (unit >= lastUnit) return null;
      section += (pending ?? 1) * unit;
      [pending, lastUnit] = [null, unit];
    } else if (myriad !== undefined) {
      if (myriad >= lastMyriad) return null;
      total += (section + (pending ?? 0) || 1) * myriad;
      [section, pending, lastUnit, lastMyriad] = [0, null, Infinity, myriad];
    } else {
      if (pending !== null) return null;
      const value = digits.includes(part) ? digits.indexOf(part) : western(part);
      if (value === null) return null;
      pending = value;
    }
  }
  // 2万5 may be 20,005 or, as people say it, 25,000.
  const isShort = pending !== null && pending > 0 && lastUnit === Infinity && total > 0;
  return isShort || (/\d/u.test(text) && pending !== null && lastUnit === 1_000)
    ? null
    : total + section + (pending ?? 0);
}

/** 一二三 and 二〇: kanji in place of digits. */
const asDigits = (text: string): string | null =>
  /^[〇零一二三四五六七八九]{2,}$/u.test(text)
    ? [...text.replaceAll('零', '〇')].map((sign) => digits.indexOf(sign)).join('')
    : null;

function valueOf(text: string): string | null {
  const [whole = '', decimals] = text.split('点');
  const value = Number(asDigits(whole) ?? Number.NaN);
  const units = Number.isNaN(value) ? mixed(whole) : value;
  if (units === null || !Number.isFinite(units)) return null;
  if (decimals === undefined) return plain(units) === `${units}` ? `${units}` : null;
  const cents = [...decimals.replaceAll('零', '〇')]
    .map((sign) => (/\d/.test(sign) ? sign : digits.indexOf(sign)))
    .join('');
  return Number.isInteger(units) && cents.length <= 2 ? `${units}.${cents}` : null;
}

export function numeralAt(text: string, at: number): Numeral | null {
  run.lastIndex = at;
  const found = run.exec(text)?.[0];
  if (found === undefined) return null;
  const end = at + found.length;
  const isKanji = !/\d/.test(found);
  const suffix = /^[kKmM](?![A-Za-z])|^[kKmM](?=gem)/iu.exec(text.slice(end))?.[0];
  if (suffix !== undefined) {
    const value = western(found);
    const factor = suffix.toLowerCase() === 'k' ? 1_000 : 1_000_000;
    return { end: end + 1, value: value === null ? null : plain(value * factor), isKanji };
  }
  return { end, value: valueOf(found), isKanji };
}

/** A whole number up to 9999, as in dates: 15, 十五. */
export function wholeOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (mixed(text) ?? Number.NaN);
}

/** A whole number within a regular expression. */
export const whole = '(?:\\d{1,4}|[一二三四五六七八九十百]+)';
