/** Latin names by their sound in kana: ベン is Ben, マックス is Max, ユルゲン is Jürgen. */
import { folded, tokensOf } from '../text/tokens.ts';
import type { Person } from '../text/types.ts';

const vowels = 'aiueo';
/** Kana from あ on in rows of five, with their consonants. */
const rows: readonly (readonly [kana: string, consonant: string])[] = [
  ['アイウエオ', ''],
  ['カキクケコ', 'k'],
  ['サシスセソ', 's'],
  ['タチツテト', 't'],
  ['ナニヌネノ', 'n'],
  ['ハヒフヘホ', 'h'],
  ['マミムメモ', 'm'],
  ['ラリルレロ', 'r'],
  ['ガギグゲゴ', 'g'],
  ['ザジズゼゾ', 'z'],
  ['ダヂヅデド', 'd'],
  ['バビブベボ', 'b'],
  ['パピプペポ', 'p'],
];
const single: Readonly<Record<string, string>> = {
  ヤ: 'ya',
  ユ: 'yu',
  ヨ: 'yo',
  ワ: 'wa',
  ヲ: 'o',
  ン: 'n',
  ヴ: 'bu',
  ッ: '',
  ー: '',
  シ: 'shi',
  チ: 'chi',
  ツ: 'tsu',
  フ: 'fu',
  ジ: 'ji',
};
const small: Readonly<Record<string, string>> = {
  ァ: 'a',
  ィ: 'i',
  ゥ: 'u',
  ェ: 'e',
  ォ: 'o',
  ャ: 'ya',
  ュ: 'yu',
  ョ: 'yo',
};

function syllable(sign: string): string {
  const known = single[sign];
  if (known !== undefined) return known;
  for (const [kana, consonant] of rows) {
    const at = kana.indexOf(sign);
    if (at >= 0) return consonant + vowels[at]!;
  }
  return '';
}

/** Kana in Latin letters; null for other writing. */
function latin(name: string): string | null {
  const kana = name.replaceAll(/[ぁ-ゖ]/gu, (sign) =>
    String.fromCodePoint(sign.codePointAt(0)! + 0x60),
  );
  if (!/^[ァ-ヴー]+$/u.test(kana)) return null;
  let text = '';
  for (const sign of kana) {
    const glide = small[sign];
    text = glide === undefined ? text + syllable(sign) : text.slice(0, -1) + glide;
  }
  return text;
}

/** What is left of a name that Japanese ears hear alike: no u between consonants, l as r. */
const heard = (text: string): string =>
  text
    .replaceAll(/ch(?=[lr])|c(?=[aoulrk]|$)|q/gu, 'k')
    .replaceAll(/c(?=[eiy])/gu, 's')
    .replaceAll('x', 'ks')
    .replaceAll('l', 'r')
    .replaceAll('v', 'b')
    .replaceAll('ph', 'f')
    .replaceAll('th', 's')
    .replaceAll('sh', 's')
    .replaceAll('ts', 't')
    .replaceAll(/(?<=[td])o(?=[^aiueo]|$)/gu, '')
    .replaceAll('u', '')
    .replaceAll(/(.)\1+/gu, '$1');

/** The sounds of a Latin name; its J may be that of Jack, Jürgen or José. */
const sounds = (norm: string): readonly string[] =>
  ['j', 'y', 'h'].map((sound) => heard(norm.replace(/^j/u, sound)));

/** People one of whose names sounds like this one. The customer confirms the full name. */
export function soundingLike(name: string, people: readonly Person[]): readonly Person[] {
  const read = latin(name);
  if (read === null) return [];
  const wanted = heard(read);
  if (wanted.length < 2) return [];
  return people.filter((person) =>
    tokensOf(person.name).some(({ norm }) => sounds(folded(norm)).includes(wanted)),
  );
}
