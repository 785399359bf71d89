/** Payments: the confirm card and the receipt. */
import type {
  AmountWish,
  ApprovalState,
  OwnAccountKind,
  TransactionKind,
} from '../../../bank/model/index.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { moneyKinds } from '../common/money-kinds.ts';
import { nothingMoved } from '../common/shared.ts';

const shares: Record<AmountWish['kind'], string> = {
  exact: '',
  half: ' (la mitad del saldo disponible)',
  all: ' (todo el saldo disponible)',
};
const unsuccessful: Record<Exclude<ApprovalState, 'OPEN' | 'APPROVED'>, string> = {
  DECLINED: 'denegado',
  REFUSED: 'no completado',
  EXPIRED: 'no aprobado a tiempo',
};

export const money = {
  /** The bank's own accounts. */
  ownAccounts: {
    CASH: 'Caja',
    FEES: 'Comisiones',
    INTEREST: 'Intereses',
    SUSPENSE: 'Cuenta transitoria',
    EQUITY: 'Patrimonio',
  } satisfies Record<OwnAccountKind, string>,
  noFee: 'ninguna',
  question: (kind: TransactionKind): string => moneyKinds[kind].question,
  done: (kind: TransactionKind, amount: string): string => moneyKinds[kind].done(amount),
  /** `half` and `all` are shown as the amount they stand for now. */
  amount: (amount: string, wish: AmountWish['kind']): string => `${amount}${shares[wish]}`,
  /** Completes "Vas a ...". */
  intent: (kind: TransactionKind, amount: string, from: Markup, to: Markup): Markup =>
    md`${written(`${moneyKinds[kind].intent} **${amount}**`)} de ${from} a ${to}`,
  firstPayment:
    '⚠️ **Primer pago a esta cuenta.** Comprueba el nombre y los últimos dígitos del número.',
  alike: (party: Markup): Markup =>
    md`⚠️ **No es la cuenta a la que pagaste antes.** Aquella era ${party}, otra cuenta.`,
  bookedAt: (reference: Markup, at: Markup): Markup => md`Referencia ${reference} · ${at}`,
  deposit: {
    needsTeller: 'Antes debe aprobarlo un cajero.',
    requested: (amount: string): string => `Depósito de ${amount} solicitado`,
    waits: (until: Markup): Markup =>
      md`Aún no se ha movido dinero. Un cajero decidirá antes de ${until} y recibirás un mensaje.`,
    unsuccessful: (amount: string, state: keyof typeof unsuccessful): string =>
      `Tu depósito de ${amount}: ${unsuccessful[state]}`,
    nothingMoved,
    reference: (reference: Markup): Markup => md`Referencia ${reference}`,
  },
};
