/** Refusals of payees and nicknames. */
import type { ErrorCode, ErrorData, ReasonCode, ReasonData } from '../../../bank/model/index.ts';

export const payeeSentences = {
  NICKNAME_TAKEN: (_, nothing) =>
    `Vous avez déjà un bénéficiaire avec ce surnom. ${nothing} Choisissez-en un autre.`,
  NICKNAME_UNKNOWN: (_, nothing) =>
    'Vous n’avez aucun bénéficiaire avec ce surnom. ' +
    `${nothing} Saisissez un numéro de compte, ou choisissez parmi vos bénéficiaires.`,
  PAYEE_UNCLEAR: (_, nothing) =>
    'Cela ne désigne pas une seule personne que vous avez déjà payée. ' +
    `${nothing} Saisissez le numéro de compte.`,
  PAYEES_TOO_MANY: ({ max }, nothing) =>
    `Vous pouvez enregistrer ${max} bénéficiaires au plus. ${nothing} Retirez-en d’abord un.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** `shown` quotes a sign where it formats and mentions nothing. */
export const payeeReasons = (shown: (sign: string) => string) =>
  ({
    NICKNAME_EMPTY: () => 'Saisissez un surnom.',
    NICKNAME_TOO_LONG: ({ lengthMax, length }) =>
      `Un surnom a ${lengthMax} caractères au maximum ; celui-ci en a ${length}. Raccourcissez-le.`,
    NICKNAME_LETTERLESS: () => 'Un surnom contient au moins une lettre. Ajoutez-en une.',
    NICKNAME_RESERVED: () =>
      'Cela ressemble à la référence ou au nom dans un paiement. Choisissez un autre surnom.',
    PAYEE_SHAPE: () =>
      'Saisissez un numéro de compte (10 chiffres), un surnom, ou la référence d’un paiement reçu.',
    NICKNAME_SIGN: ({ sign }) =>
      `Retirez ${shown(sign)}. Un surnom ne contient que des lettres, chiffres, espaces et . ’ & + / -`,
  }) satisfies { readonly [C in ReasonCode]?: (data: ReasonData[C]) => string };
