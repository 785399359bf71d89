/** Registration, login, logout, export and erasure. */
import { joined, type Markup, md } from '../../text/markup.ts';
import { recoveryCodesLead } from '../common/shared.ts';
import { formatDay } from '../../text/date.ts';

export const people = {
  /** Shown instead of a customer who has erased their data. */
  formerCustomer: 'un ancien client',
  born: (date: string, age: number): string => `${formatDay(date)} (${age} ans)`,
  sessionEnds: (pay: Markup, read: Markup): Markup =>
    joined([
      md`Vous pouvez payer jusqu’à ${pay} ; chaque usage prolonge ce délai.`,
      md`Ensuite, *Confirmer* vérifie votre identité. Ici, vous voyez vos comptes jusqu’à ${read}.`,
    ]),
  register: {
    title: 'Presque terminé',
    next: 'Choisissez maintenant un mot de passe pour cette banque. Rien n’est enregistré avant.',
  },
  welcome: {
    title: 'Votre compte est ouvert',
    greeting: (bankName: string, person: { fullName: string; age: number }): Markup =>
      md`Bienvenue chez ${bankName}, ${person.fullName} (${`${person.age}`} ans).`,
    movedIn: (amount: string): Markup =>
      md`**${amount}** vous attendaient : votre solde auprès de l’ancien bot de la banque. Il est sur votre compte.`,
    recoveryCodesLead,
    next: 'Ensuite : ajoutez de l’argent avec `/deposit`, ou consultez les commandes avec `/help`.',
  },
  login: {
    title: 'Vous êtes connecté',
    next: 'Consultez votre solde avec `/balance`. Les connexions précédentes ont été fermées.',
  },
  logout: {
    title: 'Vous êtes déconnecté',
    next: 'Votre session est terminée partout. Reconnectez-vous avec `/login`.',
  },
  exported: {
    title: 'Vos données',
    content:
      'Toutes les données que la banque détient sur vous, et les lignes de votre compte en tableau.',
    note:
      'Vous seul voyez ce message. Gardez ces fichiers en lieu sûr : ils contiennent vos données ' +
      'personnelles.',
  },
  erase: {
    question: 'Effacer vos données ?',
    whatGoes:
      'Votre compte sera clôturé, et votre nom, e-mail, téléphone, date de naissance, mot de passe ' +
      'et codes seront supprimés. **C’est irréversible.**',
    whatStays:
      'Vos paiements restent dans les livres, sans votre nom. Le journal d’audit garde la trace de ' +
      'vos actions, avec votre ID Discord.',
    /** Completes "Vous allez ...". */
    intent: 'clôturer définitivement votre compte et effacer vos données personnelles',
    done: 'Vos données ont été effacées',
    next: 'Votre compte est clôturé. Vous pouvez en ouvrir un nouveau à tout moment avec `/register`.',
  },
};
