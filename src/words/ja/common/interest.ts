/** What the bank pays on saved money: commands, fields, refusals, notices and cards. */
import type { ComingRate, ErrorCode, ErrorData, InterestType } from '../../../bank/model/index.ts';
import { formatDay } from '../../text/date.ts';
import { type Markup, md } from '../../text/markup.ts';
import { percentOf } from '../../text/percent.ts';
import type { PlainNotice } from '../../text/plain-notice.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const interestCommands = {
  'staff interest': {
    description: '貯蓄口座または貯金箱の金利を提案します',
    title: '金利の設定',
  },
} satisfies Record<string, CommandText>;

const kinds: Record<InterestType, string> = {
  SAVINGS: '貯蓄口座',
  POT: '貯金箱',
};

export const interestFields = {
  interestSavings: {
    label: '口座の種類',
    choices: { SAVINGS: { label: kinds.SAVINGS }, POT: { label: kinds.POT } },
  },
  interestPoints: {
    label: '年利（ベーシスポイント）',
    hint: '0から10000の整数。250は2.50%',
    example: '250',
    refusal: '0から10000の整数を入力してください。250は年利2.50%です。',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const interestOptions = {
  interestSavings: '貯蓄',
  interestPoints: '金利',
};

export const interestSentences = {
  INTEREST_TOO_SOON: ({ first, days }, nothing) =>
    `金利は適用の${days}日前までにお知らせするため、最も早い日は ${formatDay(first)} です。${nothing}その日以降を入力してください。`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Labels in the audit trail. */
export const interestAudits = {
  INTEREST_ASKED: '金利の申請',
  INTEREST_APPROVED: '金利の承認',
  INTEREST_DECLINED: '金利の却下',
  INTEREST_REFUSED: '金利の設定不可',
};

/** A request for a second manager, and what it says of the rate. */
export const interestApproval = '金利の設定';
export const interestContents = { savings: '口座の種類', basisPoints: '金利' };

const rate = (points: bigint): string => `年利 ${percentOf(points, '.')}%`;

export const interest = {
  title: '利息',
  kinds,
  rate,
  now: '現在',
  from: '適用開始日',
  own: 'お客さまの口座',
  earned: (sum: string): string => `これまで ${sum}`,
  earnedWithRest: (sum: string): string => `これまで ${sum} と最小単位未満の端数`,
  earnedRest: (smallest: string): string => `これまで ${smallest} 未満`,
  credited: (day: Markup): Markup => md`${day} に入金されます。`,
  nothing: '利息は付きません。',
  note: '利息は毎日、その日の終わり（協定世界時）の残高で計算し、月に一度入金します。最小単位未満の端数は翌月に繰り越します。',
  question: 'この金利を提案しますか？',
  savings: '口座の種類',
  wanted: '変更後',
  questionNote:
    'もう一人の管理者が決定します。その後、適用の7日以上前にすべてのお客さまへお知らせします。',
};

export const interestNotice = (
  { type, basisPoints, from }: ComingRate,
  { bankName }: { readonly bankName: string },
): PlainNotice => {
  const day = formatDay(from.toISOString().slice(0, 10));
  return {
    tone: 'show',
    title: '金利が変わります',
    sentence: `${day} から新しい金利が適用されます。`,
    facts: [[kinds[type], rate(basisPoints)]],
    small: md`${bankName} · 金利は \`/fees\` で確認できます`,
    mails: false,
  };
};
