/** Requests for money: commands, fields, options and refusals. */
import type { ErrorData, Money } from '../../bank/model/index.ts';
import { formatAmount } from '../text/amount.ts';
import type { CommandText, FieldText } from '../text/shapes.ts';

export const requestCommands = {
  'request block': {
    description: 'お金の請求を受け付けない相手を選びます',
    title: '請求を受け付けない',
  },
  'request cancel': { description: '自分の請求を取り消します', title: '請求を取り消す' },
  'request create': {
    description: '一人または複数の人にお金を請求します',
    title: 'お金を請求する',
  },
  'request export': {
    description: '請求の支払い状況を表でダウンロードします',
    title: '請求を書き出す',
  },
  'request list': { description: '支払う請求と、自分がした請求を確認します' },
  'request remind': {
    description: '請求を支払っていない人に催促します',
    title: '催促を送る',
  },
  'request show': { description: '請求の支払い状況を確認します', title: '請求を見る' },
  'staff request list': {
    description: 'お客さまが受けた請求と、した請求を見ます',
    title: 'お客さまの請求',
  },
  'staff request show': {
    description: 'お客さまの請求の支払い状況を見ます',
    title: 'お客さまの請求',
  },
  'staff request cancel': {
    description: '理由を添えて、お客さまの請求を取り消します',
    title: 'お客さまの請求の取り消し',
  },
} satisfies Record<string, CommandText>;

export const requestFields = {
  askMembers: { label: '請求先', hint: 'メンバー（複数可）' },
  askRole: { label: 'またはロールの全員', hint: '最大100人' },
  askAccount: { label: 'または口座', hint: '口座番号、ニックネーム、または送金したことのある相手' },
  askEach: { label: '一人あたりの金額', hint: '12、12.50、1.5k', example: '12.50' },
  askTotal: { label: 'または合計', hint: '均等に分けます', example: '100' },
  dueDate: { label: '支払期日', hint: 'YYYY-MM-DD', example: '2026-01-31' },
  expires: { label: '有効期限', hint: '日数（最大90日）または日付', example: '10' },
  request: {
    label: '請求',
    hint: '/request list にある参照番号',
    example: '01AB-23CD-45EF-GHJ',
  },
  blockMember: { label: 'メンバー', hint: 'あなたに請求できなくなります' },
  customerRequest: {
    label: '請求',
    hint: '/staff request list にある参照番号',
    example: '01AB-23CD-45EF-GHJ',
  },
} satisfies Record<string, FieldText>;

export const requestOptions = {
  askMembers: 'メンバー',
  askRole: 'ロール',
  askAccount: '口座',
  askEach: '金額',
  askTotal: '合計',
  dueDate: '支払期日',
  expires: '有効期限',
  request: '請求',
  blockMember: 'メンバー',
  customerRequest: '請求',
};

type RequestCode =
  | `REQUEST_${'SELF' | 'PAYERS' | 'UNWANTED' | 'SPLIT' | 'TIME' | 'CHANGED' | 'UNKNOWN'}`
  | `REQUEST_${'ENDED' | 'EXCEEDED'}`
  | 'REQUEST_REFERENCE_UNKNOWN'
  | 'REQUESTS_OPEN'
  | 'REMINDERS_USED'
  | 'BLOCKS_TOO_MANY'
  | 'ROLE_UNREADABLE';
export type RequestSentences = {
  readonly [C in RequestCode]: (data: ErrorData[C], nothing: string) => string;
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const time: Record<ErrorData['REQUEST_TIME']['fault'], string> = {
  DUE_PAST: '支払期日が過去の日付です。',
  DUE_LATE: '支払期日が90日より先です。',
  EXPIRY_PAST: '有効期限が過去になります。',
  EXPIRY_LATE: '請求の有効期限は最大90日です。',
  EXPIRY_BEFORE_DUE: '支払期日より前に期限が切れます。',
};
const ended: Record<ErrorData['REQUEST_ENDED']['state'], string> = {
  PAID: 'この請求は支払い済みです。',
  DECLINED: 'この請求は断られました。',
  CANCELLED: 'この請求は取り消されました。',
  EXPIRED: 'この請求は期限が切れました。',
};
const unreadable: Record<ErrorData['ROLE_UNREADABLE']['why'], string> = {
  INTENT:
    'Discordの設定により、この銀行はロールを持つ人を確認できません。ボットの運営者がDiscordの' +
    'Developer Portalで「Server Members Intent」を有効にする必要があります。',
  SERVER: 'ロールはサーバーにだけあり、ここはダイレクトメッセージです。',
  SIZE: 'このサーバーはメンバーが多すぎて調べられません。',
  LATE: 'Discordから時間内に応答がありませんでした。',
};

export const requestSentences: RequestSentences = {
  REQUEST_SELF: (_, nothing) => `ご自身は選べません。${nothing}ほかの人を選んでください。`,
  REQUEST_PAYERS: ({ max }, nothing) =>
    `請求は、ここに口座がある1人から${max}人までに送れます。${nothing}ほかの人を選んでください。`,
  REQUEST_UNWANTED: (_, nothing) =>
    `この方はお金の請求を受け付けていません。${nothing}別の方法でお伝えください。`,
  REQUESTS_OPEN: ({ whose, max }, nothing) =>
    whose === 'OWN'
      ? `有効な請求がすでに${max}件あります。${nothing}一つ取り消すか、支払われるまでお待ちください。`
      : `この方にはすでに${max}件の請求があります。${nothing}後でもう一度お試しください。`,
  REQUEST_SPLIT: ({ people }, nothing) =>
    `${people}人で分けると、一人あたりが最小の金額に届きません。` +
    `${nothing}合計を大きくしてください。`,
  REQUEST_TIME: ({ fault }, nothing) => `${time[fault]}${nothing}別の日を選んでください。`,
  REQUEST_CHANGED: (_, nothing) =>
    `このカードの中に、請求できなくなった人がいます。${nothing}もう一度始めると新しいカードが表示されます。`,
  REQUEST_UNKNOWN: (_, nothing) =>
    `そのような請求はありません。${nothing}\`/request list\`をご確認ください。`,
  REQUEST_REFERENCE_UNKNOWN: (_, nothing) =>
    `この参照番号の請求はありません。${nothing}\`/staff request list\`をご確認ください。`,
  REQUEST_ENDED: ({ state }, nothing) => `${ended[state]} ${nothing}`,
  REQUEST_EXCEEDED: ({ left }, nothing) =>
    `この請求の残りは${sum(left)}です。${nothing}それ以下の金額を入力してください。`,
  REMINDERS_USED: ({ max }, nothing) => `この請求の催促は${max}回すべて送りました。${nothing}`,
  BLOCKS_TOO_MANY: ({ max }, nothing) =>
    `すでに${max}人を選んでいます。${nothing}先に一人からの請求を再び受け付けてください。`,
  ROLE_UNREADABLE: ({ why }, nothing) =>
    `${unreadable[why]}${nothing}メンバーを一人ずつ選ぶこともできます。`,
};
