/** Payments: the confirm card and the receipt. */
import type {
  AmountWish,
  ApprovalState,
  OwnAccountKind,
  TransactionKind,
} from '../../../bank/model/index.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { from } from '../common/elision.ts';
import { moneyKinds } from '../common/money-kinds.ts';
import { nothingMoved } from '../common/shared.ts';

const shares: Record<AmountWish['kind'], string> = {
  exact: '',
  half: ' (la moitié du solde disponible)',
  all: ' (tout le solde disponible)',
};
const unsuccessful: Record<Exclude<ApprovalState, 'OPEN' | 'APPROVED'>, string> = {
  DECLINED: 'a été refusé',
  REFUSED: 'n’a pas pu être effectué',
  EXPIRED: 'n’a pas été approuvé à temps',
};

export const money = {
  /** The bank's own accounts. */
  ownAccounts: {
    CASH: 'Caisse',
    FEES: 'Frais',
    INTEREST: 'Intérêts',
    SUSPENSE: 'Compte d’attente',
    EQUITY: 'Fonds propres',
  } satisfies Record<OwnAccountKind, string>,
  noFee: 'aucun',
  question: (kind: TransactionKind): string => moneyKinds[kind].question,
  done: (kind: TransactionKind, amount: string): string => moneyKinds[kind].done(amount),
  /** `half` and `all` are shown as the amount they stand for now. */
  amount: (amount: string, wish: AmountWish['kind']): string => `${amount}${shares[wish]}`,
  /** Completes "Vous allez ...". */
  intent: (kind: TransactionKind, amount: string, payer: Markup, to: Markup): Markup =>
    md`${written(`${moneyKinds[kind].intent} **${amount}**`)} ${from(payer)} vers ${to}`,
  firstPayment:
    '⚠️ **Premier paiement vers ce compte.** Vérifiez le nom et les derniers chiffres du numéro.',
  alike: (party: Markup): Markup =>
    md`⚠️ **Ce n’est pas le compte que vous avez déjà payé.** C’était ${party}, un autre compte.`,
  bookedAt: (reference: Markup, at: Markup): Markup => md`Référence ${reference} · ${at}`,
  deposit: {
    needsTeller: 'Un conseiller doit d’abord l’approuver.',
    requested: (amount: string): string => `Dépôt de ${amount} demandé`,
    waits: (until: Markup): Markup =>
      md`Rien n’a encore été crédité. Un conseiller décidera avant le ${until}, et vous recevrez un message.`,
    unsuccessful: (amount: string, state: keyof typeof unsuccessful): string =>
      `Votre dépôt de ${amount} ${unsuccessful[state]}`,
    nothingMoved,
    reference: (reference: Markup): Markup => md`Référence ${reference}`,
  },
};
