/** Labels, hints and examples of form fields, by the use of the field. */
import { type TransactionKind, transactionKinds } from '../../bank/model/index.ts';
import type { ChoiceText, FieldText } from '../text/shapes.ts';
import { moneyKinds } from './common/money-kinds.ts';
import { accountFields } from './common/own-accounts.ts';
import { settingFields } from './common/setting-fields.ts';
import { potFields } from './common/pots.ts';
import { sharedFields } from './shared/index.ts';
import { orderFields } from './orders/forms.ts';
import { noticeSettings } from './replies/notice-settings.ts';
import { requestFields } from './requests.ts';

const bankPassword =
  'C’est le mot de passe de votre **banque**, *jamais celui de Discord*. Ce que vous tapez est ' +
  'visible sur votre écran.';
const goodPassword = '10 caractères au minimum. Plusieurs mots conviennent bien.';
const day = { hint: 'AAAA-MM-JJ', example: '2026-01-31' };
const oneTimeCode = { label: 'Code', example: 'ABCD-EFGH-JKMN-P' };

const kindChoices = Object.fromEntries(
  transactionKinds.map((kind) => [kind, { label: moneyKinds[kind].many }]),
) as Record<TransactionKind, ChoiceText>;

const labelled = <Name extends string>(labels: Readonly<Record<Name, string>>) =>
  Object.fromEntries(
    Object.entries<string>(labels).map(([name, label]) => [name, { label }]),
  ) as Record<Name, ChoiceText>;

const money = {
  amount: {
    label: 'Montant',
    hint: '12 ; 12,50 ; 1,5k ; moitié ; tout',
    example: '12,50',
  },
  /** Without `half` and `all`. */
  exactAmount: { label: 'Montant', hint: '12 ; 12,50 ; 1,5k', example: '12,50' },
  accountNumber: { label: 'Numéro de compte', hint: '10 chiffres' },
  toAccount: {
    label: 'Vers le compte',
    name: 'Compte',
    hint: 'Numéro de compte, surnom, ou référence d’un paiement à renvoyer',
  },
  toMember: { label: 'Ou vers un membre', name: 'Membre' },
  nickname: {
    label: 'Surnom',
    hint: '32 lettres et chiffres au plus. Vous seul le voyez.',
    example: 'propriétaire',
  },
  newNickname: {
    label: 'Nouveau surnom',
    hint: '32 lettres et chiffres au plus. Vous seul le voyez.',
    example: 'propriétaire',
  },
  savedNickname: { label: 'Bénéficiaire enregistré', hint: 'Son surnom' },
  payeeAccount: { label: 'Compte', hint: 'Numéro de compte, ou une personne déjà payée' },
  payeeMember: { label: 'Ou un membre', name: 'Membre' },
  payMember: { label: 'À', name: 'Membre' },
  payeeName: { label: 'Nom du bénéficiaire', hint: 'Comparé avec le compte ; peut rester vide' },
  memo: { label: 'Motif', hint: 'Visible par les deux parties' },
  transactionKinds: {
    label: 'Afficher seulement',
    name: 'Type',
    choices: kindChoices,
  },
  days: { label: 'Jours', hint: 'Les derniers jours, par exemple 7, 30 ou 365' },
  direction: {
    label: 'Sens',
    choices: { in: { label: 'Entrées' }, out: { label: 'Sorties' } },
  },
  month: { label: 'Mois', hint: '2026-03 ou mars', example: '2026-03' },
  statementFormats: {
    label: 'Format',
    choices: {
      pdf: { label: 'PDF' },
      csv: { label: 'Tableur (CSV)' },
      hledger: { label: 'Comptabilité : hledger, Ledger' },
      beancount: { label: 'Comptabilité : Beancount' },
      ofx: { label: 'Logiciels de finances (OFX)' },
      camt: { label: 'Banques (camt.053)' },
    },
  },
  receiptCode: {
    label: 'Code ou texte du reçu',
    name: 'Code',
    hint: 'Sur le reçu, ou son texte entier',
  },
  pastMoment: { label: 'Moment', hint: '2026-03-01, ou 2026-03-01 14:30', example: '2026-03-01' },
  fromDate: { label: 'Du', name: 'Premier jour', ...day },
  toDate: { label: 'Au', name: 'Dernier jour', ...day },
  counterparty: {
    label: 'Émetteur ou bénéficiaire',
    hint: 'Une partie du nom, ou les derniers chiffres du numéro de compte',
  },
  sentence: { label: 'Votre question ou demande', example: 'Envoie 5 à Ben pour la pizza' },
  memoText: { label: 'Texte', hint: 'Une partie du motif' },
  amountRange: { label: 'Montant', hint: '12, « au moins 12 », « au plus 50 » ou 12–50' },
} satisfies Record<string, FieldText>;

