/** Notices of what has happened. Cards and mails share the plain texts. */
import type { ActorRole, ProfileField } from '../../bank/model/index.ts';
import { type Markup, md } from '../text/markup.ts';
import { from } from './common/elision.ts';
import { detailNames } from './common/shared.ts';
import { accountEvents } from './common/own-accounts.ts';
import { limitEvents } from './common/limits.ts';
import { potEvents } from './common/pots.ts';
import { plainNotices } from './plain-notices.ts';
import { passkeyEvents } from './refusals/passkeys.ts';

interface Event {
  readonly title: string;
  readonly sentence: (changed: readonly ProfileField[]) => string;
}
const event = (title: string, ...sentences: readonly string[]): Event => ({
  title,
  sentence: () => sentences.join(' '),
});
const security = {
  PASSWORD_CHANGED: event('Mot de passe changé', 'Le mot de passe de votre compte a été changé.'),
  PASSWORD_RECOVERED: event(
    'Mot de passe réinitialisé',
    'Votre mot de passe a été réinitialisé avec un code. Vous avez été déconnecté partout.',
    'Pendant 24 heures, votre plafond de paiement est réduit.',
  ),
  RECOVERY_CODES_RENEWED: event(
    'Nouveaux codes de secours',
    'De nouveaux codes de secours ont été créés pour votre compte. Les anciens ne fonctionnent plus.',
  ),
  RECOVERY_CODE_USED: event(
    'Code de secours utilisé',
    'Un code de secours de votre compte a servi à confirmer votre identité. Il ne fonctionnera plus.',
  ),
  PROFILE_CHANGED: {
    title: 'Coordonnées modifiées',
    sentence: (changed: readonly ProfileField[]): string =>
      `Vos coordonnées ont été modifiées : ${changed.map((field) => detailNames[field]).join(', ')}.`,
  },
  EMAIL_CHANGE_ASKED: event(
    'Nouvelle adresse e-mail saisie',
    'Une nouvelle adresse e-mail a été saisie pour votre compte.',
    'Elle remplacera l’ancienne quand le code envoyé à cette adresse sera saisi.',
  ),
  EMAIL_CHANGED: event(
    'Adresse e-mail modifiée',
    'L’adresse e-mail de votre compte a été modifiée.',
  ),
  ACCOUNT_LOCKED: event(
    'Compte verrouillé',
    'Votre compte est verrouillé. Vous ne pouvez plus vous connecter et aucun argent ne peut sortir.',
  ),
  ACCOUNT_UNLOCKED: event('Compte déverrouillé', 'Le verrou de votre compte a été levé.'),
  ACCOUNT_FROZEN: event(
    'Compte gelé',
    'La banque a gelé votre compte : aucun argent ne peut en sortir. Contactez un conseiller.',
    '`/account access-log` montre qui l’a fait et pourquoi.',
  ),
  ACCOUNT_UNFROZEN: event('Compte dégelé', 'L’argent peut de nouveau sortir de votre compte.'),
  ACCOUNT_RELINKED: event(
    'Compte lié à un autre utilisateur Discord',
    'La banque a lié ce compte à un autre utilisateur Discord. Toutes les sessions sont fermées.',
    'Le mot de passe n’a pas changé. Si vous ne l’avez pas demandé, contactez tout de suite la banque.',
  ),
  OWN_ACCOUNT_OPENED: event(...accountEvents.OWN_ACCOUNT_OPENED),
  MAIN_ACCOUNT_CHANGED: event(...accountEvents.MAIN_ACCOUNT_CHANGED),
  OWN_ACCOUNT_CLOSED: event(...accountEvents.OWN_ACCOUNT_CLOSED),
  POT_RELEASE_ASKED: event(...potEvents.POT_RELEASE_ASKED),
  OWN_LIMIT_CHANGED: event(...limitEvents.OWN_LIMIT_CHANGED),
  TOTP_ENABLED: event(
    'Application d’authentification activée',
    'Désormais, confirmez votre identité avec un code de votre application d’authentification.',
    'Votre mot de passe n’est plus accepté pour cela.',
  ),
  PASSKEY_ADDED: event(...passkeyEvents.PASSKEY_ADDED),
  PASSKEY_REMOVED: event(...passkeyEvents.PASSKEY_REMOVED),
  PASSKEY_CLONED: event(...passkeyEvents.PASSKEY_CLONED),
  TOTP_DISABLED: event(
    'Application d’authentification désactivée',
    'Votre application d’authentification est désactivée. Votre mot de passe suffit de nouveau.',
  ),
  NOTICES_LOWERED: event(
    'Moins d’avis de paiement ou de bénéficiaire',
    'Vos avis ont été modifiés : moins de paiements sortants ou de nouveaux bénéficiaires vous seront signalés.',
    '`/notices` montre vos réglages.',
  ),
};

