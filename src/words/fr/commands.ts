/**
 * Descriptions and form titles of each command, by its path. Every file below `commands/` has a row
 * here. Descriptions end without a full stop.
 */
import type { CommandText } from '../text/shapes.ts';
import { accountCommands } from './common/own-accounts.ts';
import { feeCommands } from './common/fees.ts';
import { interestCommands } from './common/interest.ts';
import { limitCommands } from './common/limits.ts';
import { potCommands } from './common/pots.ts';
import { sharedCommands } from './shared/index.ts';
import { orderCommands } from './orders/forms.ts';
import { requestCommands } from './requests.ts';
import { setupCommands } from './common/setup.ts';

const customers = {
  'account access-log': {
    description: 'Voir quels conseillers ont consulté ou modifié votre compte',
  },
  ask: { description: 'Demander à la banque avec vos propres mots', title: 'Demander à la banque' },
  balance: { description: 'Voir votre solde', title: 'Solde à un moment donné' },
  deposit: { description: 'Déposer de l’argent sur votre compte', title: 'Faire un dépôt' },
  'forgot-password': {
    description: 'Réinitialiser votre mot de passe',
    title: 'Retrouver votre compte',
    second: { button: 'Saisir le code', title: 'Nouveau mot de passe' },
  },
  help: { description: 'Voir les commandes que vous pouvez utiliser' },
  history: { description: 'Voir vos opérations', title: 'Filtrer les opérations' },
  inbox: { description: 'Lire tous les avis de la banque' },
  language: {
    description: 'Choisir la langue dans laquelle la banque vous écrit',
    title: 'Votre langue',
  },
  lock: { description: 'Verrouiller votre compte : plus aucun argent ne peut en sortir' },
  login: { description: 'Vous connecter à votre compte', title: 'Connexion' },
  logout: { description: 'Vous déconnecter' },
  pay: { description: 'Envoyer de l’argent à un membre', title: 'Envoyer de l’argent' },
  'payee add': {
    description: 'Enregistrer un compte sous un surnom',
    title: 'Enregistrer un bénéficiaire',
  },
  'payee list': { description: 'Voir les comptes que vous avez enregistrés' },
  'payee remove': {
    description: 'Retirer un bénéficiaire enregistré',
    title: 'Retirer un bénéficiaire',
  },
  'payee rename': {
    description: 'Changer le surnom d’un bénéficiaire enregistré',
    title: 'Renommer un bénéficiaire',
  },
  notices: {
    description: 'Choisir comment et quand la banque vous prévient',
    title: 'Comment vous êtes prévenu',
  },
  'privacy erase': {
    description: 'Clôturer définitivement votre compte et effacer vos données personnelles',
    title: 'Effacer vos données',
  },
  'privacy export': {
    description: 'Télécharger les données que la banque détient sur vous',
    title: 'Exporter vos données',
  },
  'profile password': {
    description: 'Changer votre mot de passe',
    title: 'Nouveau mot de passe',
  },
  'profile recovery-codes': {
    description: 'Obtenir de nouveaux codes de secours ; les anciens ne fonctionneront plus',
    title: 'Nouveaux codes de secours',
  },
  'profile update': {
    description: 'Modifier votre nom, votre adresse e-mail ou votre numéro de téléphone',
    title: 'Vos coordonnées',
    second: { button: 'Saisir le code', title: 'Confirmer votre adresse e-mail' },
  },
  'profile view': { description: 'Voir vos coordonnées' },
  register: {
    description: 'Ouvrir un compte dans cette banque',
    title: 'Vos coordonnées',
    second: { button: 'Choisir un mot de passe', title: 'Votre mot de passe' },
  },
  security: {
    description: 'Application d’authentification, codes de secours et verrouillage du compte',
    second: { button: 'Saisir le code', title: 'Code de votre application' },
  },
  session: { description: 'Voir votre connexion en cours et les dernières' },
  receipt: { description: 'Obtenir le reçu d’un paiement', title: 'Reçu' },
  verify: { description: 'Vérifier qu’un reçu est authentique', title: 'Vérifier un reçu' },
  'prove balance': {
    description: 'Prouver que votre solde figure dans le total publié',
  },
  'prove payment': {
    description: 'Obtenir la preuve d’un paiement, vérifiable par tous',
    title: 'Prouver un paiement',
  },
  statement: {
    description: 'Téléchargez un relevé de votre compte',
    title: 'Relevé de compte',
  },
  transfer: { description: 'Envoyer de l’argent vers un autre compte', title: 'Faire un virement' },
  unlock: { description: 'Déverrouiller votre compte', title: 'Déverrouiller votre compte' },
  withdraw: { description: 'Retirer de l’argent de votre compte', title: 'Faire un retrait' },
} satisfies Record<string, CommandText>;

