/** Several accounts of one customer: commands, fields, refusals, notices and cards. */
import type { AccountType, ErrorCode, ErrorData } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';
import { pots, potSentences } from './pots.ts';
import { shared, sharedSentences } from '../shared/index.ts';

export const accountCommands = {
  'account open': {
    description: 'Ouvrir un autre compte avec son propre numéro',
    title: 'Ouvrir un autre compte',
  },
  'account list': { description: 'Voir tous vos comptes' },
  'account rename': { description: 'Donner un nom à un compte', title: 'Nommer un compte' },
  'account main': {
    description: 'Choisir le compte qui reçoit les paiements faits à votre nom de membre',
    title: 'Choisir le compte principal',
  },
  'account close': { description: 'Clôturer l’un de vos comptes', title: 'Clôturer un compte' },
} satisfies Record<string, CommandText>;

const named = 'Son nom, son numéro ou les quatre derniers chiffres';

export const accountFields = {
  fromAccount: { label: 'Depuis votre compte', hint: named },
  intoAccount: { label: 'Vers votre compte', hint: named },
  ownAccount: { label: 'Compte', hint: named },
  accountType: {
    label: 'Type',
    choices: {
      CURRENT: { label: 'Compte courant', hint: 'Pour les paiements du quotidien' },
      SAVINGS: { label: 'Compte d’épargne', hint: 'Pour l’argent mis de côté' },
    },
  },
  accountName: {
    label: 'Nom',
    hint: '32 lettres et chiffres au plus. Vous seul le voyez.',
    example: 'Vacances',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const accountOptions = {
  fromAccount: 'depuis',
  intoAccount: 'vers_compte',
  ownAccount: 'compte',
  accountType: 'type',
  accountName: 'nom',
};

const uses: Record<ErrorData['ACCOUNT_IN_USE']['by'], string> = {
  ORDER: 'Un virement permanent utilise ce compte. Annulez-le d’abord avec `/schedule cancel`.',
  REQUEST:
    'Une demande encore payable utilise ce compte. Annulez-la d’abord avec `/request cancel`.',
  DEPOSIT: 'Un dépôt sur ce compte attend un guichetier. Clôturez le compte quand il sera traité.',
  POT: 'Une cagnotte de ce compte est encore ouverte. Videz-la et clôturez-la d’abord avec `/pot close`.',
  MEMBER_ORDER:
    'Un virement permanent d’un membre part de ce compte. Ce membre l’annule avec ' +
    '`/schedule cancel` ; il prend fin aussi quand le membre est retiré.',
};

export const accountSentences = {
  ...potSentences,
  ...sharedSentences,
  ACCOUNT_UNKNOWN: (_, nothing) =>
    `Aucun de vos comptes ouverts ne correspond, ou plusieurs correspondent. ` +
    `${nothing} Choisissez-en un dans la liste.`,
  ACCOUNTS_TOO_MANY: ({ max, counted }, nothing) =>
    counted === 'OPEN'
      ? `Vous pouvez avoir au plus ${max} comptes ouverts. ${nothing} Clôturez-en un d’abord.`
      : `Vous avez ouvert ${max} comptes, comptes clôturés compris, et ne pouvez plus en ouvrir. ${nothing}`,
  ACCOUNT_NAME_TAKEN: (_, nothing) =>
    `Vous avez déjà un compte portant ce nom. ${nothing} Choisissez un autre nom.`,
  ACCOUNT_IS_MAIN: ({ isOnly }, nothing) =>
    isOnly
      ? `C’est votre seul compte. ${nothing} \`/privacy erase\` met fin à votre relation avec la banque.`
      : `C’est votre compte principal. ` +
        `${nothing} Choisissez d’abord un autre compte principal avec \`/account main\`.`,
  ACCOUNT_NOT_EMPTY: ({ why, balance: { units, currency } }, nothing) =>
    why === 'HELD'
      ? `De l’argent est réservé sur ce compte pour un paiement. ` +
        `${nothing} Clôturez le compte quand ce sera terminé.`
      : `Il reste ${formatAmount(units, currency)} sur ce compte. ` +
        `${nothing} Virez d’abord cette somme sur un autre compte.`,
  ACCOUNT_IN_USE: ({ by }, nothing) => `${uses[by]} ${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

export const accountReasons = {
  OWN_ACCOUNT_SHAPE: () =>
    'Indiquez l’un de vos comptes : son nom, son numéro ou les quatre derniers chiffres.',
};

/** Titles and sentences of notices. */
export const accountEvents = {
  OWN_ACCOUNT_OPENED: [
    'Nouveau compte ouvert',
    'Un autre compte a été ouvert à votre nom. `/account list` le montre.',
  ],
  MAIN_ACCOUNT_CHANGED: [
    'Compte principal changé',
    'Les paiements faits à votre nom de membre arrivent maintenant sur un autre de vos comptes. ' +
      '`/account list` montre lequel.',
  ],
  OWN_ACCOUNT_CLOSED: [
    'Compte clôturé',
    'L’un de vos comptes a été clôturé. Ses opérations restent dans vos relevés.',
  ],
} as const;

/** Labels in the audit trail. */
export const accountAudits = {
  OWN_ACCOUNT_OPENED: 'Autre compte ouvert',
  OWN_ACCOUNT_RENAMED: 'Compte renommé',
  MAIN_ACCOUNT_CHANGED: 'Compte principal changé',
  OWN_ACCOUNT_CLOSED: 'Compte clôturé par son titulaire',
};

const types: Record<AccountType, string> = {
  POT: pots.type,
  SHARED: shared.type,
  CURRENT: 'Compte courant',
  SAVINGS: 'Compte d’épargne',
};

export const ownAccounts = {
  types,
  main: 'compte principal',
  total: 'Sur tous les comptes',
  type: 'Type',
  name: 'Nom',
  list: { title: 'Vos comptes', closed: 'Clôturés' },
  open: {
    question: 'Ouvrir un autre compte ?',
    note: 'Il reçoit son propre numéro. Vos plafonds restent les mêmes pour tous vos comptes ensemble.',
    done: 'Compte ouvert',
  },
  renamed: 'Le compte a un nouveau nom',
  makeMain: {
    question: 'En faire votre compte principal ?',
    note:
      'Les paiements faits à votre nom de membre y arriveront. ' +
      'L’argent en partira quand vous n’indiquez aucun autre compte.',
    done: 'C’est maintenant votre compte principal',
  },
  close: {
    question: 'Clôturer ce compte ?',
    note: 'Il ne pourra pas être rouvert. Ses opérations restent dans vos relevés.',
    confirm: 'Clôturer le compte',
    done: 'Le compte est clôturé',
  },
  buttons: {
    open: 'Ouvrir un autre compte',
    rename: 'Renommer',
    main: 'Compte principal',
    close: 'Clôturer',
    list: 'Vos comptes',
  },
  /** Above a list of the customer's accounts, on a card. */
  choose: {
    from: 'Payer depuis un autre compte',
    into: 'Utiliser un autre compte',
    history: 'Voir un autre compte',
  },
};
