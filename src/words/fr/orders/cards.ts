/** Cards and messages about standing orders. */
import type {
  OccurrenceReason,
  OccurrenceState,
  OrderReason,
  OrderState,
  OrderUnit,
} from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';
import { nothingMoved } from '../common/shared.ts';

const plural = pluralIn('fr');

const units: Record<OrderUnit, (count: number) => string> = {
  DAY: (count) => plural(count, { one: 'chaque jour', other: `tous les ${count} jours` }),
  WEEK: (count) => plural(count, { one: 'chaque semaine', other: `toutes les ${count} semaines` }),
  MONTH: (count) => plural(count, { one: 'chaque mois', other: `tous les ${count} mois` }),
};
const states: Record<OrderState, string> = {
  ACTIVE: 'actif',
  PAUSED: 'suspendu',
  ENDED: 'terminé',
  CANCELLED: 'annulé',
};
const because: Record<OrderReason, string> = {
  CUSTOMER: 'par son titulaire',
  STAFF: 'par le personnel de la banque',
  MISSED: 'après trois paiements manqués de suite',
  PAYEE_CLOSED: 'parce que le compte du bénéficiaire est clôturé',
  ACCOUNT_CLOSED: 'parce que le compte débité est clôturé',
  ROLE: 'parce que son titulaire ne peut plus payer depuis le compte',
};
const outcomes: Record<OccurrenceState, string> = {
  PAID: 'payé',
  WAITING: 'nouvel essai prévu',
  ASKED: 'attend les gestionnaires',
  MISSED: 'manqué',
  SKIPPED: 'omis',
};
const reasons: Record<OccurrenceReason, string> = {
  FUNDS: 'Il n’y avait pas assez d’argent.',
  LIMIT: 'Une limite de votre compte ne le permettait pas.',
  PAYEE_FULL: 'Le compte du bénéficiaire ne peut pas recevoir davantage.',
  FROZEN: 'Votre compte est gelé.',
  LOCKED: 'Votre compte est verrouillé.',
  PAYEE_CLOSED: 'Le compte du bénéficiaire est clôturé.',
  ACCOUNT_CLOSED: 'Votre compte est clôturé.',
  BANK_DOWN: 'La banque n’était pas disponible.',
  CUSTOMER: 'Vous l’avez omis.',
  PAUSED: 'Le virement était suspendu.',
  NOTHING_ABOVE: 'Rien ne dépassait la somme qui reste sur le compte.',
  ALLOWANCE: 'Votre plafond du mois ne suffisait pas.',
  APPROVERS: 'Trop peu de gestionnaires du compte peuvent l’approuver.',
  CROWDED: 'Trop de paiements du compte attendent ses gestionnaires.',
  NOT_APPROVED: 'Les gestionnaires ne l’ont pas approuvé.',
  ROLE: 'Vous ne pouvez plus payer depuis ce compte.',
};