const noReason = 'non précisée';
const acts = {
  COUNTER_DEPOSIT: { what: 'dépôt au guichet', reason: noReason },
  COUNTER_WITHDRAWAL: { what: 'retrait au guichet', reason: noReason },
  DEPOSIT_APPROVED: { what: 'dépôt', reason: 'vous avez demandé ce dépôt' },
  ADJUST_BOOKED: { what: 'régularisation', reason: noReason },
  ADJUST_APPROVED: { what: 'régularisation', reason: noReason },
  REVERSE_BOOKED: { what: 'extourne d’une opération', reason: noReason },
  REVERSE_APPROVED: { what: 'extourne d’une opération', reason: noReason },
};
const actors: Record<ActorRole, string> = {
  TELLER: 'un conseiller',
  MANAGER: 'un responsable',
  AUDITOR: 'un auditeur',
  OWNER: 'le propriétaire de la banque',
};

/** The facts in a notice of money moved by staff, besides the amount. */
interface Moved {
  readonly act: keyof typeof acts;
  readonly role: ActorRole | null;
  readonly reason: string | null;
  readonly numberTail: string;
  readonly reference: string;
}
type Fact = readonly [label: string, value: string];
/** Labels and values. Values that staff typed are not escaped yet. */
const facts = (moved: Moved): Record<'what' | 'by' | 'reason' | 'account' | 'reference', Fact> => ({
  what: ['Opération', acts[moved.act].what],
  by: ['Par', moved.role === null ? 'l’équipe de la banque' : actors[moved.role]],
  reason: ['Raison', moved.reason ?? acts[moved.act].reason],
  account: ['Compte', `…${moved.numberTail}`],
  reference: ['Référence', moved.reference],
});

export const notices = {
  securityTitle: (of: keyof typeof security): string => security[of].title,
  /** Without place and time, which mail and Discord format differently. */
  securitySentence: (of: keyof typeof security, changed: readonly ProfileField[]): string =>
    security[of].sentence(changed),
  moved: {
    title: (direction: 'in' | 'out', amount: string): string =>
      direction === 'in'
        ? `La banque a crédité votre compte de ${amount}`
        : `La banque a débité votre compte de ${amount}`,
    facts,
    note: (bankName: string, at: Markup): Markup =>
      md`${bankName} · ${at} · voyez qui l’a fait avec \`/account access-log\``,
  },
  login: {
    title: 'Nouvelle connexion',
    sentence: (bankName: string, place: Markup): Markup =>
      md`Quelqu’un s’est connecté à votre compte chez ${bankName} depuis ${place}, pour la première fois.`,
  },
  /** The customer's own account. */
  ownAccount: (numberTail: Markup): Markup => md`votre compte ${numberTail}`,
  payments: {
    received: (amount: string): string => `Vous avez reçu ${amount}`,
    sent: (amount: string): string => `${amount} ont quitté votre compte`,
    inSeveral: (title: string, count: number): string => `${title} en ${count} paiements`,
    from: (amount: Markup, party: Markup): Markup => md`${amount} ${from(party)}`,
    to: (amount: Markup, party: Markup): Markup => md`${amount} à ${party}`,
    note: (bankName: string): Markup => md`${bankName} · détails avec \`/history\``,
  },
  plain: plainNotices,
};
