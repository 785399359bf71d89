/** Names in a Japanese sentence: what follows them, and names that are not known. */
import { notNames } from '../words/japanese-nouns.ts';
import { skip } from './skip.ts';

/** What the particle after a person says: ベンに, ベンから, ベンが, ベンと, ベンの, ベンを. */
export type Role = 'to' | 'from' | 'subject' | 'with' | 'of' | 'object' | 'bare' | 'or';

const title =
  '(?:さん|様|さま|ちゃん|ちゃま|くん|君|氏|殿|先輩|たん|っち|先生' +
  '|姐さん|姉さん|兄さん|姐|ねえさん|にいさん|嬢|師匠|パイセン|部長|課長|社長|店長|隊長|団長|会長|監督|どの' +
  '|の口座|のとこ(?:ろ)?|んとこ|のほう|の方|側|名義|(?:の)?口座番号)*';
const roles: readonly (readonly [Role, string])[] = [
  [
    'to',
    '(?:宛て?に?への?|宛て?(?:に|の|で)?|あて(?:に|の)?|への|へ|に(?:は|も|対して|向けて)?|->|→|⇒|=>)',
  ],
  ['from', '(?:からの|からは|から|より)'],
  ['subject', '(?:が|は|も|って)'],
  ['with', '(?:との|とは|と)'],
  ['or', 'か(?!ら|な)'],
  ['of', 'の'],
  ['object', 'を'],
];
const titlePattern = new RegExp(title, 'uy');
const rolePatterns = roles.map(([role, source]) => [role, new RegExp(source, 'uy')] as const);

/** The title and the particle after a name. */
export function roleAt(text: string, at: number): { end: number; role: Role; isTitled: boolean } {
  const titled = skip(titlePattern, text, at);
  const isTitled = titled > at;
  for (const [role, pattern] of rolePatterns) {
    const end = skip(pattern, text, titled);
    if (end > titled) return { end, role, isTitled };
  }
  const gap = skip(/ +/uy, text, titled);
  const afterGap =
    gap > titled ? skip(/(?:に|へ|宛て?に?|さんに|->|→)(?![ぁ-ん])/uy, text, gap) : gap;
  if (afterGap > gap) return { end: afterGap, role: 'to', isTitled };
  return { end: titled, role: 'bare', isTitled };
}

export const latin = /[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’.]*(?: (?=[A-ZÀ-Þ])[A-Za-zÀ-ɏ'’]+)*/uy;
export const katakana = /[\p{Script=Katakana}ー・]+/uy;
const han = /[\p{Script=Han}々]{2,4}/uy;
const hiragana =
  /[ぁ-ん]{2,6}?(?=(?:さん|ちゃん|くん|君|様|さま|氏)(?:に|へ|から|宛|が|は|と|の|、)|(?:に|へ)(?:[、,\d]|お?金|メモ))/uy;

const notInNames = /[誰何彼私僕俺今毎各全皆額代費]|最近|口座|残高|銀行|以前|過去/u;

/** A name that is not known, by its writing and by what follows it. */
export function unknownName(text: string, at: number): { end: number; isSure: boolean } | null {
  for (const pattern of [latin, katakana, han, hiragana]) {
    const longest = skip(pattern, text, at);
    const isInside =
      pattern === hiragana && /[\p{Script=Han}\p{Script=Hiragana}]$/u.test(text.slice(0, at));
    if (longest === at || isInside) continue;
    const ends =
      pattern === han ? [4, 3, 2].map((n) => at + n).filter((end) => end <= longest) : [longest];
    for (const end of ends) {
      if (notNames.test(text.slice(at, end)) || notInNames.test(text.slice(at, end))) continue;
      const { role, isTitled } = roleAt(text, end);
      const isSure =
        isTitled || role === 'to' || role === 'from' || (pattern !== han && role === 'or');
      if (isSure) return { end, isSure };
    }
    if (
      pattern !== han &&
      pattern !== hiragana &&
      longest - at > 1 &&
      !notNames.test(text.slice(at, longest))
    ) {
      return { end: longest, isSure: false };
    }
  }
  return null;
}
