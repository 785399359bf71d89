/** What people read about each kind of money movement: one row each. */
import type { TransactionKind } from '../../../bank/model/index.ts';

interface KindWords {
  /** Within a line: `depósito`. */
  readonly one: string;
  /** As a choice: `Depósitos`. */
  readonly many: string;
  readonly question: string;
  readonly done: (amount: string) => string;
  /** Completes "Vas a ...", with the amount behind it. */
  readonly intent: string;
}

export const moneyKinds: Record<TransactionKind, KindWords> = {
  DEPOSIT: {
    one: 'depósito',
    many: 'Depósitos',
    question: '¿Depositar dinero?',
    done: (amount) => `Has depositado ${amount}`,
    intent: 'depositar',
  },
  WITHDRAWAL: {
    one: 'retirada',
    many: 'Retiradas',
    question: '¿Retirar dinero?',
    done: (amount) => `Has retirado ${amount}`,
    intent: 'retirar',
  },
  TRANSFER: {
    one: 'transferencia',
    many: 'Transferencias',
    question: '¿Enviar dinero?',
    done: (amount) => `Has enviado ${amount}`,
    intent: 'enviar',
  },
  REVERSAL: {
    one: 'anulación',
    many: 'Anulaciones',
    question: '¿Anular esta operación?',
    done: (amount) => `Operación de ${amount} anulada`,
    intent: 'anular',
  },
  ADJUSTMENT: {
    one: 'ajuste',
    many: 'Ajustes',
    question: '¿Ajustar el saldo?',
    done: (amount) => `Saldo ajustado en ${amount}`,
    intent: 'ajustar el saldo en',
  },
  FEE: {
    one: 'comisión',
    many: 'Comisiones',
    question: '¿Cobrar una comisión?',
    done: (amount) => `Comisión de ${amount} cobrada`,
    intent: 'cobrar',
  },
  INTEREST: {
    one: 'intereses',
    many: 'Intereses',
    question: '¿Abonar intereses?',
    done: (amount) => `Intereses de ${amount} abonados`,
    intent: 'abonar como intereses',
  },
  ROUND_UP: {
    one: 'redondeo',
    many: 'Redondeos',
    question: '¿Ahorrar el redondeo?',
    done: (amount) => `Has ahorrado ${amount}`,
    intent: 'ahorrar',
  },
  POT_ADD: {
    one: 'a una hucha',
    many: 'A huchas',
    question: '¿Meter dinero en la hucha?',
    done: (amount) => `Has metido ${amount} en la hucha`,
    intent: 'mover',
  },
  POT_TAKE: {
    one: 'de una hucha',
    many: 'De huchas',
    question: '¿Sacar dinero de la hucha?',
    done: (amount) => `Has sacado ${amount} de la hucha`,
    intent: 'mover',
  },
  IMPORT: {
    one: 'traspaso de saldo',
    many: 'Traspasos de saldo',
    question: '¿Traspasar este saldo?',
    done: (amount) => `Saldo de ${amount} traspasado`,
    intent: 'traspasar un saldo de',
  },
};
