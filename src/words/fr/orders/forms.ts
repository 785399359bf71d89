/** Standing orders: commands, fields, and why an entry was refused. */
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const orderCommands = {
  'schedule create': {
    description: 'Payer un compte régulièrement : chaque mois, toutes les deux semaines…',
    title: 'Nouveau virement permanent',
  },
  'schedule list': { description: 'Voir vos virements permanents' },
  'schedule preview': {
    description: 'Voir les prochains paiements, et si votre argent suffira',
    title: 'Prochains paiements',
  },
  'schedule pause': {
    description: 'Suspendre un virement permanent',
    title: 'Suspendre un virement permanent',
  },
  'schedule resume': {
    description: 'Reprendre un virement permanent suspendu',
    title: 'Reprendre un virement permanent',
  },
  'schedule skip': {
    description: 'Omettre le prochain paiement d’un virement permanent',
    title: 'Omettre le prochain paiement',
  },
  'schedule cancel': {
    description: 'Annuler un virement permanent',
    title: 'Annuler un virement permanent',
  },
  'staff order list': {
    description: 'Voir les virements permanents d’un client',
    title: 'Virements permanents d’un client',
  },
  'staff order pause': {
    description: 'Suspendre un virement permanent d’un client',
    title: 'Suspendre un virement permanent',
  },
  'staff order resume': {
    description: 'Reprendre un virement permanent d’un client',
    title: 'Reprendre un virement permanent',
  },
  'staff order cancel': {
    description: 'Annuler un virement permanent d’un client',
    title: 'Annuler un virement permanent',
  },
} satisfies Record<string, CommandText>;

export const orderFields = {
  orderAmount: {
    label: 'Montant',
    hint: '12,50, ou > 500 pour tout ce qui dépasse 500',
    example: '12,50',
  },
  every: { label: 'Tous les', hint: 'mois, 2 semaines, 10 jours', example: 'mois' },
  firstDate: {
    label: 'Premier paiement',
    hint: 'AAAA-MM-JJ. Vide : le prochain jour possible',
    example: '2027-01-31',
  },
  monthDay: { label: 'Jour du mois', hint: '1 à 31, ou dernier', example: 'dernier' },
  until: {
    label: 'Jusqu’au',
    hint: 'La dernière date, ou le nombre de paiements',
    example: '2027-12-31 ou 12',
  },
  payTime: { label: 'Heure', hint: 'HH:MM. Vide : 09:00', example: '09:00' },
  orderNumber: {
    label: 'Numéro du virement',
    hint: '/schedule list l’affiche',
    example: '1',
  },
} satisfies Record<string, FieldText>;

export const orderOptions = {
  orderAmount: 'montant',
  every: 'tous_les',
  firstDate: 'premier',
  monthDay: 'jour',
  until: 'jusquau',
  payTime: 'heure',
  orderNumber: 'virement',
};

/** What people write in fields of orders, in lower case. */
export const orderWriting = {
  units: {
    DAY: ['jour', 'jours', 'quotidien'],
    WEEK: ['semaine', 'semaines', 'hebdomadaire'],
    MONTH: ['mois', 'mensuel'],
    YEAR: ['an', 'ans', 'année', 'années', 'annuel'],
  },
  last: ['dernier', 'le dernier', 'dernier jour'],
  above: ['tout au-dessus de', 'tout ce qui dépasse', 'au-dessus de'],
};

export const orderReasons = {
  every: (most: number): string =>
    `Écrivez la fréquence : mois, 2 semaines ou 10 jours. Au plus tous les ${most}.`,
  monthDay: 'Écrivez un jour de 1 à 31, ou « dernier ».',
  monthDayUnused:
    'Un jour du mois ne va qu’avec des mois. Laissez-le vide, ou payez tous les mois.',
  until: (most: number): string =>
    `Écrivez la dernière date (AAAA-MM-JJ), ou le nombre de paiements de 1 à ${most}.`,
  untilBeforeFirst: 'Cette date est antérieure au premier paiement.',
  time: 'Écrivez l’heure sous la forme HH:MM, par exemple 09:00.',
  orderNumber: 'Écrivez le numéro du virement, par exemple 1. `/schedule list` l’affiche.',
};
