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
  half: ' (die Hälfte des verfügbaren Guthabens)',
  all: ' (das ganze verfügbare Guthaben)',
};
const unsuccessful: Record<Exclude<ApprovalState, 'OPEN' | 'APPROVED'>, string> = {
  DECLINED: 'wurde abgelehnt',
  REFUSED: 'konnte nicht ausgeführt werden',
  EXPIRED: 'wurde nicht rechtzeitig freigegeben',
};

export const money = {
  /** The bank's own accounts. */
  ownAccounts: {
    CASH: 'Kasse',
    FEES: 'Gebühren',
    INTEREST: 'Zinsen',
    SUSPENSE: 'Verrechnung',
    EQUITY: 'Eigenkapital',
  } satisfies Record<OwnAccountKind, string>,
  noFee: 'keine',
  question: (kind: TransactionKind): string => moneyKinds[kind].question,
  done: (kind: TransactionKind, amount: string): string => moneyKinds[kind].done(amount),
  /** `half` and `all` are shown as the amount they stand for now. */
  amount: (amount: string, wish: AmountWish['kind']): string => `${amount}${shares[wish]}`,
  /** Completes "Du bist dabei, ...". */
  intent: (kind: TransactionKind, amount: string, from: Markup, to: Markup): Markup =>
    md`${written(`**${amount}**`)} von ${from} an ${to} ${moneyKinds[kind].intent}`,
  firstPayment:
    '⚠️ **Erste Zahlung an dieses Konto.** Prüfe den Namen und die letzten Ziffern der Nummer.',
  alike: (party: Markup): Markup =>
    md`⚠️ **Nicht das Konto, an das du schon gezahlt hast.** Das war ${party}, ein anderes Konto.`,
  bookedAt: (reference: Markup, at: Markup): Markup => md`Referenz ${reference} · ${at}`,
  deposit: {
    needsTeller: 'Sie muss erst am Schalter freigegeben werden.',
    requested: (amount: string): string => `Einzahlung von ${amount} beantragt`,
    waits: (until: Markup): Markup =>
      md`Es wurde noch kein Geld bewegt. Am Schalter wird bis ${until} entschieden, und du bekommst eine Nachricht.`,
    unsuccessful: (amount: string, state: keyof typeof unsuccessful): string =>
      `Deine Einzahlung von ${amount} ${unsuccessful[state]}`,
    nothingMoved,
    reference: (reference: Markup): Markup => md`Referenz ${reference}`,
  },
};
