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
  accountNumber: 'kontonummer',
  amount: 'betrag',
  amountRange: 'betrag',
  exactAmount: 'betrag',
  auditAccount: 'konto',
  auditAction: 'aktion',
  auditActor: 'durch',
  counterparty: 'gegenseite',
  customerQuery: 'suche',
  days: 'tage',
  direction: 'richtung',
  discordId: 'discord_id',
  findMember: 'mitglied',
  fromDate: 'von',
  language: 'sprache',
  memo: 'verwendungszweck',
  memoText: 'text',
  pastMoment: 'zeitpunkt',
  receiptCode: 'code',
  month: 'monat',
  newUser: 'mitglied',
  nickname: 'kurzname',
  newNickname: 'kurzname',
  savedNickname: 'empfänger',
  payeeAccount: 'konto',
  payeeMember: 'mitglied',
  payMember: 'mitglied',
  payeeName: 'name',
  noticeKinds: 'worüber',
  noticeWay: 'wie',
  noticeThreshold: 'ab_betrag',
  quietHours: 'ruhezeit',
  reason: 'grund',
  roleReason: 'grund',
  termsReason: 'grund',
  reference: 'referenz',
  role: 'rolle',
  roleMember: 'mitglied',
  sentence: 'text',
  side: 'seite',
  statementFormats: 'format',
  timeZone: 'zeitzone',
  toAccount: 'an',
  toDate: 'bis',
  toMember: 'mitglied',
  transactionKinds: 'art',
  ...orderOptions,
};
