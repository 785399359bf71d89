/** Pots of shared accounts. */
import type { SharedEvent } from '../../../bank/model/index.ts';

export type PotEvent = Extract<SharedEvent, `POT_${string}` | 'ROUND_UPS_CHANGED'>;

/** Of notices. */
export const potTitles: Record<PotEvent, string> = {
  POT_OPENED: 'Spartopf eröffnet',
  POT_CLOSED: 'Spartopf geschlossen',
  POT_LOCKED: 'Spartopf gesperrt',
  POT_RELEASE_ASKED: 'Vorzeitige Freigabe eines Spartopfs',
  ROUND_UPS_CHANGED: 'Aufrunden geändert',
};
export const potSentences: Record<PotEvent, (actor: string) => string> = {
  POT_OPENED: (actor) => `${actor} hat einen Spartopf eröffnet. \`/pot list\` zeigt ihn.`,
  POT_CLOSED: (actor) => `${actor} hat einen Spartopf geschlossen.`,
  POT_LOCKED: (actor) => `${actor} hat einen Spartopf gesperrt. \`/pot list\` zeigt, bis wann.`,
  POT_RELEASE_ASKED: (actor) =>
    `${actor} hat einen Spartopf vorzeitig freigeben lassen. \`/pot list\` zeigt, wann er sich öffnet.`,
  ROUND_UPS_CHANGED: (actor) =>
    `${actor} hat geändert, ob Zahlungen von diesem Konto in einen Spartopf aufgerundet werden.`,
};

/** Of cards; `account` is the name of the shared account. */
export const sharedPots = {
  note: 'Nur Verwalter des Kontos können Geld hineinlegen und herausnehmen. Alle Mitglieder sehen ihn.',
  stopQuestion: (account: string): string => `Zahlungen von „${account}“ nicht mehr aufrunden?`,
  rounded: (account: string): string => `Zahlungen von „${account}“ werden aufgerundet`,
  notRounded: (account: string): string =>
    `Zahlungen von „${account}“ werden nicht mehr aufgerundet`,
};
