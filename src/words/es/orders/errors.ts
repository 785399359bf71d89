/** Refusals of standing orders. */
import type { ErrorData } from '../../../bank/model/index.ts';

type OrderCode = Extract<keyof ErrorData, `ORDER${string}` | 'TIME_ZONE_MISSING'>;
type OrderSentences = {
  readonly [C in OrderCode]: (data: ErrorData[C], nothing: string) => string;
};

export const orderSentences = {
  ORDER_UNKNOWN: (_, nothing) =>
    `No tienes ninguna orden permanente con este número. ${nothing} \`/schedule list\` las muestra.`,
  ORDER_OVER: (_, nothing) =>
    `Esta orden permanente ha terminado. ${nothing} Puedes crear una nueva.`,
  ORDER_NOT_ACTIVE: (_, nothing) =>
    `Esta orden permanente está en pausa: no hay próximo pago que omitir. ${nothing}`,
  ORDER_PAUSED_BY_STAFF: (_, nothing) =>
    `El personal del banco pausó esta orden permanente. ${nothing} Pídele que la reanude.`,
  ORDERS_TOO_MANY: ({ max }, nothing) =>
    `Puedes tener como máximo ${max} órdenes permanentes. ${nothing} Cancela una primero.`,
  ORDER_FIRST_PAST: (_, nothing) =>
    `El primer pago quedaría en el pasado. ${nothing} Elige un día o una hora posterior.`,
  ORDER_WITHOUT_DAYS: (_, nothing) =>
    `Ningún pago cae antes de la última fecha. ${nothing} Elige una fecha posterior.`,
  TIME_ZONE_MISSING: (_, nothing) =>
    `¿En qué zona horaria vives? ${nothing} Indícala una vez, por ejemplo Europe/Madrid: el banco ` +
    'paga según tu reloj.',
} satisfies OrderSentences;

export const orderTitles = {
  TIME_ZONE_MISSING: 'Tu zona horaria, por favor',
  ORDER_OVER: 'Esta orden ha terminado',
};
