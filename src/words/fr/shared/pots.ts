/** Pots of shared accounts. */
import type { SharedEvent } from '../../../bank/model/index.ts';

export type PotEvent = Extract<SharedEvent, `POT_${string}` | 'ROUND_UPS_CHANGED'>;

/** Of notices. */
export const potTitles: Record<PotEvent, string> = {
  POT_OPENED: 'cagnotte ouverte',
  POT_CLOSED: 'cagnotte clôturée',
  POT_LOCKED: 'cagnotte bloquée',
  POT_RELEASE_ASKED: 'déblocage anticipé d’une cagnotte',
  ROUND_UPS_CHANGED: 'arrondis changés',
};
export const potSentences: Record<PotEvent, (actor: string) => string> = {
  POT_OPENED: (actor) => `${actor} a ouvert une cagnotte. \`/pot list\` l’affiche.`,
  POT_CLOSED: (actor) => `${actor} a clôturé une cagnotte.`,
  POT_LOCKED: (actor) => `${actor} a bloqué une cagnotte. \`/pot list\` indique jusqu’à quand.`,
  POT_RELEASE_ASKED: (actor) =>
    `${actor} a demandé le déblocage anticipé d’une cagnotte. \`/pot list\` indique quand elle s’ouvrira.`,
  ROUND_UPS_CHANGED: (actor) =>
    `${actor} a changé l’arrondi des paiements de ce compte vers une cagnotte.`,
};

/** Of cards; `account` is the name of the shared account. */
export const sharedPots = {
  note: 'Seuls les gestionnaires du compte peuvent y mettre de l’argent et en retirer. Tous les membres la voient.',
  stopQuestion: (account: string): string => `Ne plus arrondir les paiements de « ${account} » ?`,
  rounded: (account: string): string => `Les paiements de « ${account} » sont arrondis`,
  notRounded: (account: string): string => `Les paiements de « ${account} » ne sont plus arrondis`,
};
