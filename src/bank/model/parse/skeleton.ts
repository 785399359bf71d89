/**
 * Names with the same skeleton look alike. A part of UTS #39 for the alphabets that names may use,
 * see
 * https://www.unicode.org/reports/tr39/#Confusable_Detection
 */

import { withoutJoiners } from '../../../lib/text.ts';
import { nameSigns } from './name-signs.ts';

/** A letter, then letters that look like it, small capitals last. All in lower case. */
const lookalikes = [
  'aаαɑａᴀ',
  'bвβьʙ',
  'cсϲᴄ',
  'dԁᴅ',
  'eеεєҽᴇ',
  'fϝꜰ',
  'gցɡɢ',
  'hнһհηʜ',
  'iіιıɩɪ',
  'jјϳᴊ',
  'kкκᴋ',
  'lӏ|ǀʟ',
  'mмμᴍ',
  'nոռпνɴ',
  'oоοօσөᴏ',
  'pрρᴘ',
  'qԛգꞯ',
  'rгⲅʀ',
  'sѕꜱ',
  'tтτᴛ',
  'uυսцᴜ',
  'vѵᴠ',
  'wԝωшաᴡ',
  'xхχ',
  'yуγүʏ',
  'zᴢ',
  'カ力',
  'ロ口',
  'エ工',
  'ニ二',
  'ハ八',
  'ト卜',
  'タ夕',
  'ミ三',
  'オ才',
  'チ千',
  'メ〆',
  'ヘへ',
  'リり',
  'يیىې',
  'كکڪ',
  'هەہھ',
];
const likeness = new Map(
  lookalikes.flatMap(([letter = '', ...others]) => others.map((other) => [other, letter] as const)),
);

const signs = new RegExp(`[${nameSigns} ]`, 'gv');
/** Lengthening strokes: Arabic tatweel, and dashes after a kana, which look the same. */
const strokes = /ـ|(?<=\p{Script_Extensions=Katakana})[ー一]/gu;

export function skeletonOf(name: string): string {
  const plain = withoutJoiners(name)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(strokes, '')
    .replaceAll(signs, '');
  const letters = Array.from(plain, (letter) => likeness.get(letter) ?? letter).join('');
  return letters
    .replaceAll(/[l1]/g, 'i')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('ß', 'ss');
}
