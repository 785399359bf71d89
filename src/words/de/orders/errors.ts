/** Refusals of standing orders. */
import type { ErrorData } from '../../../bank/model/index.ts';

type OrderCode = Extract<keyof ErrorData, `ORDER${string}` | 'TIME_ZONE_MISSING'>;
type OrderSentences = {
  readonly [C in OrderCode]: (data: ErrorData[C], nothing: string) => string;
};

export const orderSentences = {
  ORDER_UNKNOWN: (_, nothing) =>
    `Du hast keinen Dauerauftrag mit dieser Nummer. ${nothing} \`/schedule list\` zeigt sie.`,
  ORDER_OVER: (_, nothing) =>
    `Dieser Dauerauftrag ist beendet. ${nothing} Du kannst einen neuen einrichten.`,
  ORDER_NOT_ACTIVE: (_, nothing) =>
    `Dieser Dauerauftrag ist angehalten; es gibt keine nächste Zahlung. ${nothing}`,
  ORDER_PAUSED_BY_STAFF: (_, nothing) =>
    `Mitarbeiter der Bank haben diesen Dauerauftrag angehalten. ${nothing} Bitte sie, ihn ` +
    'fortzusetzen.',
  ORDERS_TOO_MANY: ({ max }, nothing) =>
    `Du kannst höchstens ${max} Daueraufträge haben. ${nothing} Beende zuerst einen.`,
  ORDER_FIRST_PAST: (_, nothing) =>
    `Die erste Zahlung läge in der Vergangenheit. ${nothing} Wähl einen späteren Tag oder eine ` +
    'spätere Uhrzeit.',
  ORDER_WITHOUT_DAYS: (_, nothing) =>
    `Bis zum letzten Datum fällt keine Zahlung an. ${nothing} Wähl ein späteres Datum.`,
  TIME_ZONE_MISSING: (_, nothing) =>
    `In welcher Zeitzone lebst du? ${nothing} Gib sie einmal an, zum Beispiel Europe/Berlin: Die ` +
    'Bank zahlt nach deiner Uhr.',
} satisfies OrderSentences;

export const orderTitles = {
  TIME_ZONE_MISSING: 'Bitte nenn deine Zeitzone',
  ORDER_OVER: 'Dieser Auftrag ist beendet',
};
