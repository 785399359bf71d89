/** Limits that customers set for themselves: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, LimitPeriod, Money } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatMoment } from '../../text/date.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';
import { feeFields } from './fees.ts';
import { interestFields } from './interest.ts';
import { inTime } from './times.ts';

export const limitCommands = {
  'limits show': { description: 'Consulta tus límites y lo que queda de ellos' },
  'limits set': { description: 'Limita lo que puedes pagar', title: 'Fijar un límite' },
} satisfies Record<string, CommandText>;

const periods: Record<LimitPeriod, string> = {
  PAYMENT: 'Por pago',
  DAY: 'Al día',
  WEEK: 'A la semana',
  MONTH: 'Al mes',
};

export const limitFields = {
  ...feeFields,
  ...interestFields,
  limitPeriod: {
    label: 'Límite',
    choices: {
      PAYMENT: { label: periods.PAYMENT },
      DAY: { label: periods.DAY },
      WEEK: { label: periods.WEEK, hint: 'Desde el lunes' },
      MONTH: { label: periods.MONTH },
    },
  },
  limitAmount: { label: 'Importe', hint: 'Vacío: ningún límite propio', example: '50' },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const limitOptions = { limitPeriod: 'limite', limitAmount: 'importe' };

const reached: Record<LimitPeriod, string> = {
  PAYMENT: 'Tu límite propio por pago es de',
  DAY: 'Tu límite propio al día es de',
  WEEK: 'Tu límite propio a la semana es de',
  MONTH: 'Tu límite propio al mes es de',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const limitSentences = {
  DAY_LIMIT_REACHED: ({ limit, left }, nothing) =>
    `Esto supera el límite de hoy, ${sum(limit)}; hoy te quedan ${sum(left)}. ${nothing}`,
  LIMIT_LOWERED: ({ limit, left, waitMs }, nothing) =>
    'Has restablecido tu contraseña hace poco, así que tu límite diario es por ahora de ' +
    `${sum(limit)}; hoy te quedan ${sum(left)}. ${nothing} ` +
    `Tu límite habitual vuelve ${inTime(waitMs)}.`,
  OWN_LIMIT_REACHED: ({ period, limit, left, freeAt }, nothing) => {
    const rest =
      freeAt === null || left.units === limit.units
        ? ''
        : `; quedan ${sum(left)}, y vuelve a estar libre el ${formatMoment(freeAt)}`;
    return `${reached[period]} ${sum(limit)}${rest}. ${nothing} \`/limits show\` lo muestra y lo cambia.`;
  },
  OWN_LIMIT_UNCHANGED: (_, nothing) =>
    `Ya es tu límite, o lo será pronto. ${nothing} Escribe otro importe.`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Titles and sentences of notices. */
export const limitEvents = {
  OWN_LIMIT_CHANGED: [
    'Tus límites han cambiado',
    'Se ha cambiado un límite de tus pagos. `/limits show` muestra lo que vale ahora y después. ' +
      'Si no has sido tú, bájalo allí y cambia tu contraseña.',
  ],
} as const;

/** Labels in the audit trail. */
export const limitAudits = { OWN_LIMIT_CHANGED: 'Límite propio cambiado' };
export const limitSteps = { limits: 'Tus límites', fees: 'Comisiones' };
export const limitTopics = { limits: 'Límites y comisiones' };

export const limits = {
  title: 'Tus límites',
  periods,
  none: 'ninguno',
  /** On the card of a standing order. */
  orderAbove: (period: LimitPeriod, of: string): string =>
    `${reached[period]} ${of}. Los pagos de esta orden lo superan: se reintentarán y después no se ` +
    `harán, salvo que lo subas con \`/limits set\`.`,
  used: (sum: string): string => `${sum} usados`,
  left: (sum: string, until: Markup): Markup => md`quedan ${sum} hasta ${until}`,
  waiting: (sum: string, from: Markup): Markup => md`desde ${from}: ${sum}`,
  own: (period: string): string => `Límite propio: ${period}`,
  bank: (payment: string, day: string): string =>
    `Límites del banco: ${payment} por pago, ${day} al día.`,
  note:
    'Cuentan las transferencias, retiradas y órdenes permanentes de todas tus cuentas. Los días, ' +
    'las semanas (desde el lunes) y los meses terminan a medianoche UTC.',
  change: 'Cambiar un límite:',
  question: '¿Fijar este límite?',
  limit: 'Límite',
  present: 'Ahora',
  wanted: 'Nuevo',
  from: 'Vale desde',
  atOnce: 'ya mismo',
  dropped: 'Sustituye al cambio pendiente.',
  lowerNote: 'Un límite más bajo vale ya mismo. Subirlo de nuevo pide una prueba y un día.',
  raiseNote: (hours: number): string =>
    `Un límite más alto, o ninguno, vale ${hours} horas después de confirmar. Hasta entonces ` +
    'vale el actual.',
  intent: (period: string, sum: string): Markup =>
    md`fijar tu límite (${written(period)}): ${written(sum)}`,
  done: 'Límite fijado',
  show: 'Tus límites',
};
