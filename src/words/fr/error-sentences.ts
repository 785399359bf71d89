/** The sentence of each refusal: what happened, the assurance (`nothing`), and what to do next. */
import {
  type CodeHint,
  type CodePurpose,
  type ErrorCode,
  type ErrorData,
  type Money,
  type StaffRole,
} from '../../bank/model/index.ts';
import { feeSentences } from './common/fees.ts';
import { interestSentences } from './common/interest.ts';
import { limitSentences } from './common/limits.ts';
import { accountSentences } from './common/own-accounts.ts';
import { orderSentences } from './orders/errors.ts';
import { passwordFault } from './reasons.ts';
import { erasure } from './refusals/erasure.ts';
import { refusals } from './refusals/index.ts';
import { runAgain } from './common/shared.ts';
import { inTime } from './common/times.ts';
import { requestSentences } from './requests.ts';
import { formatAmount } from '../text/amount.ts';
import { pluralIn } from '../text/plural.ts';

const plural = pluralIn('fr');

export type Sentences = {
  readonly [C in ErrorCode]: (data: ErrorData[C], nothing: string) => string;
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const newCode: Record<CodePurpose, string> = {
  RECOVERY: 'Demandez un nouveau code avec `/forgot-password`.',
  EMAIL: 'Saisissez de nouveau l’adresse avec `/profile update`.',
  UNLOCK:
    'Connectez-vous avec `/login` pour recevoir un autre code, ou utilisez un code de secours.',
};

function hintText(hint: CodeHint): string {
  switch (hint.kind) {
    case 'TRIES_LEFT':
      return plural(hint.triesLeft, {
        one: 'Il reste un essai.',
        other: `Il reste ${hint.triesLeft} essais.`,
      });
    case 'NEW_CODE':
      return newCode[hint.purpose];
    case 'NEXT_APP_CODE':
      return 'Attendez le prochain code de votre application.';
    case 'APP_OR_RECOVERY_CODE':
      return 'Saisissez le prochain code de votre application, ou un code de secours.';
  }
}

const unlocking: Record<ErrorData['ACCOUNT_LOCKED']['unlockBy'], string> = {
  OWNER: 'Son titulaire peut le déverrouiller avec `/unlock`.',
  MAILED_CODE:
    'Déverrouillez-le avec votre mot de passe et le code que nous venons d’envoyer par e-mail, ou un ' +
    'code de secours.',
  RECOVERY_CODE: 'Déverrouillez-le avec votre mot de passe et un code de secours.',
};
const states: Record<ErrorData['STATE_UNCHANGED']['state'], string> = {
  FROZEN_OR_CLOSED: 'Ce compte est déjà gelé, ou il est clôturé.',
  NOT_FROZEN: 'Ce compte n’est pas gelé.',
  NOT_LOCKED: 'Ce compte n’est pas verrouillé par son titulaire.',
};
const roles: Record<StaffRole, string> = {
  TELLER: 'conseiller',
  MANAGER: 'responsable',
  AUDITOR: 'auditeur',
};
const decisions: Record<ErrorData['APPROVAL_DECIDED']['state'], string> = {
  APPROVED: 'a déjà été approuvée',
  DECLINED: 'a déjà été refusée',
  REFUSED: 'a déjà été rejetée par la banque',
};
const deciders: Record<ErrorData['APPROVAL_OWN']['decider'], string> = {
  MAKER: 'Vous avez fait cette demande',
  BENEFICIARY: 'Cette demande concerne votre propre compte',
};
const senders: Record<ErrorData['REQUESTS_TOO_MANY']['from'], string> = {
  PERSON: 'Vous avez envoyé trop de demandes.',
  SERVER: 'Ce serveur a envoyé trop de demandes.',
  EVERYONE: 'La banque reçoit trop de demandes.',
};

const holdEndings = {
  CAPTURED: 'Ce paiement a déjà été effectué.',
  VOIDED: 'Ce paiement a été annulé.',
  EXPIRED: 'Ce paiement a expiré.',
} as const;

export const sentences = {
  REQUEST_REUSED: (_, nothing) =>
    `Cette confirmation a déjà servi à autre chose. ${nothing} ${runAgain}`,
  SESSION_MISSING: (_, nothing) =>
    `Vous n’êtes pas connecté. ${nothing} Connectez-vous avec \`/login\` et réessayez.`,
  SESSION_EXPIRED: (_, nothing) =>
    `Votre session est terminée. ${nothing} Connectez-vous avec \`/login\` et réessayez.`,
  NOT_REGISTERED: () => 'Vous n’avez pas encore de compte ici. Ouvrez-en un avec `/register`.',
  ALREADY_REGISTERED: () =>
    'Vous avez déjà un compte ici. Connectez-vous avec `/login` ; votre numéro y est déjà rempli.',
  CONTACT_TAKEN: (_, nothing) =>
    'Cette adresse e-mail ou ce numéro de téléphone ne peut pas être utilisé ici. ' +
    `${nothing} Vérifiez les deux, ou changez-les.`,
  UNDER_AGE: ({ minimumAge }, nothing) =>
    `Vous devez avoir au moins ${minimumAge} ans pour ouvrir un compte. ${nothing}`,
  PASSWORD_WEAK: ({ fault }) => `Ce mot de passe ne convient pas. ${passwordFault(fault)}`,
  CREDENTIALS_WRONG: () =>
    'Le numéro de compte ou le mot de passe est faux. Vérifiez les deux et réessayez.',
  LOCKED_OUT: ({ waitMs }, nothing) =>
    `Trop d’essais erronés. ${nothing} Réessayez ${inTime(waitMs)}.`,
  PASSWORD_WRONG: (_, nothing) => `Ce n’est pas votre mot de passe actuel. ${nothing}`,
  CODE_NEEDED: (_, nothing) =>
    'Vous utilisez une application d’authentification : votre mot de passe n’est pas accepté ici. ' +
    `${nothing} Saisissez les six chiffres de l’application, ou un code de secours.`,
  CODE_WRONG: ({ hint }, nothing) =>
    `Ce code est faux ou a déjà servi. ${nothing} ${hintText(hint)}`,
  CODE_EXPIRED: ({ purpose }, nothing) =>
    `Ce code n’est plus valable. ${nothing} ${newCode[purpose]}`,
  CODES_TOO_MANY: ({ max, waitMs }) =>
    `Vous avez demandé ${max} codes en 24 heures. Vous pourrez en demander un autre ${inTime(waitMs)}.`,
  MAIL_UNAVAILABLE: (_, nothing) =>
    'Cette banque n’envoie pas d’e-mails : elle ne peut pas confirmer une nouvelle adresse. ' +
    `${nothing} Laissez l’adresse inchangée.`,
  AMOUNT_UNCLEAR: (_, nothing) =>
    '« moitié » et « tout » sont des parts d’un solde et ne conviennent pas ici. ' +
    `${nothing} Saisissez un nombre.`,
  AMOUNT_ABOVE_LIMIT: ({ limit }, nothing) =>
    `Le plafond par opération est de ${sum(limit)}. ${nothing} Saisissez un montant plus petit.`,
  STEP_UP_NEEDED: (_, nothing) =>
    `Confirmez votre identité. ${nothing} ` +
    'La banque demande d’abord votre mot de passe ou un code.',
  TOTP_NEEDED: (_, nothing) =>
    'L’équipe doit utiliser une application d’authentification pour cela, et vous n’en avez pas. ' +
    `${nothing} Configurez-en une avec \`/security\`, puis recommencez.`,
  TOTP_ENABLED: (_, nothing) =>
    'Votre application d’authentification est déjà configurée. ' +
    `${nothing} Pour en changer, désactivez-la d’abord avec \`/security\`.`,
  TOTP_MISSING: (_, nothing) =>
    'Aucune application d’authentification n’est configurée pour votre compte. ' +
    `${nothing} Configurez-en une avec \`/security\`.`,
  BALANCE_TOO_LARGE: (_, nothing) =>
    'Le solde dépasserait le maximum qu’un compte peut contenir. ' +
    `${nothing} Saisissez un montant plus petit.`,
  AMOUNT_CHANGED: ({ now }, nothing) =>
    'Le solde a changé depuis l’affichage de ce message : le montant serait maintenant de ' +
    `${sum(now)}. ${nothing} ${runAgain}`,
  ACCOUNT_FROZEN: (_, nothing) =>
    `Ce compte est gelé : aucun argent ne peut en sortir. ${nothing} Contactez un conseiller.`,
  ACCOUNT_LOCKED: ({ unlockBy }, nothing) =>
    'Ce compte est verrouillé : connexion et paiements sont bloqués. ' +
    `${nothing} ${unlocking[unlockBy]}`,
  ACCOUNT_CLOSED: (_, nothing) => `Ce compte est clôturé. ${nothing}`,
  ERASURE_IMPOSSIBLE: ({ obstacle }, nothing) =>
    `Votre compte ne peut pas être clôturé maintenant. ${erasure[obstacle]} ${nothing}`,
  TARGET_SAME: (_, nothing) => `C’est le compte débité. ${nothing} Saisissez un autre compte.`,
  TARGET_UNAVAILABLE: (_, nothing) =>
    'Aucun compte avec ce numéro ne peut recevoir d’argent. ' +
    `${nothing} Vérifiez le numéro auprès de son titulaire.`,
  MEMBER_UNAVAILABLE: (_, nothing) =>
    'Ce membre n’a pas de compte qui puisse recevoir de l’argent. ' +
    `${nothing} Demandez-lui son numéro de compte.`,
  ...accountSentences,
  ...limitSentences,
  ...refusals,
  ...feeSentences,
  ...interestSentences,
  STAFF_RIGHT_MISSING: (_, nothing) => `Votre rôle dans cette banque ne le permet pas. ${nothing}`,
  STAFF_SELF: (_, nothing) =>
    'Vous ne pouvez pas le faire vous-même : il s’agit de votre propre compte. ' +
    `${nothing} Demandez à un collègue.`,
  STAFF_CYCLE: (_, nothing) =>
    'Le titulaire de ce compte a déplacé de l’argent sur votre compte ces dernières 24 heures : vous ' +
    `ne pouvez pas en déplacer sur le sien. ${nothing} Demandez à un collègue.`,
  STAFF_LIMIT_REACHED: ({ limit, left }, nothing) =>
    `Un membre de l’équipe peut déplacer ${sum(limit)} au maximum en 24 heures ; il reste ` +
    `${sum(left)}. ${nothing} Demandez à un collègue.`,
  CUSTOMER_UNKNOWN: (_, nothing) =>
    `Aucun client ne correspond. ${nothing} Cherchez avec \`/staff customer find\`.`,
  STATE_UNCHANGED: ({ state }, nothing) => `${states[state]} ${nothing}`,
  MEMBER_HAS_ACCOUNT: (_, nothing) =>
    'Ce membre a déjà un compte ici, et un utilisateur Discord ne peut en avoir qu’un. ' +
    `${nothing} Choisissez un membre sans compte.`,
  TRANSACTION_UNKNOWN: (_, nothing) =>
    'Aucune opération n’a cette référence. ' +
    `${nothing} Copiez-la depuis le reçu ou l’historique.`,
  REVERSAL_DONE: ({ reference }, nothing) =>
    `Cette opération a déjà été extournée par ${reference}. ${nothing}`,
  REVERSAL_IMPOSSIBLE: (_, nothing) =>
    `Une extourne ne peut pas être extournée. ${nothing} Corrigez-la avec \`/staff adjust\`.`,
  REVERSAL_SHORT: ({ available, needed }, nothing) =>
    `Le solde disponible du bénéficiaire est de ${sum(available)}, inférieur à ${sum(needed)}. ` +
    `${nothing} Prélevez ce qui reste avec \`/staff adjust\`, ou gelez le compte et attendez.`,
  REVERSAL_CLOSED: (_, nothing) =>
    'Cette opération ne peut pas être extournée : un de ses deux comptes est clôturé. ' +
    `${nothing} Utilisez \`/staff adjust\` sur le compte ouvert.`,
  ROLE_UNCHANGED: ({ role }, nothing) =>
    role === null
      ? `Ce membre n’a aucun rôle. ${nothing}`
      : `Ce membre est déjà ${roles[role]}. ${nothing}`,
  APPROVAL_UNKNOWN: (_, nothing) =>
    `Cette demande n’existe pas. ${nothing} Consultez \`/staff approvals list\`.`,
  APPROVAL_DECIDED: ({ state }) =>
    `Cette demande ${decisions[state]}. Votre appui n’a eu aucun effet.`,
  APPROVAL_EXPIRED: () => 'Cette demande a plus de 24 heures et a expiré. Faites-en une nouvelle.',
  APPROVAL_OWN: ({ decider }, nothing) =>
    `${deciders[decider]} : un autre membre de l’équipe doit l’approuver ou la refuser. ${nothing}`,
  APPROVAL_WAITING: (_, nothing) =>
    `La même demande attend déjà une décision. ${nothing} Consultez \`/staff approvals list\`.`,
  STUCK_SETTLED: () =>
    'Cela n’existe pas ou n’est plus bloqué. Votre appui n’a eu aucun effet. ' +
    'Consultez `/staff stuck list`.',
  DEPOSIT_NEEDS_APPROVAL: (_, nothing) =>
    'Dans cette banque, un conseiller doit approuver les dépôts. ' +
    `${nothing} Recommencez avec \`/deposit\`.`,
  DEPOSITS_WAITING: ({ count }, nothing) =>
    `${count} de vos dépôts attendent déjà un conseiller. ` +
    `${nothing} Réessayez quand l’un d’eux aura été traité.`,
  ...requestSentences,
  REQUESTS_TOO_MANY: ({ from, waitMs }, nothing) =>
    `${senders[from]} ${nothing} Réessayez ${inTime(waitMs)}.`,
  HOLD_UNKNOWN: (_, nothing) => `Aucun paiement de ce genre n’est en attente. ${nothing}`,
  HOLD_ENDED: ({ ending }, nothing) => `${holdEndings[ending]} ${nothing}`,
  HOLD_EXCEEDED: (_, nothing) => `C’est plus que le montant réservé pour ce paiement. ${nothing}`,
  ...orderSentences,
  BANK_HALTED: (_, nothing) =>
    'La banque a suspendu tous les paiements pendant la vérification de ses livres. ' +
    `${nothing} Contactez un conseiller et réessayez plus tard.`,
  NOT_BOOKABLE: ({ reference }, nothing) =>
    'La base de données n’a pas accepté cette demande : elle n’a pas été exécutée. ' +
    `${nothing} Donnez cette référence à un conseiller : ${reference}.`,
  BANK_BUSY: (_, nothing) =>
    'La banque est très sollicitée ou sa base de données est indisponible. ' +
    `${nothing} Réessayez dans un instant.`,
  CHANGE_UNKNOWN: () =>
    'La base de données n’a pas répondu à temps : nous ne savons pas si cela a été fait. Vérifiez ' +
    'avant de réessayer.',
  OUTCOME_UNKNOWN: ({ reference }) =>
    'Nous ne savons pas encore si c’est passé. Ne recommencez pas : nous vérifions et vous tiendrons ' +
    `au courant. Référence : ${reference}.`,
} satisfies Sentences;
