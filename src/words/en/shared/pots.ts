/** Pots of shared accounts. */
import type { SharedEvent } from '../../../bank/model/index.ts';

export type PotEvent = Extract<SharedEvent, `POT_${string}` | 'ROUND_UPS_CHANGED'>;

/** Of notices. */
export const potTitles: Record<PotEvent, string> = {
  POT_OPENED: 'Pot opened',
  POT_CLOSED: 'Pot closed',
  POT_LOCKED: 'Pot locked',
  POT_RELEASE_ASKED: 'Early release of a pot',
  ROUND_UPS_CHANGED: 'Round-ups changed',
};
export const potSentences: Record<PotEvent, (actor: string) => string> = {
  POT_OPENED: (actor) => `${actor} has opened a pot. \`/pot list\` shows it.`,
  POT_CLOSED: (actor) => `${actor} has closed a pot.`,
  POT_LOCKED: (actor) => `${actor} has locked a pot. \`/pot list\` shows until when.`,
  POT_RELEASE_ASKED: (actor) =>
    `${actor} has asked for the early release of a pot. \`/pot list\` shows when it opens.`,
  ROUND_UPS_CHANGED: (actor) =>
    `${actor} has changed whether payments from this account are rounded up into a pot.`,
};

/** Of cards; `account` is the name of the shared account. */
export const sharedPots = {
  note: 'Only managers of the account can put money into it and take it out. All members see it.',
  stopQuestion: (account: string): string => `Stop rounding up payments from “${account}”?`,
  rounded: (account: string): string => `Payments from “${account}” are rounded up`,
  notRounded: (account: string): string => `Payments from “${account}” are no longer rounded up`,
};
