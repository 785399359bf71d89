/** Pots: commands, fields, refusals, notices and cards. */
import type { ErrorCode, ErrorData, PotDateFault } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { formatMoment } from '../../text/date.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

const plural = pluralIn('fr');
const hours = (count: number): string =>
  plural(count, { one: `${count} heure`, other: `${count} heures` });

export const potCommands = {
  'pot list': { description: 'Voir vos cagnottes et leur contenu' },
  'pot new': {
    description: 'Épargner pour un objectif dans une cagnotte',
    title: 'Ouvrir une cagnotte',
  },
  'pot add': {
    description: 'Mettre de l’argent dans une cagnotte',
    title: 'Alimenter une cagnotte',
  },
  'pot take': {
    description: 'Retirer de l’argent d’une cagnotte',
    title: 'Retirer d’une cagnotte',
  },
  'pot close': { description: 'Clôturer une cagnotte vide', title: 'Clôturer une cagnotte' },
  'pot lock': {
    description: 'Bloquer une cagnotte jusqu’à une date',
    title: 'Bloquer une cagnotte',
  },
  'pot release': {
    description: 'Débloquer une cagnotte avant la date, après le délai choisi',
    title: 'Débloquer une cagnotte',
  },
  'pot round-up': {
    description: 'Arrondir vos paiements et épargner la différence dans une cagnotte',
    title: 'Arrondir les paiements',
  },
} satisfies Record<string, CommandText>;

const named = 'Son nom, son numéro ou les quatre derniers chiffres';