const person = {
  fullName: { label: 'Nom complet', example: 'Anna Martin' },
  email: { label: 'E-mail', example: 'anna@example.com' },
  phone: {
    label: 'Téléphone',
    hint: 'Avec + et l’indicatif du pays',
    example: '+33 1 42 68 53 00',
  },
  dateOfBirth: { label: 'Date de naissance', hint: 'AAAA-MM-JJ', example: '1990-12-31' },
  gender: {
    label: 'Genre',
    choices: {
      female: { label: 'Femme' },
      male: { label: 'Homme' },
      other: { label: 'Autre' },
      undisclosed: { label: 'Je préfère ne pas répondre' },
    },
  },
  noticeKinds: { label: 'À propos de', choices: labelled(noticeSettings.categories) },
  noticeWay: { label: 'Comment', choices: labelled(noticeSettings.ways) },
  noticeThreshold: {
    label: 'Envoyer les paiements dès',
    hint: 'Les plus petits restent dans la boîte. « non » : tous sont envoyés',
    example: '5',
  },
  quietHours: {
    label: 'Heures de silence',
    hint: 'Début et fin. « non » : aucune',
    example: '22:00-07:00',
  },
  timeZone: { label: 'Fuseau horaire', hint: 'Votre ville ou région', example: 'Europe/Paris' },
  /** Each language by its own name. */
  language: {
    label: 'Langue',
    choices: {
      discord: { label: 'Comme dans Discord' },
      en: { label: 'English' },
      de: { label: 'Deutsch' },
      fr: { label: 'Français' },
      es: { label: 'Español' },
      ja: { label: '日本語' },
    },
  },
  terms: {
    label: 'J’accepte les conditions',
    name: 'Conditions',
    hint: 'La banque garde ces données pour vous servir. Sa monnaie n’a pas cours légal.',
    refusal: 'Pour ouvrir un compte, acceptez les conditions : cochez la case.',
  },
  erasure: {
    label: 'Je sais que c’est irréversible',
    name: 'Effacement',
    hint: 'Votre compte doit être vide',
    refusal: 'Pour effacer vos données, cochez la case.',
  },
} satisfies Record<string, FieldText>;

const secrets = {
  password: { label: 'Mot de passe', notice: bankPassword },
  firstPassword: { label: 'Mot de passe', hint: goodPassword, notice: bankPassword },
  firstPasswordAgain: {
    label: 'Mot de passe, une seconde fois',
    name: 'Second mot de passe',
    notice: bankPassword,
  },
  newPassword: { label: 'Nouveau mot de passe', hint: goodPassword, notice: bankPassword },
  newPasswordAgain: {
    label: 'Nouveau mot de passe, une seconde fois',
    name: 'Second mot de passe',
    notice: bankPassword,
  },
  currentPassword: { label: 'Mot de passe actuel', notice: bankPassword },
  /** Replaces the password as a proof, for customers with an authenticator app. */
  appProof: {
    label: 'Code',
    hint: 'De votre application, ou un code de secours',
    notice:
      'Saisissez le code à six chiffres de votre application d’authentification, ou un code de ' +
      'secours. Un code de secours ne sert qu’une fois. Votre mot de passe n’est pas accepté ici.',
  },
  passkeyName: { label: 'Nom de la clé d’accès', example: 'Mon téléphone' },
  appCode: { label: 'Code', hint: 'Les six chiffres que l’application affiche', example: '123456' },
  emailCode: { ...oneTimeCode, hint: 'Reçu par e-mail à votre nouvelle adresse' },
  recoveryCode: { ...oneTimeCode, hint: 'Reçu par e-mail, ou un code de secours' },
  unlockCode: {
    ...oneTimeCode,
    hint: 'Reçu par e-mail après une connexion, ou un code de secours',
  },
} satisfies Record<string, FieldText>;

const staff = {
  reason: { label: 'Raison', hint: 'Le client peut la lire' },
  roleReason: { label: 'Raison', hint: 'Le membre peut la lire' },
  termsReason: { label: 'Raison', hint: 'Les autres employés peuvent la lire, pas les clients' },
  reference: {
    label: 'Référence',
    hint: 'Sur le reçu ou dans l’historique',
    example: '01AB-23CD-45EF-GHJ',
  },
  customerQuery: {
    label: 'Numéro, téléphone, e-mail, nom ou ID Discord',
    hint: 'Ou les 4 derniers chiffres, ou des mots du nom',
  },
  findMember: { label: 'Ou un membre', name: 'Membre' },
  roleMember: { label: 'Membre' },
  newUser: { label: 'Nouvel utilisateur Discord' },
  discordId: {
    label: 'Ou un ID Discord ou une mention',
    name: 'ID Discord ou mention',
    hint: 'Pour une personne absente de ce serveur',
    example: '123456789012345678',
  },
  side: {
    label: 'Sens',
    choices: {
      credit: { label: 'Crédit', hint: 'Augmente le solde du client' },
      debit: { label: 'Débit', hint: 'Diminue le solde du client' },
    },
  },
  role: {
    label: 'Rôle',
    choices: {
      TELLER: { label: 'Conseiller', hint: 'S’occupe des clients' },
      MANAGER: { label: 'Responsable', hint: 'Approuve, corrige et attribue aussi les rôles' },
      AUDITOR: { label: 'Auditeur', hint: 'Lit tout, ne modifie rien' },
    },
  },
  auditActor: {
    label: 'Effectué par',
    name: 'Auteur',
    hint: 'Un ID Discord ou une mention',
    example: '123456789012345678',
  },
  auditAccount: { label: 'Compte concerné', hint: '10 chiffres' },
  auditAction: {
    label: 'Action',
    hint: 'Une partie de son nom, par exemple : gelé, rôle, dépôt',
  },
} satisfies Record<string, FieldText>;

export const fields = {
  ...money,
  ...accountFields,
  ...potFields,
  ...settingFields,
  ...sharedFields,
  ...orderFields,
  ...requestFields,
  ...person,
  ...secrets,
  ...staff,
};
