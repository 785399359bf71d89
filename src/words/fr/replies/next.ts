/** Les boutons des prochaines étapes, et ce qui est dit quand une action reprend. */
import { limitSteps } from '../common/limits.ts';
import { potSteps } from '../common/pots.ts';
import { sharedSteps } from '../shared/index.ts';
import { joined, type Markup, md, written } from '../../text/markup.ts';

export const next = {
  open: {
    balance: 'Solde',
    accounts: 'Vos comptes',
    ...potSteps,
    ...limitSteps,
    ...sharedSteps,
    mainAccount: 'Compte principal',
    deposit: 'Déposer',
    history: 'Historique',
    payees: 'Vos bénéficiaires',
    orders: 'Virements permanents',
    newOrder: 'Nouveau virement permanent',
    send: 'Envoyer',
    withdraw: 'Retirer',
    requests: 'Demandes',
    blocks: 'Personnes choisies',
    help: 'Ce que vous pouvez faire',
    logins: 'Vos connexions',
    unlock: 'Déverrouiller',
    newPassword: 'Mot de passe oublié',
    profile: 'Vos coordonnées',
    changeDetails: 'Modifier',
    security: 'Sécurité',
    findCustomer: 'Chercher un client',
    viewCustomer: 'Voir le client',
    customerRequests: 'Demandes du client',
    freeze: 'Geler le compte',
    adjust: 'Corriger un solde',
    approvals: 'Demandes ouvertes',
    stuck: 'Demandes bloquées',
    roles: 'L’équipe',
  },
  goOn: 'Continuer',
  check: 'Vérifier maintenant',
  invite: 'Lui proposer d’ouvrir un compte',
  staff: 'Contacter l’équipe',
  amount: (isTransfer: boolean, sum: string): string =>
    isTransfer ? `Envoyer ${sum}` : `Retirer ${sum}`,
  depositSum: (sum: string): string => `Déposer ${sum}`,
  depositFirst: 'Déposez ici la différence : le paiement reprendra ensuite.',
  resumeExpired:
    'Votre saisie est trop ancienne pour reprendre seule. Vérifiez-la avant de continuer.',
  invitation: {
    title: (bankName: string): string => `Un compte chez ${bankName} ?`,
    sentence: (member: Markup): Markup =>
      joined(
        [
          md`${member}, un membre de ce serveur souhaite vous payer.`,
          written('Ouvrir un compte prend deux minutes.'),
        ],
        ' ',
      ),
    direct: (payer: Markup): Markup =>
      md`${payer} souhaite vous payer. Ouvrir un compte prend deux minutes.`,
  },
  invited: {
    title: 'La demande est envoyée',
    sentence: 'Réessayez quand le compte sera ouvert. Aucun mouvement n’a été effectué.',
  },
  reachStaff: {
    title: 'Comment joindre l’équipe',
    sentence: (bankName: string): string =>
      `Écrivez aux personnes qui gèrent ${bankName} sur ce serveur. Donnez-leur le code ou la référence ` +
      'de votre message et les quatre derniers chiffres de votre numéro de compte. Elles n’ont jamais ' +
      'besoin de votre mot de passe ni de vos codes.',
  },
};
