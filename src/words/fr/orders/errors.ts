/** Refusals of standing orders. */
import type { ErrorData } from '../../../bank/model/index.ts';

type OrderCode = Extract<keyof ErrorData, `ORDER${string}` | 'TIME_ZONE_MISSING'>;
type OrderSentences = {
  readonly [C in OrderCode]: (data: ErrorData[C], nothing: string) => string;
};

export const orderSentences = {
  ORDER_UNKNOWN: (_, nothing) =>
    `Vous n’avez pas de virement permanent portant ce numéro. ${nothing} \`/schedule list\` les ` +
    'affiche.',
  ORDER_OVER: (_, nothing) =>
    `Ce virement permanent est terminé. ${nothing} Vous pouvez en créer un nouveau.`,
  ORDER_NOT_ACTIVE: (_, nothing) =>
    `Ce virement permanent est suspendu : il n’y a pas de prochain paiement. ${nothing}`,
  ORDER_PAUSED_BY_STAFF: (_, nothing) =>
    `Le personnel de la banque a suspendu ce virement permanent. ${nothing} Demandez-lui de le ` +
    'reprendre.',
  ORDERS_TOO_MANY: ({ max }, nothing) =>
    `Vous pouvez avoir au plus ${max} virements permanents. ${nothing} Annulez-en un d’abord.`,
  ORDER_FIRST_PAST: (_, nothing) =>
    `Le premier paiement serait dans le passé. ${nothing} Choisissez un jour ou une heure plus tard.`,
  ORDER_WITHOUT_DAYS: (_, nothing) =>
    `Aucun paiement ne tombe avant la dernière date. ${nothing} Choisissez une date plus tardive.`,
  TIME_ZONE_MISSING: (_, nothing) =>
    `Dans quel fuseau horaire vivez-vous ? ${nothing} Indiquez-le une fois, par exemple ` +
    'Europe/Paris : la banque paie à votre heure.',
} satisfies OrderSentences;

export const orderTitles = {
  TIME_ZONE_MISSING: 'Votre fuseau horaire, s’il vous plaît',
  ORDER_OVER: 'Ce virement est terminé',
};
