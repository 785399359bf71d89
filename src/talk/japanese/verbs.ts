/** Verbs that matter to a bank, by what they do. */
import { type Conjugation, honorific, inflections, type Mood } from './inflection.ts';

export type Deed =
  | 'send'
  | 'request'
  | 'deposit'
  | 'withdraw'
  /** Money comes in: もらう, 届く. */
  | 'receive'
  /** Money goes out: 使う. */
  | 'spend'
  /** Money is there: ある, 残る, 持つ. */
  | 'have'
  | 'borrow'
  | 'lend'
  /** Tells another person to act: 伝える, 頼む. */
  | 'tell'
  /** Reports what was said: 言う, 書く. */
  | 'say'
  | 'show'
  | 'do'
  | 'stop';

/** Stems by their conjugation; `S` also holds nouns that stand alone: 送金. */
const rows: Readonly<Record<Deed, Partial<Record<Conjugation, string>>>> = {
  send: {
    r: '送|おく|お送|贈|くれてや',
    w: '払|はら|支払|お支払',
    m: '振り込|振込|ふりこ|ふり込',
    s: '渡|わた|返|かえ|お返|お渡|回|移|飛ば|とば|まわ|戻|よこ',
    '1': '投げ|なげ|ぶん投げ|あげ|届け',
    S: '送金|そうきん|返金|返済|送付|送信|寄付|プレゼント|支給|精算|清算|転送|パス|振込|お振込|振り込み|お振り込み|振込み|ふりこみ|お振込み|支払い|お支払い|支払|支払い手続き|お送り|お渡し|移動|カンパ|振替|振り替え|送金予約|定期送金|自動送金|自動振込|お返し|お返済|ご送金|お支払|入金',
  },
  request: {
    S: '請求|ご請求|せいきゅう|催促|徴収|回収|集金|リクエスト|支払い請求|支払い依頼|支払依頼|支払いリクエスト|支払請求|取り立て|請求書|送金依頼|送金リクエスト|請求依頼',
    '1': '取り立て',
  },
  deposit: {
    S: '入金|ご入金|預金|チャージ|預け入れ|預入|追加|貯金|にゅうきん',
    '1': '預け入れ|預け|あずけ|入れ|いれ',
  },
  withdraw: {
    S: '出金|引き出し|引出し|引出|お引き出し|現金化|キャッシュアウト|払い戻し|払戻し|しゅっきん',
    s: '引き出|引出|おろ|下ろ|降ろ|出|引き落と|ひきだ',
  },
  receive: {
    r: '入|はい|受け取|受取|うけと',
    w: 'もら|貰',
    k: '届|とど|いただ|頂',
    '1': 'くれ',
    S: '受領|着金|受け取り|受取',
    g: '稼',
  },
  spend: {
    w: '使|つか',
    s: '溶か|費や|減ら',
    '1': '消え|溶け|出',
    r: '減',
    S: '散財|消費|出費|支出',
    k: '出てい|出て行|飛んでい',
  },
  have: {
    r: 'あ|残|のこ|余',
    t: '持|も',
    S: '所持',
  },
  borrow: { '1': '借り|かり' },
  lend: { s: '貸', '1': '立て替え|立替え|たてかえ|建て替え', S: '立替' },
  tell: { '1': '伝え', m: '頼|たの', S: 'お願い|依頼|連絡' },
  say: { w: '言', k: '書|聞|描', '1': '考え', m: '読', r: 'しゃべ' },
  show: {
    '1': '見せ|みせ|教え|おしえ|調べ|見|知らせ',
    s: '探|さが',
    r: '知',
    k: '開',
    S: '表示|確認|ご確認|検索|チェック|リストアップ|照会|一覧',
  },
  do: { r: 'や|作|つく', w: '行|おこな', '1': '済ませ' },
  stop: { '1': 'やめ|止め|辞め', S: '中止|キャンセル|取り消し|取消|停止|禁止', s: '取り消' },
};

export interface ReadVerb {
  readonly end: number;
  readonly deeds: ReadonlySet<Deed>;
  readonly mood: Mood;
  /** A noun that stands without する. */
  readonly isNoun: boolean;
}

interface Lexeme {
  readonly stem: string;
  readonly conjugation: Conjugation;
  readonly deed: Deed;
}

const lexemes: readonly Lexeme[] = Object.entries(rows).flatMap(([deed, byConjugation]) =>
  Object.entries(byConjugation).flatMap(([conjugation, stems]) =>
    stems
      .split('|')
      .map((stem) => ({ stem, conjugation: conjugation as Conjugation, deed: deed as Deed })),
  ),
);
const byFirst = new Map<string, Lexeme[]>();
for (const lexeme of lexemes) {
  const first = lexeme.stem[0]!;
  byFirst.set(first, [...(byFirst.get(first) ?? []), lexeme]);
}

const isKatakana = (sign: string | undefined): boolean =>
  /^[\p{Script=Katakana}ー]$/u.test(sign ?? '');

/** する and くる without a stem of their own. */
const bare: readonly (readonly [RegExp, Conjugation, Deed])[] = [
  [/[しすさ]/u, 'S', 'do'],
  [/[来きく]/u, 'K', 'receive'],
];

/** Nouns that are gifts, and mean an act only with する. */
const onlyWithSuru = /^(?:プレゼント|カンパ|寄付|パス|お返し|追加|貯金|立替|移動)$/u;

/** The longest form of a known verb at a place. */
export function verbAt(text: string, at: number): ReadVerb | null {
  let best: { end: number; mood: Mood; deeds: Set<Deed>; isNoun: boolean } | null = null;
  const offer = (end: number, mood: Mood, deed: Deed, isNoun: boolean): void => {
    if (end <= at || (best && best.end > end)) return;
    if (!best || end > best.end) best = { end, mood, deeds: new Set([deed]), isNoun };
    else {
      best.deeds.add(deed);
      best.isNoun ||= isNoun;
    }
  };
  for (const { stem, conjugation, deed } of byFirst.get(text[at] ?? '') ?? []) {
    if (!text.startsWith(stem, at)) continue;
    const end = at + stem.length;
    if (isKatakana(stem.at(-1)) && isKatakana(text[end])) continue;
    if (conjugation === 'S') {
      if (!onlyWithSuru.test(stem)) offer(end, 'stem', deed, true);
      for (const form of honorific(text, end)) offer(form.end, form.mood, deed, false);
    }
    for (const form of inflections(text, end, conjugation)) {
      if (form.mood !== 'stem' || conjugation !== '1') offer(form.end, form.mood, deed, false);
    }
  }
  for (const [first, conjugation, deed] of bare) {
    if (!first.test(text[at] ?? '')) continue;
    const plain = text[at] === '来' ? `く${text.slice(at + 1)}` : null;
    if (conjugation === 'K' && text[at] === '来') {
      const kana = /^来(?=た|て|ま)/u.test(text.slice(at)) ? `き${text.slice(at + 1)}` : plain!;
      for (const form of inflections(kana, 0, 'K')) offer(at + form.end, form.mood, deed, false);
      continue;
    }
    for (const form of inflections(text, at, conjugation)) {
      if (form.mood !== 'stem') offer(form.end, form.mood, deed, false);
    }
  }
  return best;
}
