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
  accountNumber: 'numéro_de_compte',
  amount: 'montant',
  amountRange: 'montant',
  exactAmount: 'montant',
  auditAccount: 'compte',
  auditAction: 'action',
  auditActor: 'auteur',
  counterparty: 'contrepartie',
  customerQuery: 'recherche',
  days: 'jours',
  direction: 'sens',
  discordId: 'id_discord',
  findMember: 'membre',
  fromDate: 'du',
  language: 'langue',
  memo: 'motif',
  memoText: 'texte',
  pastMoment: 'moment',
  receiptCode: 'code',
  month: 'mois',
  newUser: 'membre',
  nickname: 'surnom',
  newNickname: 'surnom',
  savedNickname: 'bénéficiaire',
  payeeAccount: 'compte',
  payeeMember: 'membre',
  payMember: 'membre',
  payeeName: 'nom',
  noticeKinds: 'sujet',
  noticeWay: 'comment',
  noticeThreshold: 'montant_minimum',
  quietHours: 'silence',
  reason: 'raison',
  roleReason: 'raison',
  termsReason: 'raison',
  reference: 'référence',
  role: 'rôle',
  roleMember: 'membre',
  sentence: 'texte',
  side: 'sens',
  statementFormats: 'format',
  timeZone: 'fuseau_horaire',
  toAccount: 'vers',
  toDate: 'au',
  toMember: 'membre',
  transactionKinds: 'type',
  ...orderOptions,
};
