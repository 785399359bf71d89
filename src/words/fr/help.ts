/** The answer of `/help`, and the card in a server that the bot has joined. */
import { limitTopics } from './common/limits.ts';
import { potTopics } from './common/pots.ts';
import { sharedTopics } from './shared/index.ts';
import { md, written } from '../text/markup.ts';

export const help = {
  choose: 'Choisissez un sujet',
  topics: {
    start: 'Premiers pas',
    money: 'Argent',
    payees: 'Payer vos proches',
    schedule: 'Virements permanents',
    orders: 'Modifier vos virements permanents',
    accounts: 'Vos comptes',
    ...potTopics,
    ...limitTopics,
    ...sharedTopics,
    records: 'Relevés et preuves',
    requests: 'Demander de l’argent',
    tables: 'Demandes : suite',
    account: 'Votre compte',
    notices: 'Avis',
    security: 'Sécurité',
    privacy: 'Vos données',
    customers: 'Équipe : clients',
    counter: 'Équipe : argent',
    terms: 'Équipe : frais et intérêts',
    desk: 'Équipe : approbations et rapports',
    customerOrders: 'Personnel : virements permanents',
    customerRequests: 'Personnel : demandes d’argent',
    roles: 'Équipe : rôles',
  },
  /** For people without an account. */
  firstSteps: [
    written('Ouvrez un compte : deux formulaires courts suffisent.'),
    md`Déposez de l’argent avec ${written('`/deposit`')}.`,
    md`Payez les membres de ce serveur avec ${written('`/transfer`')}.`,
  ],
  loggedOut: 'Connectez-vous pour voir votre solde et envoyer de l’argent.',
  /** Sentences instead of commands. */
  write: 'Vous pouvez aussi simplement écrire : « Envoie 5 à Ben pour la pizza ».',
  amounts: 'Montants : `12`, `12,50`, `1,5k`, `moitié`, `tout`.',
  staffServer: 'Les commandes de l’équipe s’utilisent sur le serveur de l’équipe.',
  private: 'Vous seul voyez les réponses de la banque.',
  arrival: {
    title: (bankName: string): string => `${bankName} est là`,
    sentence:
      'Ouvrez un compte et payez-vous entre membres de ce serveur. Les réponses de la banque ne ' +
      'sont visibles que par vous.',
    howItWorks: 'Comment ça marche',
  },
};
