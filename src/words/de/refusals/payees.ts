/** Refusals of payees and nicknames. */
import type { ErrorCode, ErrorData, ReasonCode, ReasonData } from '../../../bank/model/index.ts';

export const payeeSentences = {
  NICKNAME_TAKEN: (_, nothing) =>
    `Du hast schon einen Empfänger mit diesem Kurznamen. ${nothing} Wähle einen anderen.`,
  NICKNAME_UNKNOWN: (_, nothing) =>
    'Du hast keinen Empfänger mit diesem Kurznamen. ' +
    `${nothing} Gib eine Kontonummer ein oder wähle aus deinen Empfängern.`,
  PAYEE_UNCLEAR: (_, nothing) =>
    'Das nennt nicht genau eine Person, der du schon gezahlt hast. ' +
    `${nothing} Gib die Kontonummer ein.`,
  PAYEES_TOO_MANY: ({ max }, nothing) =>
    `Du kannst höchstens ${max} Empfänger speichern. ${nothing} Entferne zuerst einen.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** `shown` quotes a sign where it formats and mentions nothing. */
export const payeeReasons = (shown: (sign: string) => string) =>
  ({
    NICKNAME_EMPTY: () => 'Gib einen Kurznamen ein.',
    NICKNAME_TOO_LONG: ({ lengthMax, length }) =>
      `Ein Kurzname darf höchstens ${lengthMax} Zeichen haben; dieser hat ${length}. Kürze ihn.`,
    NICKNAME_LETTERLESS: () => 'Ein Kurzname hat mindestens einen Buchstaben. Ergänze einen.',
    NICKNAME_RESERVED: () =>
      'Das sieht aus wie die Referenz oder der Name in einer Zahlung. Wähle einen anderen Kurznamen.',
    PAYEE_SHAPE: () =>
      'Gib eine Kontonummer (10 Ziffern), einen Kurznamen oder die Referenz einer Zahlung ein, die du ' +
      'bekommen hast.',
    NICKNAME_SIGN: ({ sign }) =>
      `Lass ${shown(sign)} weg. Ein Kurzname hat nur Buchstaben, Ziffern, Leerzeichen und . ’ & + / -`,
  }) satisfies { readonly [C in ReasonCode]?: (data: ReasonData[C]) => string };
