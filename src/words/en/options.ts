import { requestOptions } from './requests.ts';
import { setupOptions } from './common/setup.ts';

/**
 * The names of options in Discord's list, by their field: lower case, without spaces, at most 32
 * characters. In English they are the names that the bot itself uses.
 */
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
  accountNumber: 'account_number',
  amount: 'amount',
  amountRange: 'amount',
  exactAmount: 'amount',
  auditAccount: 'target',
  auditAction: 'action',
  auditActor: 'actor',
  counterparty: 'counterparty',
  customerQuery: 'query',
  days: 'days',
  direction: 'direction',
  discordId: 'discord_id',
  findMember: 'member',
  fromDate: 'from',
  language: 'language',
  memo: 'memo',
  memoText: 'text',
  pastMoment: 'at',
  receiptCode: 'code',
  month: 'month',
  newUser: 'member',
  nickname: 'nickname',
  newNickname: 'nickname',
  savedNickname: 'payee',
  payeeAccount: 'account',
  payeeMember: 'member',
  payMember: 'member',
  payeeName: 'name',
  noticeKinds: 'about',
  noticeWay: 'how',
  noticeThreshold: 'from_amount',
  quietHours: 'quiet_hours',
  reason: 'reason',
  roleReason: 'reason',
  termsReason: 'reason',
  reference: 'reference',
  role: 'role',
  roleMember: 'member',
  sentence: 'text',
  side: 'side',
  statementFormats: 'format',
  timeZone: 'time_zone',
  toAccount: 'to',
  toDate: 'to',
  toMember: 'member',
  transactionKinds: 'type',
  ...orderOptions,
};
