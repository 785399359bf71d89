/** What people read about each kind of money movement: one row each. */
import type { TransactionKind } from '../../../bank/model/index.ts';

interface KindWords {
  /** Within a line: `Einzahlung`. */
  readonly one: string;
  /** As a choice: `Einzahlungen`. */
  readonly many: string;
  readonly question: string;
  readonly done: (amount: string) => string;
  /** Completes "Du bist dabei, 5 GEM von ... an ... ". */
  readonly intent: string;
}

export const moneyKinds: Record<TransactionKind, KindWords> = {
  DEPOSIT: {
    one: 'Einzahlung',
    many: 'Einzahlungen',
    question: 'Geld einzahlen?',
    done: (amount) => `${amount} eingezahlt`,
    intent: 'einzuzahlen',
  },
  WITHDRAWAL: {
    one: 'Auszahlung',
    many: 'Auszahlungen',
    question: 'Geld auszahlen?',
    done: (amount) => `${amount} ausgezahlt`,
    intent: 'auszuzahlen',
  },
  TRANSFER: {
    one: 'Überweisung',
    many: 'Überweisungen',
    question: 'Geld überweisen?',
    done: (amount) => `${amount} überwiesen`,
    intent: 'zu überweisen',
  },
  REVERSAL: {
    one: 'Rückbuchung',
    many: 'Rückbuchungen',
    question: 'Diese Buchung rückgängig machen?',
    done: (amount) => `${amount} zurückgebucht`,
    intent: 'zurückzubuchen',
  },
  ADJUSTMENT: {
    one: 'Korrektur',
    many: 'Korrekturen',
    question: 'Guthaben korrigieren?',
    done: (amount) => `${amount} als Korrektur gebucht`,
    intent: 'als Korrektur zu buchen',
  },
  FEE: {
    one: 'Gebühr',
    many: 'Gebühren',
    question: 'Gebühr berechnen?',
    done: (amount) => `${amount} als Gebühr gebucht`,
    intent: 'als Gebühr zu buchen',
  },
  INTEREST: {
    one: 'Zinsen',
    many: 'Zinsen',
    question: 'Zinsen gutschreiben?',
    done: (amount) => `${amount} Zinsen gutgeschrieben`,
    intent: 'als Zinsen gutzuschreiben',
  },
  ROUND_UP: {
    one: 'Aufrundung',
    many: 'Aufrundungen',
    question: 'Die Aufrundung sparen?',
    done: (amount) => `${amount} gespart`,
    intent: 'zu sparen',
  },
  POT_ADD: {
    one: 'in einen Spartopf',
    many: 'In Spartöpfe',
    question: 'Geld in den Spartopf legen?',
    done: (amount) => `${amount} in den Spartopf gelegt`,
    intent: 'umzubuchen',
  },
  POT_TAKE: {
    one: 'aus einem Spartopf',
    many: 'Aus Spartöpfen',
    question: 'Geld aus dem Spartopf nehmen?',
    done: (amount) => `${amount} aus dem Spartopf genommen`,
    intent: 'umzubuchen',
  },
  IMPORT: {
    one: 'Übernahme',
    many: 'Übernahmen',
    question: 'Dieses Guthaben übernehmen?',
    done: (amount) => `${amount} übernommen`,
    intent: 'zu übernehmen',
  },
};
