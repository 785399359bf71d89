/** What the bank charges: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, FeeKind, Money } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatDay } from '../../text/date.ts';
import { type Markup, md } from '../../text/markup.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const feeCommands = {
  fees: { description: 'Consulta las comisiones y los intereses, ahora y pronto' },
  'staff fee': {
    description: 'Propón lo que cobra el banco por un tipo de operación',
    title: 'Fijar una comisión',
  },
} satisfies Record<string, CommandText>;

const kinds: Record<FeeKind, string> = {
  TRANSFER: 'Transferencias a otros',
  WITHDRAWAL: 'Retiradas',
  DEPOSIT: 'Ingresos',
};

export const feeFields = {
  feeKind: {
    label: 'Operación',
    choices: {
      TRANSFER: { label: kinds.TRANSFER },
      WITHDRAWAL: { label: kinds.WITHDRAWAL },
      DEPOSIT: { label: kinds.DEPOSIT },
    },
  },
  feeFlat: { label: 'Comisión fija', hint: 'En unidades de la moneda', example: '0,10' },
  feePerMille: {
    label: 'Por mil del importe',
    hint: 'Número entero de 0 a 1000; se redondea hacia abajo',
    example: '5',
    refusal: 'Escribe un número entero de 0 a 1000.',
  },
  feeFree: {
    label: 'Operaciones gratis al mes',
    hint: 'Por cliente',
    example: '3',
    refusal: 'Escribe un número entero de 0 a 10000.',
  },
  feeLeast: { label: 'Mínimo', hint: 'Lo menos que se cobra', example: '0,05' },
  feeMost: { label: 'Máximo', hint: 'Lo más que se cobra', example: '10' },
  feeFrom: {
    label: 'Válida desde',
    name: 'Día',
    hint: 'AAAA-MM-DD. Vacío: cuanto antes',
    example: '2027-01-31',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const feeOptions = {
  feeKind: 'operacion',
  feeFlat: 'fija',
  feePerMille: 'por-mil',
  feeFree: 'gratis',
  feeLeast: 'minimo',
  feeMost: 'maximo',
  feeFrom: 'desde',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const feeSentences = {
  FEE_CHANGED: ({ now }, nothing) =>
    `La comisión es ahora de ${sum(now)}, distinta de la que mostraba la tarjeta. ${nothing} ` +
    'Inténtalo de nuevo con otra tarjeta.',
  FEE_ABOVE_AMOUNT: ({ fee, amount }, nothing) =>
    `La comisión de ${sum(fee)} supera el importe de ${sum(amount)}. ${nothing} Elige un ` +
    `importe mayor; \`/fees\` muestra las comisiones.`,
  FEE_TOO_SOON: ({ first, days }, nothing) =>
    `Una comisión se anuncia ${days} días antes, así que el primer día posible es el ` +
    `${formatDay(first)}. ${nothing} Escribe ese día o uno posterior.`,
  FEE_RANGE: (_, nothing) => `El mínimo supera el máximo. ${nothing} Cambia uno de los dos.`,
  FUNDS_INSUFFICIENT: ({ available, needed, fee }, nothing) =>
    `Tu saldo disponible es de ${sum(available)} y necesitas ` +
    `${sum(needed)}${fee === undefined ? '' : `, incluida la comisión de ${sum(fee)}`}. ` +
    nothing,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Labels in the audit trail. */
export const feeAudits = {
  FEE_ASKED: 'Comisión solicitada',
  FEE_APPROVED: 'Comisión aprobada',
  FEE_DECLINED: 'Comisión rechazada',
  FEE_REFUSED: 'Comisión imposible',
};

/** A request for a second manager, and what it says of the fee. */
export const feeApproval = 'Fijar una comisión';
export const feeContents = {
  movement: 'Operación',
  flat: 'Fija',
  perMille: 'Por mil',
  least: 'Mínimo',
  most: 'Máximo',
  free: 'Gratis al mes',
  from: 'Válida desde',
};

export const fees = {
  title: 'Comisiones e intereses',
  kinds,
  none: 'ninguna',
  perMille: (count: string): string => `${count} ‰`,
  least: (of: string): string => `mínimo ${of}`,
  most: (of: string): string => `máximo ${of}`,
  free: (count: number): string => `${count} gratis al mes`,
  left: (count: number): string => `quedan ${count} gratis`,
  now: 'Ahora',
  thisMonth: 'Este mes',
  from: 'Desde',
  later: (day: Markup, terms: string): Markup => md`${day}: ${terms}`,
  nothing: 'El banco no cobra comisiones.',
  note:
    'Una comisión se cobra junto al pago y se muestra antes en su tarjeta. Entre tus propias ' +
    'cuentas y huchas todo es gratis. Los meses terminan a medianoche UTC.',
  question: '¿Proponer esta comisión?',
  movement: 'Operación',
  wanted: 'Nueva',
  questionNote:
    'Decide una segunda persona de dirección. Después se avisa a todos los clientes, al ' +
    'menos siete días antes.',
  renewed: (): string => 'La comisión ha cambiado desde la última tarjeta. Revisa esta.',
  notice: {
    title: 'Las comisiones van a cambiar',
    sentence: (kind: string, day: string): string => `Desde el ${day}, para: ${kind}.`,
    fee: 'Comisión',
    small: '`/fees` muestra todas las comisiones',
  },
};
