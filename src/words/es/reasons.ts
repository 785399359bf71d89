/** Why an entry was refused, and what to change. */
import {
  type Money,
  type PasswordFault,
  type PasswordWord,
  type Reason,
  type ReasonCode,
  type ReasonData,
} from '../../bank/model/index.ts';
import { scriptName } from './common/scripts.ts';
import { formatAmount } from '../text/amount.ts';
import { pluralIn } from '../text/plural.ts';
import { noticeReasons } from './refusals/notices.ts';
import { accountReasons } from './common/own-accounts.ts';
import { payeeReasons } from './refusals/payees.ts';

const plural = pluralIn('es');

type Reasons = { readonly [C in ReasonCode]: (data: ReasonData[C]) => string };

const amounts = 'Escríbelo así: 12 o 12,50 o 1.250,50 o 1,5k.';
const reference = 'Cópiala del justificante.';
const address = 'nombre@example.com';

/** Characters that can be shown in a sentence: none of them formats or mentions. */
const printable = /^[\p{L}\p{Extended_Pictographic},;:!?()"&/+=%$€£]$/u;
const codePointOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
const shown = (sign: string): string => (printable.test(sign) ? `“${sign}”` : codePointOf(sign));

const dayAndMonth = new Intl.DateTimeFormat('es', {
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const dayText = (date: string): string => `${date} para el ${dayAndMonth.format(Date.parse(date))}`;

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const decimals = (count: number): string =>
  plural(count, { one: 'un decimal', other: `${count} decimales` });

const typed = {
  ACCOUNT_NUMBER_EMPTY: () => 'Escribe el número de cuenta: 10 dígitos.',
  ACCOUNT_NUMBER_NOT_DIGITS: () => 'Un número de cuenta solo tiene dígitos del 0 al 9.',
  ACCOUNT_NUMBER_LENGTH: ({ expected, length }) =>
    `Un número de cuenta tiene ${expected} dígitos; este tiene ${length}.`,
  ACCOUNT_NUMBER_ZERO: () =>
    'Un número de cuenta nunca empieza por 0. Compruébalo dígito a dígito.',
  ACCOUNT_NUMBER_MISTYPED: () =>
    'Este número de cuenta tiene una errata: su último dígito no encaja con los demás. ' +
    'Compruébalo dígito a dígito.',

  AMOUNT_EMPTY: () => `Escribe un importe. ${amounts}`,
  AMOUNT_TOO_LONG: () => `Es demasiado largo para un importe. ${amounts}`,
  AMOUNT_SHARE: ({ share }) => `“${share}” es una parte de tu saldo. Aquí escribe un número.`,
  AMOUNT_AMBIGUOUS: ({ typed: text, whole, decimal }) =>
    decimal === null
      ? `Si “${text}” significa ${sum(whole)}, escribe el importe sin separador.`
      : `“${text}” puede ser ${sum(whole)} o ${sum(decimal)}. Elige uno de los dos.`,
  AMOUNT_NOT_PLAIN: () => `Usa solo los dígitos del 0 al 9, coma y punto. ${amounts}`,
  AMOUNT_SIGNED: () => 'Quita el signo: un importe siempre es mayor que cero.',
  AMOUNT_HEXADECIMAL: () => 'Escribe el importe solo con los dígitos del 0 al 9.',
  AMOUNT_EXPONENT: () => 'Escribe el importe completo, por ejemplo 1500 o 1,5k.',
  AMOUNT_UNDERSCORE: () => `Quita el “_”. ${amounts}`,
  AMOUNT_SPACES: () => `Quita los espacios. ${amounts}`,
  AMOUNT_POINTS: () => `Usa un solo signo para los decimales. ${amounts}`,
  AMOUNT_POINT_FIRST: () => 'Pon un dígito antes de los decimales, por ejemplo 0,50.',
  AMOUNT_POINT_LAST: () => 'Pon los decimales o quita el signo del final.',
  AMOUNT_COMMA_LATE: () => `El separador de miles solo va antes de los decimales. ${amounts}`,
  AMOUNT_COMMAS: () => `El separador de miles va cada tres dígitos. ${amounts}`,
  AMOUNT_SUFFIXES: () => 'Usa una sola “k” (mil) o una sola “m” (millón).',
  AMOUNT_OTHER_CURRENCY: ({ currency }) =>
    `La única moneda de este banco es ${currency}. Escribe el número solo o con ella: ` +
    `12 o 12 ${currency}.`,
  AMOUNT_UNREADABLE: () => `Eso no es un importe. ${amounts}`,
  AMOUNT_ZEROS_FIRST: () => 'Quita los ceros del principio.',
  AMOUNT_DECIMALS: ({ decimalsMax, currency }) =>
    decimalsMax === 0
      ? `${currency} no tiene decimales: escribe un número entero.`
      : `${currency} tiene ${decimals(decimalsMax)} como máximo.`,
  AMOUNT_ZERO: () => 'El importe debe ser mayor que cero.',
  AMOUNT_TOO_LARGE: ({ max }) => `Supera lo que admite una cuenta (${sum(max)}).`,

  APP_CODE_SHAPE: () => 'Un código tiene seis dígitos. Escribe el que muestra ahora tu app.',
  PROOF_CODE_EMPTY: () => 'Escribe el código.',
  PROOF_CODE_SIGNS: () => 'Un código solo tiene letras, dígitos y guiones: ABCD-EFGH-JKMN-P.',
  PROOF_CODE_LENGTH: ({ mailed, recovery, length }) =>
    `Un código de nuestro correo tiene ${mailed} caracteres y uno de recuperación, ${recovery}; ` +
    `este tiene ${length}.`,

  BIRTH_DATE_EMPTY: () => 'Escribe tu fecha de nacimiento como AAAA-MM-DD.',
  BIRTH_DATE_FUTURE: () => 'Esa fecha está en el futuro. Revisa el año.',
  BIRTH_DATE_TOO_OLD: () => 'Hace demasiado tiempo de esa fecha. Revisa el año.',
  DATE_SHAPE: ({ example }) => `Escribe la fecha como AAAA-MM-DD, por ejemplo ${example}.`,
  DATE_UNKNOWN: () => 'Esta fecha no existe. Revisa el día y el mes.',
  MONTH_SHAPE: () => 'Escribe el mes como AAAA-MM, por ejemplo 2026-03, o con su nombre.',
  DATE_AMBIGUOUS: ({ typed: text, dates: [one, other] }) =>
    `“${text}” puede ser dos fechas. Escribe ${dayText(one)} o ${dayText(other)}.`,

  EMAIL_EMPTY: () => `Escribe una dirección de correo, por ejemplo ${address}.`,
  EMAIL_NOT_PLAIN: () =>
    'Una dirección de correo solo puede tener letras de la a a la z sin tilde, dígitos y símbolos.',
  EMAIL_SPACES: () =>
    `Una dirección de correo no tiene espacios. Escribe solo la dirección: ${address}.`,
  EMAIL_TOO_LONG: () =>
    'Es demasiado largo para una dirección de correo. Escribe una sola dirección.',
  EMAIL_AT: () => `Una dirección de correo tiene una “@”: ${address}.`,
  EMAIL_LOCAL_PART: () =>
    'La parte anterior a la “@” puede tener letras, dígitos y, en medio, símbolos como “.”.',
  EMAIL_POINT_LAST: () => `Quita el punto del final: ${address}.`,
  EMAIL_ENDING: () => 'Después de la “@” falta la terminación, como “.com” en example.com.',
  EMAIL_DOMAIN: () => 'La parte posterior a la “@” debe ser un dominio, como example.com.',

  PHONE_EMPTY: () => 'Escribe un número de teléfono, por ejemplo +34 612 34 56 78.',
  PHONE_NOT_PLAIN: () => 'Usa solo los dígitos del 0 al 9.',
  PHONE_COUNTRY_CODE: () =>
    'Empieza por “+” y el código del país, no por 00: por ejemplo +34 612 34 56 78.',
  PHONE_NOT_DIGITS: () =>
    'Un número de teléfono tiene un “+” y dígitos; puedes separarlos con espacios o guiones.',
  PHONE_TOO_LONG: () => 'Es demasiado largo para un número de teléfono.',
  PHONE_COUNTRY_UNKNOWN: () => 'Ningún país tiene este código, o faltan dígitos. Revisa el número.',
  PHONE_LENGTH: () =>
    'Este número es demasiado corto o demasiado largo para su país. Revisa los dígitos.',
  PHONE_UNKNOWN: () => 'Este número no existe en su país. Revisa los dígitos.',

  CUSTOMER_QUERY_DIGITS: ({ number }) =>
    `${sentence(number)} Escríbelo de nuevo, o sus cuatro últimos dígitos, un teléfono con + y ` +
    'el código del país, o un ID de Discord de 17 a 20 dígitos.',
  DISCORD_USER_SHAPE: () =>
    'Escribe una mención, o los 17 a 20 dígitos que da *Copiar ID del usuario* en el modo ' +
    'desarrollador de Discord.',

  MEMO_TOO_LONG: ({ lengthMax, length }) =>
    `Un concepto puede tener ${lengthMax} caracteres como máximo; este tiene ${length}. Acórtalo.`,

  NAME_HIDDEN: ({ sign }) =>
    `El nombre contiene un carácter invisible (${codePointOf(sign)}). Escríbelo de nuevo sin él.`,
  NAME_EMPTY: () => 'Escribe tu nombre.',
  NAME_TOO_SHORT: ({ lengthMin }) =>
    `Un nombre tiene al menos ${lengthMin} letras. Escribe tu nombre completo.`,
  NAME_TOO_LONG: ({ lengthMax, length }) =>
    `Un nombre puede tener ${lengthMax} caracteres como máximo; este tiene ${length}. Quita un segundo nombre.`,
  NAME_DIGITS: () => 'Un nombre no puede tener dígitos. Escribe los números con letras.',
  NAME_SIGN: ({ sign }) =>
    `Quita ${shown(sign)}. Un nombre solo tiene letras, espacios, guiones, puntos y apóstrofos.`,
  NAME_BEGINNING: () => 'Un nombre empieza por una letra. Quita lo que hay antes.',
  NAME_SIGNS_DOUBLED: () =>
    'Escribe el nombre como en tu pasaporte, con un símbolo como máximo entre dos letras.',
  NAME_RARE: ({ sign }) =>
    `Escribe el nombre con letras de uso corriente: ${shown(sign)} no es una de ellas.`,
  NAME_MIXED: ({ sign, of, most }) =>
    `Escribe todo el nombre en un solo alfabeto: ${shown(sign)} es ${scriptName(of)}, pero casi ` +
    `todo está en ${scriptName(most)}.`,

  ...accountReasons,
  ...payeeReasons(shown),
  ...noticeReasons,

  REFERENCE_SHAPE: () => `Una referencia es así: 01AB-23CD-45EF-GHJ. ${reference}`,
  REFERENCE_MISTYPED: () =>
    `Esta referencia tiene una errata: sus últimos caracteres no encajan con los demás. ${reference}`,
  REFERENCE_UNKNOWN: () => `Ninguna operación tiene esta referencia. ${reference}`,
} satisfies Reasons;

type ReasonOf<C extends ReasonCode> = {
  readonly [Code in C]: { readonly code: Code; readonly data: ReasonData[Code] };
}[C];

function sentence<C extends ReasonCode>(reason: ReasonOf<C>): string {
  const all: Reasons = typed;
  return all[reason.code](reason.data);
}

const passwordWords: Record<PasswordWord, string> = {
  NAME: 'tu nombre',
  EMAIL: 'tu dirección de correo',
  PHONE: 'tu número de teléfono',
  DATE_OF_BIRTH: 'tu fecha de nacimiento',
  BANK_NAME: 'el nombre del banco',
};

/** What is wrong with a new password. */
export function passwordFault(fault: PasswordFault): string {
  switch (fault.kind) {
    case 'TOO_SHORT':
      return `Usa al menos ${fault.lengthMin} caracteres.`;
    case 'TOO_LONG':
      return `Usa ${fault.lengthMax} caracteres como máximo.`;
    case 'HOLDS':
      return `No debe contener ${passwordWords[fault.what]}.`;
    case 'COMMON':
      return 'Es una contraseña común o sigue un patrón. Usa varias palabras poco corrientes.';
    case 'UNCHANGED':
      return 'Es tu contraseña actual. Elige una nueva.';
  }
}

export const reasons = {
  sentence: (reason: Reason): string => sentence(reason),
  passwordFault,
  /** For any field of a form. */
  form: {
    missing: 'Completa este campo.',
    tooLong: 'Es demasiado largo.',
    unfit: 'Ese dato no es válido.',
    lengthMax: (lengthMax: number) => `Usa ${lengthMax} caracteres como máximo.`,
    oneMissing: (labels: readonly string[]) => `Completa ${eitherOf(labels)}.`,
    onlyOne: (labels: readonly string[]) => `Completa solo uno: ${eitherOf(labels)}.`,
    choice: 'Elige una de las respuestas.',
    choices: 'Elige cada tipo una sola vez.',
    currencyName: 'Usa de 2 a 6 mayúsculas y cifras, con una letra al principio.',
    member: 'Elige un miembro.',
    days: 'Escribe un número entero de 1 a 3660.',
    daysOrDates: 'Indica días o fechas, pero no ambos.',
    memberFromList: 'Elige un miembro de la lista.',
    password: 'Escribe tu contraseña.',
    passwordTooLong: (lengthMax: number) =>
      `Una contraseña puede tener ${lengthMax} caracteres como máximo.`,
    passwordsDiffer: 'Las contraseñas no coinciden.',
    daysReversed: 'Esta fecha es anterior a la de “Desde”.',
    amountsReversed: 'El primer importe es mayor que el segundo.',
    reason: 'Indica el motivo en pocas palabras.',
  },
};

/** `o` becomes `u` before the sound of an o. */
function eitherOf(labels: readonly string[]): string {
  return labels.reduce(
    (text, label) =>
      text === '' ? `“${label}”` : `${text} ${/^h?[oó]/i.test(label) ? 'u' : 'o'} “${label}”`,
    '',
  );
}
