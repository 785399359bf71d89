/** Notices of what has happened. Cards and mails share the plain texts. */
import type { ActorRole, ProfileField } from '../../bank/model/index.ts';
import { type Markup, md } from '../text/markup.ts';
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
  PASSWORD_CHANGED: event('Passwort geändert', 'Das Passwort deines Kontos wurde geändert.'),
  PASSWORD_RECOVERED: event(
    'Passwort zurückgesetzt',
    'Dein Passwort wurde mit einem Code zurückgesetzt. Du bist überall abgemeldet.',
    'Für 24 Stunden ist dein Limit für ausgehende Zahlungen niedriger.',
  ),
  RECOVERY_CODES_RENEWED: event(
    'Neue Wiederherstellungscodes',
    'Für dein Konto wurden neue Wiederherstellungscodes erstellt. Die alten gelten nicht mehr.',
  ),
  RECOVERY_CODE_USED: event(
    'Wiederherstellungscode benutzt',
    'Mit einem Wiederherstellungscode deines Kontos wurde bestätigt, dass du es bist. Er gilt ' +
      'jetzt nicht mehr.',
  ),
  PROFILE_CHANGED: {
    title: 'Daten geändert',
    sentence: (changed: readonly ProfileField[]): string =>
      `Deine Daten wurden geändert: ${changed.map((field) => detailNames[field]).join(', ')}.`,
  },
  EMAIL_CHANGE_ASKED: event(
    'Neue E-Mail-Adresse eingegeben',
    'Für dein Konto wurde eine neue E-Mail-Adresse eingegeben.',
    'Sie gilt, sobald der Code eingegeben wird, den wir an die neue Adresse geschickt haben.',
  ),
  EMAIL_CHANGED: event(
    'E-Mail-Adresse geändert',
    'Die E-Mail-Adresse deines Kontos wurde geändert.',
  ),
  ACCOUNT_LOCKED: event(
    'Konto gesperrt',
    'Dein Konto ist gesperrt. Du kannst dich nicht anmelden, und es kann kein Geld abgehen.',
  ),
  ACCOUNT_UNLOCKED: event('Konto entsperrt', 'Die Sperre deines Kontos wurde aufgehoben.'),
  ACCOUNT_FROZEN: event(
    'Konto eingefroren',
    'Mitarbeiter der Bank haben dein Konto eingefroren: Es kann kein Geld abgehen. Frag sie um ' +
      'Hilfe.',
    '`/account access-log` zeigt, wer es getan hat und warum.',
  ),
  ACCOUNT_UNFROZEN: event('Konto freigegeben', 'Von deinem Konto kann wieder Geld abgehen.'),
  ACCOUNT_RELINKED: event(
    'Konto mit anderem Discord-Nutzer verknüpft',
    'Mitarbeiter der Bank haben dieses Konto mit einem anderen Discord-Nutzer verknüpft. Alle ' +
      'Anmeldungen wurden beendet.',
    'Das Passwort ist gleich geblieben. Wenn du das nicht wolltest, melde dich sofort bei den ' +
      'Mitarbeitern.',
  ),
  OWN_ACCOUNT_OPENED: event(...accountEvents.OWN_ACCOUNT_OPENED),
  MAIN_ACCOUNT_CHANGED: event(...accountEvents.MAIN_ACCOUNT_CHANGED),
  OWN_ACCOUNT_CLOSED: event(...accountEvents.OWN_ACCOUNT_CLOSED),
  POT_RELEASE_ASKED: event(...potEvents.POT_RELEASE_ASKED),
  OWN_LIMIT_CHANGED: event(...limitEvents.OWN_LIMIT_CHANGED),
  TOTP_ENABLED: event(
    'Authenticator-App eingerichtet',
    'Ab jetzt bestätigst du mit einem Code aus deiner Authenticator-App, dass du es bist.',
    'Dein Passwort gilt dafür nicht mehr.',
  ),
  PASSKEY_ADDED: event(...passkeyEvents.PASSKEY_ADDED),
  PASSKEY_REMOVED: event(...passkeyEvents.PASSKEY_REMOVED),
  PASSKEY_CLONED: event(...passkeyEvents.PASSKEY_CLONED),
  TOTP_DISABLED: event(
    'Authenticator-App ausgeschaltet',
    'Deine Authenticator-App wurde ausgeschaltet. Du bestätigst wieder mit deinem Passwort, dass ' +
      'du es bist.',
  ),
  NOTICES_LOWERED: event(
    'Weniger Nachrichten über Zahlungen oder Empfänger',
    'Ab jetzt werden dir weniger ausgehende Zahlungen oder neue Empfänger ' +
      'gemeldet: Deine Benachrichtigungen wurden geändert.',
    '`/notices` zeigt, was eingestellt ist.',
  ),
};