const staff = {
  'staff adjust': {
    description: 'Régulariser un solde ; un gros montant exige un deuxième responsable',
    title: 'Régulariser un solde',
  },
  'staff approvals list': {
    description: 'Voir les demandes qu’une deuxième personne doit approuver',
  },
  'staff audit': {
    description: 'Lire le journal d’audit : qui a fait quoi, à qui, quand et pourquoi',
    title: 'Filtrer le journal d’audit',
  },
  'staff customer find': {
    description: 'Chercher un client par numéro de compte, téléphone, e-mail, nom ou membre',
    title: 'Chercher un client',
  },
  'staff customer freeze': {
    description: 'Geler un compte : plus aucun argent ne peut en sortir',
    title: 'Geler un compte',
  },
  'staff customer relink': {
    description:
      'Demander à un deuxième responsable de lier un compte à un autre utilisateur Discord',
    title: 'Lier un compte à un autre utilisateur',
    done: {
      title: 'Compte transféré',
      sentence: 'Le compte est maintenant lié au nouvel utilisateur Discord.',
    },
  },
  'staff customer unfreeze': {
    description: 'Demander à une deuxième personne de dégeler un compte',
    title: 'Dégeler un compte',
    done: { title: 'Compte dégelé', sentence: 'L’argent peut de nouveau sortir du compte.' },
  },
  'staff customer unlock': {
    description: 'Lever le verrou que le titulaire a posé',
    title: 'Déverrouiller un compte',
  },
  'staff customer view': {
    description: 'Voir le compte d’un client',
    title: 'Voir un client',
  },
  'staff deposit': {
    description: 'Déposer de l’argent sur le compte d’un client',
    title: 'Dépôt pour un client',
  },
  'staff doctor': {
    description: 'Vérifier réglages, base de données, secrets, sauvegardes, e-mails et Discord',
  },
  'staff report': {
    description: 'Voir les clients, les dépôts détenus, les flux du jour et la balance générale',
  },
  'staff reverse': {
    description: 'Extourner une opération ; un gros montant exige un deuxième responsable',
    title: 'Extourner une opération',
  },
  'staff role grant': {
    description: 'Donner à un membre un rôle dans la banque',
    title: 'Attribuer un rôle',
    done: {
      title: 'Rôle attribué',
      sentence: 'Le rôle est déjà actif. `/help` liste les commandes qu’il permet.',
    },
  },
  'staff role list': { description: 'Voir l’équipe de la banque et ses rôles' },
  'staff role revoke': {
    description: 'Retirer à un membre son rôle dans la banque',
    title: 'Retirer un rôle',
  },
  'staff statement': {
    description: 'Télécharger un relevé du compte d’un client',
    title: 'Relevé d’un client',
  },
  'staff stuck list': {
    description: 'Voir les confirmations et les tâches qui n’ont pas pu aboutir',
  },
  'staff withdraw': {
    description: 'Retirer de l’argent du compte d’un client',
    title: 'Retrait pour un client',
  },
} satisfies Record<string, CommandText>;

export const commands = {
  ...customers,
  ...accountCommands,
  ...potCommands,
  ...limitCommands,
  ...sharedCommands,
  ...feeCommands,
  ...interestCommands,
  ...orderCommands,
  ...requestCommands,
  ...setupCommands,
  ...staff,
};
