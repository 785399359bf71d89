/** Customers as staff see them. */
import type { AccountStatus, Gender } from '../../../bank/model/index.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('de');

const states: Record<AccountStatus, string> = {
  OPEN: 'offen',
  FROZEN: 'eingefroren',
  CLOSED: 'geschlossen',
};
const genders: Record<Gender, string> = {
  female: 'weiblich',
  male: 'männlich',
  other: 'divers',
  undisclosed: 'keine Angabe',
};

export const served = {
  holder: 'Inhaber',
  state: (status: AccountStatus, isLocked: boolean): string =>
    `${states[status]}${isLocked ? ', vom Inhaber gesperrt' : ''}`,
  gender: (gender: Gender): string => genders[gender],
  found: {
    title: (count: number): string => plural(count, { one: 'Ein Kunde', other: `${count} Kunden` }),
    note: 'Es werden höchstens zehn angezeigt. Einen siehst du mit `/staff customer view`.',
    none: {
      title: 'Kein Kunde gefunden',
      sentence:
        'Kein Kunde passt. Namen werden nach ganzen Wörtern gesucht: Anna Müller, oder Müller.',
    },
  },
  title: 'Kunde',
  titleWithDetails: 'Kunde, mit Einzelheiten',
  note: 'Diese Ansicht wird festgehalten. Der Kunde kann sehen, dass du nachgesehen hast.',
  frozen: {
    title: 'Konto eingefroren',
    sentence:
      'Ab jetzt kann kein Geld abgehen, auch nicht durch eine offene Bestätigung. Der Kunde bekommt ' +
      'eine Nachricht.',
    note: '`/staff customer unfreeze` muss eine zweite Person freigeben.',
  },
  unlocked: {
    title: 'Konto entsperrt',
    sentence:
      'Die Sperre des Inhabers ist aufgehoben. Er kann sich wieder anmelden und bekommt eine ' +
      'Nachricht.',
  },
};