const noReason = 'keiner angegeben';
const acts = {
  COUNTER_DEPOSIT: { what: 'Einzahlung am Schalter', reason: noReason },
  COUNTER_WITHDRAWAL: { what: 'Auszahlung am Schalter', reason: noReason },
  DEPOSIT_APPROVED: { what: 'Einzahlung', reason: 'du hast diese Einzahlung beantragt' },
  ADJUST_BOOKED: { what: 'Korrektur', reason: noReason },
  ADJUST_APPROVED: { what: 'Korrektur', reason: noReason },
  REVERSE_BOOKED: { what: 'Rückbuchung', reason: noReason },
  REVERSE_APPROVED: { what: 'Rückbuchung', reason: noReason },
};
const actors: Record<ActorRole, string> = {
  TELLER: 'ein Mitarbeiter am Schalter',
  MANAGER: 'die Leitung',
  AUDITOR: 'die Revision',
  OWNER: 'der Inhaber der Bank',
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
  what: ['Was', acts[moved.act].what],
  by: ['Durch', moved.role === null ? 'Mitarbeiter der Bank' : actors[moved.role]],
  reason: ['Grund', moved.reason ?? acts[moved.act].reason],
  account: ['Konto', `…${moved.numberTail}`],
  reference: ['Referenz', moved.reference],
});

export const notices = {
  securityTitle: (of: keyof typeof security): string => security[of].title,
  /** Without place and time, which mail and Discord format differently. */
  securitySentence: (of: keyof typeof security, changed: readonly ProfileField[]): string =>
    security[of].sentence(changed),
  moved: {
    title: (direction: 'in' | 'out', amount: string): string =>
      direction === 'in'
        ? `Mitarbeiter der Bank haben dir ${amount} gutgeschrieben`
        : `Mitarbeiter der Bank haben ${amount} von deinem Konto abgebucht`,
    facts,
    note: (bankName: string, at: Markup): Markup =>
      md`${bankName} · ${at} · wer es war, zeigt \`/account access-log\``,
  },
  login: {
    title: 'Neue Anmeldung',
    sentence: (bankName: string, place: Markup): Markup =>
      md`Jemand hat sich bei ${bankName} an einem neuen Ort mit deinem Konto angemeldet: ${place}.`,
  },
  /** The customer's own account. */
  ownAccount: (numberTail: Markup): Markup => md`Konto ${numberTail}`,
  payments: {
    received: (amount: string): string => `Du hast ${amount} erhalten`,
    sent: (amount: string): string => `${amount} sind von deinem Konto abgegangen`,
    inSeveral: (title: string, count: number): string => `${title}, in ${count} Zahlungen`,
    from: (amount: Markup, party: Markup): Markup => md`${amount} von ${party}`,
    to: (amount: Markup, party: Markup): Markup => md`${amount} an ${party}`,
    note: (bankName: string): Markup => md`${bankName} · alle Umsätze mit \`/history\``,
  },
  plain: plainNotices,
};
