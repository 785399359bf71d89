/** How Japanese verbs end: what a form says about the action, and where it ends. */

/** The row of a five-grade verb, a one-grade verb (`1`), する (`S`), or くる (`K`). */
export type Conjugation = 'r' | 'w' | 's' | 'm' | 'k' | 'g' | 't' | 'b' | 'n' | '1' | 'S' | 'K';

export type Mood =
  /** 送って, 送ってください, 送ってくれる, 送ってもらえますか, 送ってほしい */
  | 'request'
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

export interface Inflected {
  readonly end: number;
  readonly mood: Mood;
}

interface Columns {
  readonly a: string;
  readonly i: string;
  readonly u: string;
  readonly e: string;
  readonly o: string;
  readonly te: string;
  readonly ta: string;
}

const columns: Readonly<Record<Conjugation, Columns>> = {
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

const compiled = new Map<string, RegExp>();

/** Where a pattern that begins at a place ends; null if it does not fit. */
export function after(text: string, at: number, pattern: string): number | null {
  let sticky = compiled.get(pattern);
  if (!sticky) {
    sticky = new RegExp(pattern, 'uy');
    compiled.set(pattern, sticky);
  }
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : null;
}

type Endings = readonly (readonly [pattern: string, mood: Mood])[];

const stemEndings: Endings = [
  ['ませんか', 'request'],
  ['ません(?:でした)?', 'negative'],
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
const negativeEndings: Endings = [
  ['(?:なきゃ|なければ|ないと|なくちゃ|ねば)', 'must'],
  ['(?:なかったら|ないなら)', 'conditional'],
  ['(?:ないでください|ないで(?!し)|なかった|なくて|なく|ない|ず|ぬ|ん(?!だ|で))', 'negative'],
];

const withEndings = (text: string, at: number, endings: Endings): Inflected[] =>
  endings.flatMap(([pattern, mood]) => {
    const end = after(text, at, pattern);
    return end === null ? [] : [{ end, mood }];
  });

const longest = (found: readonly Inflected[]): Inflected | null =>
  found.reduce<Inflected | null>(
    (best, one) => (best === null || one.end > best.end ? one : best),
    null,
  );

/** Verbs after て, and what their own mood says about the whole. */
interface Helper {
  readonly stem: string;
  readonly conjugation: Conjugation;
  readonly meaning: (mood: Mood) => Mood;
}

const asItself = (mood: Mood): Mood => mood;
const asState = (mood: Mood): Mood => {
  if (mood === 'plain' || mood === 'stem') return 'state';
  return mood === 'negative' ? 'stateNegative' : mood;
};
/** 送ってくれる, 送ってくれない: a request; 送ってくれた: the other person acted. */
const asFavour = (mood: Mood): Mood => {
  if (mood === 'past' || mood === 'pastIn') return 'pastIn';
  return mood === 'plain' || mood === 'negative' || mood === 'command' ? 'request' : mood;
};
const asReceived = (mood: Mood): Mood => {
  if (mood === 'past') return 'pastIn';
  if (mood === 'potential') return 'request';
  if (mood === 'want') return 'wantOther';
  return mood === 'plain' ? 'other' : mood;
};
/** いただきたい asks the bank politely, もらいたい wants another person to act. */
const asPolite = (mood: Mood): Mood => (mood === 'want' ? 'request' : asReceived(mood));
const asCome = (mood: Mood): Mood => (mood === 'past' ? 'pastIn' : mood);

const helpers: readonly Helper[] = [
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
const contracted: readonly Helper[] = [
  { stem: '[とど]', conjugation: 'k', meaning: asItself },
  { stem: 'ち[ゃま]|じゃ', conjugation: 'w', meaning: asItself },
  { stem: '[たで]げ', conjugation: '1', meaning: asItself },
];

const happy =
  '(?:助か(?:る|ります)?|(?:嬉し|うれし)(?:い(?:です)?)?|(?:ありがた|有り難|有難)(?:い(?:です)?)?|幸い(?:です)?)';
const requestAfterTe: Endings = [
  ['(?:くださ|下さ)(?:いませんか|いますか|いませ|います|いな|い|る|らない)', 'request'],
  [
    `(?:くれる|もらえる|いただける|くださる|頂ける|くれ(?:たら|れば)|もらえ(?:たら|れば)|いただけ(?:たら|れば|ましたら|ますと)|頂けれ?ば)と?${happy}`,
    'request',
  ],
  ['(?:ほし|欲し)(?:くない|くありません)', 'negative'],
  ['(?:ほし|欲し)かった', 'past'],
  ['(?:ほし|欲し)(?:い|ー)', 'request'],
  ['くんない', 'request'],
  ['もらって(?:も)?(?:い|よろし|良)い', 'request'],
  ['もらおう', 'request'],
  ['もいい(?:と|かな)', 'other'],
  ['(?:は|ちゃ)(?:だめ|ダメ|駄目|いけ|なら|困)', 'negative'],
  ['から(?=.)', 'other'],
  ['たら', 'conditional'],
  ['ない', 'stateNegative'],
  ['たって', 'other'],
];

/** The forms after て, which begins at `at`. */
function afterTe(text: string, at: number, depth: number): Inflected[] {
  const found = withEndings(text, at, requestAfterTe);
  for (const { stem, conjugation, meaning } of depth > 3 ? [] : helpers) {
    const end = after(text, at, `(?:${stem})`);
    if (end === null) continue;
    for (const one of inflections(text, end, conjugation, depth + 1)) {
      if (one.mood !== 'stem') found.push({ end: one.end, mood: meaning(one.mood) });
    }
  }
  return found;
}

function teForms(text: string, at: number, te: string, depth: number): Inflected[] {
  if (text.startsWith(te, at)) {
    const end = at + te.length;
    return [{ end, mood: 'request' }, ...afterTe(text, end, depth)];
  }
  const short = te.slice(0, -1);
  if (!text.startsWith(short, at) || depth > 3) return [];
  const found: Inflected[] = [];
  const no = after(text, at + short.length, '(?:ちゃ|じゃ)(?:だめ|ダメ|駄目|いけない|いけません)');
  if (no !== null) found.push({ end: no, mood: 'negative' });
  for (const { stem, conjugation, meaning } of contracted) {
    const end = after(text, at + short.length, `(?:${stem})`);
    if (end === null) continue;
    for (const one of inflections(text, end, conjugation, depth + 1)) {
      if (one.mood !== 'stem') found.push({ end: one.end, mood: meaning(one.mood) });
    }
  }
  return found;
}

function derived(
  text: string,
  at: number,
  change: { readonly add: string; readonly meaning: (mood: Mood) => Mood },
  depth: number,
): Inflected[] {
  if (!text.startsWith(change.add, at) || depth > 3) return [];
  return inflections(text, at + change.add.length, '1', depth + 1)
    .filter(({ mood }) => mood !== 'stem' || change.add.endsWith('せ'))
    .map(({ end, mood }) => ({ end, mood: change.meaning(mood) }));
}

const asPotential = (mood: Mood): Mood =>
  mood === 'plain' || mood === 'negative' ? 'potential' : mood === 'request' ? 'other' : mood;
const asPassive = (mood: Mood): Mood => (mood === 'conditional' ? mood : 'passive');

/** All forms of a verb whose stem ends at `at`. */
export function inflections(
  text: string,
  at: number,
  conjugation: Conjugation,
  depth = 0,
): Inflected[] {
  const { a, i, u, e, o, te, ta } = columns[conjugation];
  const found: Inflected[] = teForms(text, at, te, depth);
  const begins = (ending: string): boolean => text.startsWith(ending, at);
  const push = (ending: string, mood: Mood): void => {
    if (begins(ending)) found.push({ end: at + ending.length, mood });
  };
  push(ta, 'past');
  push(`${ta}ら`, 'conditional');
  push(`${ta}り`, 'other');
  push(u, 'plain');
  push(`${e}ば`, 'conditional');
  push(`${o}う`, 'volitional');
  if (begins(i)) found.push(...withEndings(text, at + i.length, stemEndings));
  if (begins(a)) found.push(...withEndings(text, at + a.length, negativeEndings));
  const isGodan = !['1', 'S', 'K'].includes(conjugation);
  const potential = isGodan ? e : conjugation === 'S' ? 'でき' : `${a}られ`;
  found.push(...derived(text, at, { add: potential, meaning: asPotential }, depth));
  const causative = conjugation === 'S' ? 'させ' : isGodan ? `${a}せ` : `${a}させ`;
  found.push(...derived(text, at, { add: causative, meaning: (mood) => mood }, depth));
  const passive = conjugation === 'S' ? 'され' : `${a}れ`;
  if (isGodan || conjugation === 'S') {
    found.push(...derived(text, at, { add: passive, meaning: asPassive }, depth));
    const polite = after(text, at, `${conjugation === 'S' ? 'いたし' : '(?!)'}`);
    if (polite !== null) found.push(...withEndings(text, polite, stemEndings));
  }
  if (isGodan) push(e, 'command');
  if (conjugation === '1') push('ろ', 'command');
  if (conjugation === '1' && depth > 0) push('', 'command');
  if (conjugation === 'S') for (const ending of ['しろ', 'せよ', 'してよ']) push(ending, 'command');
  return found;
}

/** After a polite noun: お送りください, お振込みいただけますか, ご送金願います. */
export function honorific(text: string, at: number): Inflected[] {
  const found = withEndings(text, at, [
    ['(?:くださ|下さ)(?:いませんか|いますか|いませ|います|いな|い)', 'request'],
    ['願(?:います|えますか|いたい)', 'request'],
  ]);
  const polite = after(text, at, '(?:いただ|頂)');
  if (polite !== null) {
    for (const one of inflections(text, polite, 'k')) {
      found.push({ end: one.end, mood: asPolite(one.mood) });
    }
  }
  return found;
}

export const inflected = (text: string, at: number, conjugation: Conjugation): Inflected | null =>
  longest(inflections(text, at, conjugation));
