import { requestOptions } from './requests.ts';
import { setupOptions } from './common/setup.ts';

/** The names of options in Discord's list: lower case, without spaces, at most 32 characters. */
import { accountOptions } from './common/own-accounts.ts';
import { feeOptions } from './common/fees.ts';
import { interestOptions } from './common/interest.ts';
import { limitOptions } from './common/limits.ts';
import { potOptions } from './common/pots.ts';
import { sharedOptions } from './shared/index.ts';
import { orderOptions } from './orders/forms.ts';

export const options = {
  ...requestOptions,
  ...setupOptions,
  ...accountOptions,
  ...potOptions,
  ...limitOptions,
  ...sharedOptions,
  ...feeOptions,
  ...interestOptions,
  accountNumber: '口座番号',
  amount: '金額',
  amountRange: '金額',
  exactAmount: '金額',
  auditAccount: '対象口座',
  auditAction: '操作',
  auditActor: '実行者',
  counterparty: '相手',
  customerQuery: '検索',
  days: '日数',
  direction: '入出',
  discordId: 'discord_id',
  findMember: 'メンバー',
  fromDate: '開始日',
  language: '言語',
  memo: 'メモ',
  memoText: '本文',
  pastMoment: '日時',
  receiptCode: 'コード',
  month: '月',
  newUser: 'メンバー',
  nickname: 'ニックネーム',
  newNickname: 'ニックネーム',
  savedNickname: '登録先',
  payeeAccount: '口座',
  payeeMember: 'メンバー',
  payMember: 'メンバー',
  payeeName: '名前',
  noticeKinds: '対象',
  noticeWay: '方法',
  noticeThreshold: '最低額',
  quietHours: '止める時間',
  reason: '理由',
  roleReason: '理由',
  termsReason: '理由',
  reference: '参照番号',
  role: '役割',
  roleMember: 'メンバー',
  sentence: '文章',
  side: '方向',
  statementFormats: '形式',
  timeZone: 'タイムゾーン',
  toAccount: '送金先',
  toDate: '終了日',
  toMember: 'メンバー',
  transactionKinds: '種類',
  ...orderOptions,
};
