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
  accountNumber: 'número_de_cuenta',
  amount: 'importe',
  amountRange: 'importe',
  exactAmount: 'importe',
  auditAccount: 'cuenta',
  auditAction: 'acción',
  auditActor: 'autor',
  counterparty: 'contraparte',
  customerQuery: 'búsqueda',
  days: 'días',
  direction: 'sentido',
  discordId: 'id_discord',
  findMember: 'miembro',
  fromDate: 'desde',
  language: 'idioma',
  memo: 'concepto',
  memoText: 'texto',
  pastMoment: 'momento',
  receiptCode: 'código',
  month: 'mes',
  newUser: 'miembro',
  nickname: 'apodo',
  newNickname: 'apodo',
  savedNickname: 'beneficiario',
  payeeAccount: 'cuenta',
  payeeMember: 'miembro',
  payMember: 'miembro',
  payeeName: 'nombre',
  noticeKinds: 'sobre',
  noticeWay: 'cómo',
  noticeThreshold: 'importe_mínimo',
  quietHours: 'silencio',
  reason: 'motivo',
  roleReason: 'motivo',
  termsReason: 'motivo',
  reference: 'referencia',
  role: 'rol',
  roleMember: 'miembro',
  sentence: 'texto',
  side: 'lado',
  statementFormats: 'formato',
  timeZone: 'zona_horaria',
  toAccount: 'para',
  toDate: 'hasta',
  toMember: 'miembro',
  transactionKinds: 'tipo',
  ...orderOptions,
};