export const potFields = {
  pot: { label: 'Cagnotte', hint: named },
  onlyPot: { label: 'Cagnotte', hint: 'Son nom ou son numéro. Vide : votre seule cagnotte' },
  potName: {
    label: 'Nom',
    hint: '32 lettres et chiffres au plus.',
    example: 'Voyage',
  },
  potGoal: { label: 'Objectif', hint: 'La somme que vous voulez épargner', example: '500' },
  potDate: {
    label: 'Pour le',
    name: 'Date de l’objectif',
    hint: 'AAAA-MM-JJ',
    example: '2027-06-01',
  },
  lockUntil: { label: 'Bloquée jusqu’au', name: 'Date', hint: 'AAAA-MM-JJ', example: '2027-06-01' },
  lockWait: {
    label: 'Délai de déblocage anticipé, en heures',
    name: 'Délai',
    hint: 'De 0 à 72',
    example: '24',
    refusal: 'Saisissez un nombre entier d’heures, de 0 à 72.',
  },
  roundUpTo: {
    label: 'Arrondir à',
    choices: {
      1: { label: 'L’unité suivante', hint: '12,30 épargne 0,70' },
      10: { label: 'La dizaine suivante', hint: '12,30 épargne 7,70' },
      off: { label: 'Ne pas arrondir' },
    },
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const potOptions = {
  pot: 'cagnotte',
  onlyPot: 'cagnotte',
  potName: 'nom',
  potGoal: 'objectif',
  potDate: 'date',
  lockUntil: 'jusque',
  lockWait: 'délai',
  roundUpTo: 'arrondi',
};

const tried: Record<ErrorData['POT_ONLY_SAVES']['tried'], string> = {
  PAY: 'Une cagnotte ne peut pas payer. Retirez d’abord l’argent avec `/pot take`.',
  RECEIVE: 'Une cagnotte ne reçoit pas de paiements. Alimentez-la avec `/pot add`.',
  MAIN: 'Une cagnotte ne peut pas être votre compte principal. Choisissez un autre compte.',
  OTHER:
    'La cagnotte d’un compte partagé ne reçoit d’argent que de ce compte et ne le rend qu’à lui.',
};
const dates: Record<PotDateFault['of'], string> = {
  GOAL: 'La date de l’objectif',
  LOCK: 'La date de fin du blocage',
};

export const potSentences = {
  POT_ONLY_SAVES: ({ tried: what }, nothing) => `${tried[what]} ${nothing}`,
  POT_UNKNOWN: (_, nothing) =>
    `Aucune de vos cagnottes ouvertes ne correspond, ou plusieurs. ${nothing} Choisissez-en une dans la liste.`,
  POT_LOCKED: ({ until }, nothing) =>
    `Cette cagnotte est bloquée jusqu’au ${formatMoment(until)}. ${nothing} Vous pouvez encore l’alimenter.`,
  POT_NOT_EMPTY: ({ balance: { units, currency } }, nothing) =>
    `Il reste ${formatAmount(units, currency)} dans cette cagnotte. ${nothing} Retirez-les d’abord.`,
  POT_DATE: ({ of, fault, yearsMax }, nothing) =>
    fault === 'PAST'
      ? `${dates[of]} doit être postérieure à aujourd’hui. ${nothing} Saisissez une date plus lointaine.`
      : `${dates[of]} doit se situer dans les ${yearsMax} ans. ${nothing} Saisissez une date plus proche.`,
  POT_LOCK_SHORTER: ({ until, waitHours }, nothing) =>
    `Cette cagnotte est bloquée jusqu’au ${formatMoment(until)}, avec un délai de ${hours(waitHours)}. ` +
    `Un blocage peut être prolongé, mais pas raccourci. ${nothing}`,
  POT_NOT_LOCKED: (_, nothing) => `Cette cagnotte n’est pas bloquée. ${nothing}`,
  POT_RELEASING: ({ at }, nothing) =>
    `Vous avez déjà demandé le déblocage anticipé. La cagnotte s’ouvrira le ${formatMoment(at)}. ${nothing}`,
  ROUND_UP_CHANGED: (_, nothing) =>
    `L’arrondi affiché ne peut plus être épargné. ${nothing} Réessayez.`,
  ROUND_UP_WHOLE: (_, nothing) =>
    `Les montants n’ont pas de décimales ici : il n’y a rien à arrondir à l’unité. ${nothing} ` +
    'Choisissez la dizaine.',
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Titles and sentences of notices. */
export const potEvents = {
  POT_RELEASE_ASKED: [
    'Déblocage anticipé d’une cagnotte',
    'Le déblocage anticipé d’une cagnotte a été demandé. `/pot list` indique quand elle s’ouvrira.',
  ],
} as const;

/** Labels in the audit trail. */
export const potAudits = {
  POT_LOCKED: 'Cagnotte bloquée',
  POT_RELEASE_ASKED: 'Déblocage anticipé d’une cagnotte demandé',
  ROUND_UPS_CHANGED: 'Arrondis modifiés',
};

export const potSteps = {
  pots: 'Vos cagnottes',
  newPot: 'Nouvelle cagnotte',
  takeAll: 'Tout retirer',
  releasePot: 'Déblocage anticipé',
};
export const potTopics = { pots: 'Cagnottes', potLocks: 'Cagnottes : blocages et arrondis' };

const toNext = (units: number): string =>
  units === 1 ? 'l’unité suivante' : 'la dizaine suivante';

export const pots = {
  type: 'Cagnotte',
  labels: {
    pot: 'Cagnotte',
    goal: 'Objectif',
    by: 'Pour le',
    lockedUntil: 'Bloquée jusqu’au',
    earlyRelease: 'Déblocage anticipé',
    roundUp: 'Arrondi',
  },
  list: {
    title: 'Vos cagnottes',
    empty: 'Vous n’avez pas encore de cagnotte. Elle garde à part l’argent destiné à un objectif.',
    picture: 'Barres : argent libre, argent épargné et progression de chaque cagnotte',
  },
  free: 'Libre',
  saved: 'Épargné',
  yourAccount: 'Votre compte',
  progress: (saved: string, goal: string, percent: number): string =>
    `${saved} sur ${goal} (${percent} %)`,
  reached: 'objectif atteint',
  by: (day: string): string => `pour le ${day}`,
  locked: (until: Markup): Markup => md`bloquée jusqu’au ${until}`,
  releases: (at: Markup): Markup => md`déblocage anticipé le ${at}`,
  rounding: (pot: Markup, units: number): Markup =>
    md`Les paiements sont arrondis à ${written(toNext(units))}, et la différence va dans ${pot}.`,
  open: {
    question: 'Ouvrir cette cagnotte ?',
    note: 'Vous seul pouvez y mettre de l’argent et en retirer.',
    done: 'Cagnotte ouverte',
  },
  close: {
    question: 'Clôturer cette cagnotte ?',
    note:
      'Elle ne pourra pas être rouverte. Ses opérations restent dans vos relevés et les ' +
      'paiements n’y sont plus arrondis.',
    confirm: 'Clôturer la cagnotte',
    done: 'La cagnotte est clôturée',
  },
  lock: {
    question: 'Bloquer cette cagnotte ?',
    wait: (count: number): string =>
      count === 0 ? 'immédiat, sur votre demande' : `${hours(count)} après votre demande`,
    note:
      'Pendant le blocage, vous pouvez ajouter de l’argent, mais ni en retirer ni clôturer ' +
      'la cagnotte. Le blocage peut être prolongé, mais pas raccourci.',
    confirm: 'Bloquer la cagnotte',
    done: 'La cagnotte est bloquée',
  },
  release: {
    question: 'Débloquer cette cagnotte avant la date ?',
    note: (count: number): string =>
      count === 0
        ? 'Elle s’ouvre immédiatement.'
        : `Elle s’ouvre ${hours(count)} après votre confirmation.`,
    waits: (at: Markup): Markup =>
      md`Elle s’ouvrira le ${at}. Pour la garder bloquée, bloquez-la à nouveau.`,
    isOpen: 'Vous pouvez maintenant retirer de l’argent.',
    done: 'Déblocage anticipé demandé',
  },
  roundUps: {
    question: 'Arrondir vos paiements ?',
    offQuestion: 'Ne plus arrondir ?',
    to: 'À',
    units: toNext,
    example: (paid: string, rest: string): string =>
      `Un paiement de ${paid} épargne aussi ${rest}.`,
    note:
      'Les virements à d’autres personnes sont arrondis. Le montant est affiché avant ' +
      'chaque confirmation. Les retraits, les virements permanents et `all` ou `half` ne ' +
      'sont pas arrondis.',
    done: 'Vos paiements sont arrondis',
    offDone: 'Vos paiements ne sont plus arrondis',
  },
  roundUp: {
    into: (sum: string, pot: Markup): Markup => md`${sum} vers ${pot}`,
    skipped: (sum: string): string =>
      `L’arrondi de ${sum} n’est pas épargné : le solde ne suffit pas.`,
    renewed: (): string => 'L’arrondi a changé depuis le message précédent. Vérifiez celui-ci.',
  },
  buttons: {
    open: 'Nouvelle cagnotte',
    add: 'Alimenter',
    take: 'Retirer',
    lock: 'Bloquer',
    roundUp: 'Arrondis',
    close: 'Clôturer',
    list: 'Vos cagnottes',
  },
};
