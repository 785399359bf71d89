/** What people read about each kind of money movement: one row each. */
import type { TransactionKind } from '../../../bank/model/index.ts';

interface KindWords {
  /** Within a line: `dépôt`. */
  readonly one: string;
  /** As a choice: `Dépôts`. */
  readonly many: string;
  readonly question: string;
  readonly done: (amount: string) => string;
  /** Completes "Vous allez ...", with the amount behind it. */
  readonly intent: string;
}

export const moneyKinds: Record<TransactionKind, KindWords> = {
  DEPOSIT: {
    one: 'dépôt',
    many: 'Dépôts',
    question: 'Faire ce dépôt ?',
    done: (amount) => `Dépôt de ${amount} effectué`,
    intent: 'déposer',
  },
  WITHDRAWAL: {
    one: 'retrait',
    many: 'Retraits',
    question: 'Faire ce retrait ?',
    done: (amount) => `Retrait de ${amount} effectué`,
    intent: 'retirer',
  },
  TRANSFER: {
    one: 'virement',
    many: 'Virements',
    question: 'Faire ce virement ?',
    done: (amount) => `Virement de ${amount} effectué`,
    intent: 'virer',
  },
  REVERSAL: {
    one: 'extourne',
    many: 'Extournes',
    question: 'Extourner cette opération ?',
    done: (amount) => `Opération de ${amount} extournée`,
    intent: 'extourner',
  },
  ADJUSTMENT: {
    one: 'régularisation',
    many: 'Régularisations',
    question: 'Régulariser le solde ?',
    done: (amount) => `Solde régularisé de ${amount}`,
    intent: 'régulariser le solde de',
  },
  FEE: {
    one: 'frais',
    many: 'Frais',
    question: 'Prélever des frais ?',
    done: (amount) => `Frais de ${amount} prélevés`,
    intent: 'prélever des frais de',
  },
  INTEREST: {
    one: 'intérêts',
    many: 'Intérêts',
    question: 'Verser des intérêts ?',
    done: (amount) => `Intérêts de ${amount} versés`,
    intent: 'verser des intérêts de',
  },
  ROUND_UP: {
    one: 'arrondi',
    many: 'Arrondis',
    question: 'Épargner l’arrondi ?',
    done: (amount) => `${amount} épargnés`,
    intent: 'épargner',
  },
  POT_ADD: {
    one: 'vers une cagnotte',
    many: 'Vers des cagnottes',
    question: 'Alimenter la cagnotte ?',
    done: (amount) => `${amount} mis dans la cagnotte`,
    intent: 'transférer',
  },
  POT_TAKE: {
    one: 'depuis une cagnotte',
    many: 'Depuis des cagnottes',
    question: 'Retirer de la cagnotte ?',
    done: (amount) => `${amount} retirés de la cagnotte`,
    intent: 'transférer',
  },
  IMPORT: {
    one: 'reprise de solde',
    many: 'Reprises de solde',
    question: 'Reprendre ce solde ?',
    done: (amount) => `Solde de ${amount} repris`,
    intent: 'reprendre un solde de',
  },
};
