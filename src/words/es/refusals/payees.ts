/** Refusals of payees and nicknames. */
import type { ErrorCode, ErrorData, ReasonCode, ReasonData } from '../../../bank/model/index.ts';

export const payeeSentences = {
  NICKNAME_TAKEN: (_, nothing) =>
    `Ya tienes un beneficiario con este apodo. ${nothing} Elige otro.`,
  NICKNAME_UNKNOWN: (_, nothing) =>
    'No tienes ningún beneficiario con este apodo. ' +
    `${nothing} Escribe un número de cuenta, o elige entre tus beneficiarios.`,
  PAYEE_UNCLEAR: (_, nothing) =>
    'Esto no nombra a una sola persona a la que hayas pagado. ' +
    `${nothing} Escribe el número de cuenta.`,
  PAYEES_TOO_MANY: ({ max }, nothing) =>
    `Puedes guardar ${max} beneficiarios como máximo. ${nothing} Quita uno antes.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** `shown` quotes a sign where it formats and mentions nothing. */
export const payeeReasons = (shown: (sign: string) => string) =>
  ({
    NICKNAME_EMPTY: () => 'Escribe un apodo.',
    NICKNAME_TOO_LONG: ({ lengthMax, length }) =>
      `Un apodo puede tener ${lengthMax} caracteres como máximo; este tiene ${length}. Acórtalo.`,
    NICKNAME_LETTERLESS: () => 'Un apodo tiene al menos una letra. Añade una.',
    NICKNAME_RESERVED: () => 'Esto parece la referencia o el nombre de un pago. Elige otro apodo.',
    PAYEE_SHAPE: () =>
      'Escribe un número de cuenta (10 dígitos), un apodo, o la referencia de un pago que recibiste.',
    NICKNAME_SIGN: ({ sign }) =>
      `Quita ${shown(sign)}. Un apodo solo tiene letras, cifras, espacios y . ’ & + / -`,
  }) satisfies { readonly [C in ReasonCode]?: (data: ReasonData[C]) => string };
