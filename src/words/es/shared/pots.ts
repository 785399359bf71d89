/** Pots of shared accounts. */
import type { SharedEvent } from '../../../bank/model/index.ts';

export type PotEvent = Extract<SharedEvent, `POT_${string}` | 'ROUND_UPS_CHANGED'>;

/** Of notices. */
export const potTitles: Record<PotEvent, string> = {
  POT_OPENED: 'hucha abierta',
  POT_CLOSED: 'hucha cerrada',
  POT_LOCKED: 'hucha bloqueada',
  POT_RELEASE_ASKED: 'apertura anticipada de una hucha',
  ROUND_UPS_CHANGED: 'redondeo cambiado',
};
export const potSentences: Record<PotEvent, (actor: string) => string> = {
  POT_OPENED: (actor) => `${actor} ha abierto una hucha. Puedes verla con \`/pot list\`.`,
  POT_CLOSED: (actor) => `${actor} ha cerrado una hucha.`,
  POT_LOCKED: (actor) => `${actor} ha bloqueado una hucha. \`/pot list\` muestra hasta cuándo.`,
  POT_RELEASE_ASKED: (actor) =>
    `${actor} ha pedido la apertura anticipada de una hucha. \`/pot list\` muestra cuándo se abre.`,
  ROUND_UPS_CHANGED: (actor) =>
    `${actor} ha cambiado si los pagos de esta cuenta se redondean hacia una hucha.`,
};

/** Of cards; `account` is the name of the shared account. */
export const sharedPots = {
  note: 'Solo los gestores de la cuenta pueden meter y sacar dinero. Todos los miembros la ven.',
  stopQuestion: (account: string): string => `¿Dejar de redondear los pagos de «${account}»?`,
  rounded: (account: string): string => `Los pagos de «${account}» se redondean`,
  notRounded: (account: string): string => `Los pagos de «${account}» ya no se redondean`,
};