export const orderCards = {
  order: (number: number): string => `Virement ${number}`,
  every: (unit: OrderUnit, count: number): string => units[unit](count),
  onDay: (day: number | 'last'): string =>
    day === 'last' ? 'le dernier jour du mois' : `le ${day}`,
  shortMonths: 'Les mois plus courts, il paie le dernier jour.',
  at: (clock: string, zone: string): string => `à ${clock} (${zone})`,
  untilDate: (date: string): string => `jusqu’au ${date}`,
  untilCount: (count: number): string =>
    plural(count, { one: 'un paiement', other: `${count} paiements` }),
  untilCancelled: 'jusqu’à ce que vous l’annuliez',
  above: (sum: string): string => `tout ce qui dépasse ${sum}`,
  repeats: 'Fréquence',
  next: 'Prochains paiements',
  retry: 'Prochain essai',
  state: (state: OrderState, reason: OrderReason | null): string =>
    reason === null ? states[state] : `${states[state]} ${because[reason]}`,
  outcome: (state: OccurrenceState): string => outcomes[state],
  reason: (reason: OccurrenceReason): string => reasons[reason],
  past: 'Derniers paiements',
  create: {
    question: 'Créer ce virement permanent ?',
    /** Completes "You are about to ...". */
    intent: (sum: string, to: Markup): Markup =>
      md`créer un virement permanent : **${sum}** à ${to}`,
    rules:
      'Chaque paiement demande assez d’argent et compte dans vos limites du jour. S’il échoue, la ' +
      'banque réessaie après 6 et 24 heures. Après trois paiements manqués de suite, elle suspend ' +
      'le virement. Vous recevez un message à chaque fois.',
    eachWaits: (needed: number): string =>
      'Chaque paiement a besoin de l’accord ' +
      `${plural(needed, { one: 'd’un autre gestionnaire', other: `de ${needed} autres gestionnaires` })}, ` +
      'demandé à l’échéance.',
    aboveAllowance: (allowance: string): string =>
      `Vous pouvez payer ${allowance} par mois depuis ce compte. Les paiements de cet ordre le ` +
      'dépassent : après de nouveaux essais, ils n’auront pas lieu, sauf si un gestionnaire le relève.',
    ofShared:
      'Votre rôle, votre plafond et les accords du compte partagé sont vérifiés à chaque échéance. ' +
      'L’ordre prend fin quand vous ne pouvez plus payer depuis le compte.',
    done: (number: number): string => `Le virement permanent ${number} est créé`,
    nothingYet: 'Aucun argent n’a encore bougé.',
  },
  list: {
    title: 'Vos virements permanents',
    ofCustomer: 'Virements permanents du client',
    empty: 'Il n’y a pas de virement permanent.',
    choose: 'Choisissez un virement',
  },
  preview: {
    title: 'Prochains paiements',
    empty: 'Aucun paiement n’est prévu.',
    available: (sum: string): string => `Disponible maintenant : ${sum}.`,
    enough: 'Si rien d’autre n’entre ni ne sort, votre argent suffit pour tous.',
    short: (day: string): string => `Votre argent ne suffira pas le ${day}.`,
    shortLine: '⚠️ insuffisant',
    nothingAbove: 'rien au-dessus',
    picture: 'Un calendrier des prochains paiements',
  },
  paused: {
    title: (number: number): string => `Le virement ${number} est suspendu`,
    sentence: `Il ne paie rien jusqu’à sa reprise. ${nothingMoved}`,
  },
  resumed: {
    title: (number: number): string => `Le virement ${number} est actif`,
    passed: (count: number): string =>
      plural(count, {
        one: 'Un paiement a été omis pendant la suspension.',
        other: `${count} paiements ont été omis pendant la suspension.`,
      }),
    ended: 'Son dernier jour est passé : il est terminé.',
  },
  skipped: {
    title: (day: string): string => `Le paiement du ${day} est omis`,
    sentence: nothingMoved,
  },
  cancelled: {
    question: (number: number): string => `Annuler le virement permanent ${number} ?`,
    warning: 'Il ne paiera plus rien et ne pourra pas être repris. Ce qui est payé reste payé.',
    title: (number: number): string => `Le virement ${number} est annulé`,
    sentence: `Il ne paie plus rien. ${nothingMoved}`,
  },
  nothingMoved,
  buttons: {
    pause: 'Suspendre',
    resume: 'Reprendre',
    skip: 'Omettre le prochain',
    cancel: 'Annuler le virement',
    preview: 'Prochains paiements',
    list: 'Tous les virements',
    create: 'Nouveau virement permanent',
    more: 'Plus d’options',
  },
  notices: {
    paid: (sum: string): string => `Virement permanent payé : ${sum}`,
    waiting: 'Virement permanent pas encore payé',
    asked: 'Virement permanent en attente d’accord',
    missed: 'Virement permanent manqué',
    skipped: 'Virement permanent omis',
    tryAgain: (at: Markup): Markup => md`La banque réessaiera le ${at}.`,
    missedBefore: (count: number): string =>
      plural(count, {
        one: 'Un paiement antérieur a été manqué, car la banque n’était pas disponible.',
        other: `${count} paiements antérieurs ont été manqués, car la banque n’était pas disponible.`,
      }),
    paused: (number: number): string => `Le virement permanent ${number} est suspendu`,
    cancelled: (number: number): string => `Le virement permanent ${number} est annulé`,
    resumed: (number: number): string => `Le virement permanent ${number} est de nouveau actif`,
    byStaff: 'C’est le personnel de la banque qui l’a fait.',
    short: 'Un virement permanent risque d’échouer',
    shortSentence: (day: string): string =>
      `Votre argent ne suffira pas le ${day}. Déposez à temps, ou omettez le paiement.`,
    due: 'Échéance',
    ended: 'C’était le dernier paiement.',
    note: (bankName: string): Markup => md`${bankName} · détails avec \`/schedule list\``,
  },
  report: {
    label: 'Virements permanents',
    counts: (active: number, paused: number): string => `${active} actifs, ${paused} suspendus`,
  },
};
