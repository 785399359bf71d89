/** What the bank charges: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, FeeKind, Money } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatDay } from '../../text/date.ts';
import { type Markup, md } from '../../text/markup.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const feeCommands = {
  fees: { description: '現在とこれからの手数料と利息を確認します' },
  'staff fee': { description: '銀行の手数料を提案します', title: '手数料の設定' },
} satisfies Record<string, CommandText>;

const kinds: Record<FeeKind, string> = {
  TRANSFER: '他の方への振込',
  WITHDRAWAL: '出金',
  DEPOSIT: '入金',
};

export const feeFields = {
  feeKind: {
    label: '取引の種類',
    choices: {
      TRANSFER: { label: kinds.TRANSFER },
      WITHDRAWAL: { label: kinds.WITHDRAWAL },
      DEPOSIT: { label: kinds.DEPOSIT },
    },
  },
  feeFlat: { label: '固定手数料', hint: '通貨の単位で', example: '0.10' },
  feePerMille: {
    label: '金額に対する千分率',
    hint: '0から1000の整数（端数切り捨て）',
    example: '5',
    refusal: '0から1000の整数を入力してください。',
  },
  feeFree: {
    label: '月の無料回数',
    hint: 'お客さまごと',
    example: '3',
    refusal: '0から10000の整数を入力してください。',
  },
  feeLeast: { label: '最低手数料', hint: '請求される最低額', example: '0.05' },
  feeMost: { label: '最高手数料', hint: '請求される最高額', example: '10' },
  feeFrom: {
    label: '適用開始日',
    name: '日付',
    hint: 'YYYY-MM-DD。空欄：できるだけ早く',
    example: '2027-01-31',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const feeOptions = {
  feeKind: '取引',
  feeFlat: '固定',
  feePerMille: '千分率',
  feeFree: '無料回数',
  feeLeast: '最低',
  feeMost: '最高',
  feeFrom: '適用開始日',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const feeSentences = {
  FEE_CHANGED: ({ now }, nothing) =>
    `手数料はカードの表示と異なり、現在 ${sum(now)} です。${nothing}もう一度お試しになり、新しいカードをご確認ください。`,
  FEE_ABOVE_AMOUNT: ({ fee, amount }, nothing) =>
    `手数料 ${sum(fee)} が金額 ${sum(amount)} を上回ります。${nothing}金額を増やしてください。手数料は \`/fees\` で確認できます。`,
  FEE_TOO_SOON: ({ first, days }, nothing) =>
    `手数料は適用の${days}日前までにお知らせするため、最も早い日は ${formatDay(first)} です。${nothing}その日以降を入力してください。`,
  FEE_RANGE: (_, nothing) =>
    `最低手数料が最高手数料を上回っています。${nothing}どちらかを変更してください。`,
  FUNDS_INSUFFICIENT: ({ available, needed, fee }, nothing) =>
    `利用可能額は ${sum(available)} で、` +
    `${sum(needed)}${fee === undefined ? '' : `（手数料 ${sum(fee)} を含む）`} に足りません。${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Labels in the audit trail. */
export const feeAudits = {
  FEE_ASKED: '手数料の申請',
  FEE_APPROVED: '手数料の承認',
  FEE_DECLINED: '手数料の却下',
  FEE_REFUSED: '手数料の設定不可',
};

/** A request for a second manager, and what it says of the fee. */
export const feeApproval = '手数料の設定';
export const feeContents = {
  movement: '取引の種類',
  flat: '固定',
  perMille: '千分率',
  least: '最低',
  most: '最高',
  free: '月の無料回数',
  from: '適用開始日',
};

export const fees = {
  title: '手数料と利息',
  kinds,
  none: 'なし',
  perMille: (count: string): string => `${count} ‰`,
  least: (of: string): string => `最低 ${of}`,
  most: (of: string): string => `最高 ${of}`,
  free: (count: number): string => `月${count}回まで無料`,
  left: (count: number): string => `残り${count}回無料`,
  now: '現在',
  thisMonth: '今月',
  from: '変更予定',
  later: (day: Markup, terms: string): Markup => md`${day} から：${terms}`,
  nothing: '手数料はかかりません。',
  note: '手数料はお支払いと同時に記帳され、事前にカードに表示されます。ご自身の口座や貯金箱の間は無料です。月は協定世界時の午前0時に切り替わります。',
  question: 'この手数料を提案しますか？',
  movement: '取引の種類',
  wanted: '変更後',
  questionNote:
    'もう一人の管理者が決定します。その後、適用の7日以上前にすべてのお客さまへお知らせします。',
  renewed: (): string => '前のカードから手数料が変わりました。このカードをご確認ください。',
  notice: {
    title: '手数料が変わります',
    sentence: (kind: string, day: string): string => `${day} から、${kind}に適用されます。`,
    fee: '手数料',
    small: '手数料は `/fees` で確認できます',
  },
};
