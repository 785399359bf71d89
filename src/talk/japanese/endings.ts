/** The endings of Japanese verbs, and what they say about the action. */
import type { Conjugation } from '../words/japanese-kinds.ts';

export type Mood =
  /** 送って, 送ってください, 送ってくれる, 送ってもらえますか, 送ってほしい */
  | 'request'
  /** 送りませんか: an invitation; after a helper a request. */
  | 'ask'
  /** 送りたい */
  | 'want'
  /** 払ってもらいたい: another person is to act. */
  | 'wantOther'
  /** 送る, 送ります */
  | 'plain'
  /** 送れる, 送れますか */
  | 'potential'
  /** 送れ, 送りなさい */
  | 'command'
  /** 送ろう */
  | 'volitional'
  /** 送った */
  | 'past'
  /** 送ってくれた, 送ってもらった, 送ってきた */
  | 'pastIn'
  /** 送ってる */
  | 'state'
  | 'negative'
  /** 送らなかった */
  | 'negativePast'
  /** 返してない, 返してもらってない */
  | 'stateNegative'
  /** 送ったら, 送れば */
  | 'conditional'
  /** 送らなきゃ */
  | 'must'
  /** 送られた */
  | 'passive'
  /** 送り, and a noun without する */
  | 'stem'
  | 'other';

interface Columns {
  readonly a: string;
  readonly i: string;
  readonly u: string;
  readonly e: string;
  readonly o: string;
  readonly te: string;
  readonly ta: string;
}

export const columns: Readonly<Record<Conjugation, Columns>> = {
  r: { a: 'ら', i: 'り', u: 'る', e: 'れ', o: 'ろ', te: 'って', ta: 'った' },
  w: { a: 'わ', i: 'い', u: 'う', e: 'え', o: 'お', te: 'って', ta: 'った' },
  s: { a: 'さ', i: 'し', u: 'す', e: 'せ', o: 'そ', te: 'して', ta: 'した' },
  m: { a: 'ま', i: 'み', u: 'む', e: 'め', o: 'も', te: 'んで', ta: 'んだ' },
  k: { a: 'か', i: 'き', u: 'く', e: 'け', o: 'こ', te: 'いて', ta: 'いた' },
  g: { a: 'が', i: 'ぎ', u: 'ぐ', e: 'げ', o: 'ご', te: 'いで', ta: 'いだ' },
  t: { a: 'た', i: 'ち', u: 'つ', e: 'て', o: 'と', te: 'って', ta: 'った' },
  b: { a: 'ば', i: 'び', u: 'ぶ', e: 'べ', o: 'ぼ', te: 'んで', ta: 'んだ' },
  n: { a: 'な', i: 'に', u: 'ぬ', e: 'ね', o: 'の', te: 'んで', ta: 'んだ' },
  '1': { a: '', i: '', u: 'る', e: 'れ', o: 'よ', te: 'て', ta: 'た' },
  S: { a: 'し', i: 'し', u: 'する', e: 'すれ', o: 'しよ', te: 'して', ta: 'した' },
  K: { a: 'こ', i: 'き', u: 'くる', e: 'くれ', o: 'こよ', te: 'きて', ta: 'きた' },
};

export type Endings = readonly (readonly [pattern: string, mood: Mood])[];

export const stemEndings: Endings = [
  ['ませんか', 'ask'],
  ['ませんでした', 'negativePast'],
  ['ません', 'negative'],
  ['ました(?!ら)', 'past'],
  ['ましたら', 'conditional'],
  ['ましょう', 'volitional'],
  ['ま(?:ー+|〜+)?す', 'plain'],
  ['なさい', 'command'],
  ['たければ|たかったら', 'conditional'],
  ['たくは?(?:ない|ありません)(?:です)?|たくなかった', 'negative'],
  ['たかった', 'past'],
  ['た(?:い|く)', 'want'],
  ['(?:そう|すぎ|かけ|忘れ|間違え|続け|終わ|方)', 'other'],
  ['', 'stem'],
];
export const negativeEndings: Endings = [
  ['(?:なきゃ|なければ|ないと|なくちゃ|ねば|ざる)', 'must'],
  ['(?:なかったら|ないなら)', 'conditional'],
  ['なかった', 'negativePast'],
  ['(?:ないでください|ないで(?!し)|なくて|なく|ない|ず|ぬ|ん(?!だ|で))', 'negative'],
];

/** Verbs after て, and what their own mood says about the whole. */
export interface Helper {
  readonly stem: string;
  readonly conjugation: Conjugation;
  readonly meaning: (mood: Mood) => Mood;
}

const asItself = (mood: Mood): Mood => mood;
const asState = (mood: Mood): Mood => {
  if (mood === 'plain' || mood === 'stem') return 'state';
  return mood === 'negative' || mood === 'negativePast' ? 'stateNegative' : mood;
};
/** 送ってくれる, 送ってくれない: a request; 送ってくれた: the other person acted. */
const asFavour = (mood: Mood): Mood => {
  if (mood === 'past' || mood === 'pastIn') return 'pastIn';
  return ['plain', 'negative', 'command', 'ask'].includes(mood) ? 'request' : mood;
};
const asReceived = (mood: Mood): Mood => {
  if (mood === 'past') return 'pastIn';
  if (mood === 'potential') return 'request';
  // 払ってもらって: the bank is to see that another person pays.
  if (mood === 'want' || mood === 'request') return 'wantOther';
  return mood === 'plain' ? 'other' : mood;
};
/** いただきたい asks the bank politely, もらいたい wants another person to act. */
export const asPolite = (mood: Mood): Mood =>
  mood === 'want' || mood === 'request' ? 'request' : asReceived(mood);
const asCome = (mood: Mood): Mood => (mood === 'past' ? 'pastIn' : mood);

export const helpers: readonly Helper[] = [
  { stem: 'い?', conjugation: '1', meaning: asState },
  { stem: 'お|置', conjugation: 'k', meaning: asItself },
  { stem: 'あげ|上げ|差し上げ|さしあげ', conjugation: '1', meaning: asItself },
  { stem: 'や', conjugation: 'r', meaning: asItself },
  { stem: 'くれ', conjugation: '1', meaning: asFavour },
  { stem: 'もら|貰', conjugation: 'w', meaning: asReceived },
  { stem: 'いただ|頂', conjugation: 'k', meaning: asPolite },
  { stem: 'み', conjugation: '1', meaning: asItself },
  { stem: 'しま', conjugation: 'w', meaning: asItself },
  { stem: 'い|行', conjugation: 'k', meaning: asItself },
  { stem: '(?=き|く|こ)', conjugation: 'K', meaning: asCome },
];
export const contracted: readonly Helper[] = [
  { stem: '[とど]', conjugation: 'k', meaning: asItself },
  { stem: 'ち[ゃま]|じゃ', conjugation: 'w', meaning: asItself },
  { stem: '[ただで]げ', conjugation: '1', meaning: asItself },
];

const happy =
  '(?:助か(?:る|ります)?|(?:嬉し|うれし)(?:い(?:です)?)?|(?:ありがた|有り難|有難)(?:い(?:です)?)?|幸い(?:です)?)';
export const requestAfterTe: Endings = [
  [
    '(?:くださ|下さ)[ー〜~]*(?:いませんか|いますか|いませ(?!ん)|います|いな|い|る|らない)',
    'request',
  ],
  [
    `(?:くれる|もらえる|いただける|くださる|頂ける|くれ(?:たら|れば)|もらえ(?:たら|れば)|いただけ(?:たら|れば|ましたら|ますと)|頂けれ?ば)と?${happy}`,
    'request',
  ],
  [
    '(?:くださ|下さ)(?:います|る)よう(?:に)?(?:(?:お願い|おねがい)(?:いたします|致します|申し上げます|します)?)?',
    'request',
  ],
  ['(?:くださ|下さ)いませんでした', 'negativePast'],
  ['(?:ほし|欲し)(?:くない|くありません)', 'negative'],
  ['(?:ほし|欲し)かった', 'past'],
  ['(?:ほし|欲し)(?:い|ー)', 'request'],
  ['くんない', 'request'],
  ['もろて(?!い|る|た|も)', 'request'],
  ['(?:ちょうだい|頂戴)(?!って|と)', 'request'],
  ['もらって(?:も)?(?:い|よろし|良)い', 'request'],
  ['もらおう', 'request'],
  ['もいい(?:と|かな)', 'other'],
  ['(?:は|ちゃ)(?:だめ|ダメ|駄目|いけ|なら|困)', 'negative'],
  ['から(?=.)', 'other'],
  ['たら', 'conditional'],
  ['ない', 'stateNegative'],
  ['たって', 'other'],
];
