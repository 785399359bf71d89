/** The sentence of each refusal: what happened, the assurance (`nothing`), and what to do next. */
import {
  type CodeHint,
  type CodePurpose,
  type ErrorCode,
  type ErrorData,
  type Money,
} from '../../bank/model/index.ts';
import { feeSentences } from './common/fees.ts';
import { interestSentences } from './common/interest.ts';
import { limitSentences } from './common/limits.ts';
import { accountSentences } from './common/own-accounts.ts';
import { orderSentences } from './orders/errors.ts';
import { passwordFault } from './reasons.ts';
import { erasure } from './refusals/erasure.ts';
import { refusals } from './refusals/index.ts';
import { roleNames, runAgain } from './common/shared.ts';
import { inTime } from './common/times.ts';
import { requestSentences } from './requests.ts';
import { formatAmount } from '../text/amount.ts';
import { pluralIn } from '../text/plural.ts';

const plural = pluralIn('de');

export type Sentences = {
  readonly [C in ErrorCode]: (data: ErrorData[C], nothing: string) => string;
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const newCode: Record<CodePurpose, string> = {
  RECOVERY: 'Fordere mit `/forgot-password` einen neuen Code an.',
  EMAIL: 'Gib die Adresse mit `/profile update` noch einmal ein.',
  UNLOCK:
    'Melde dich mit `/login` an, um einen neuen Code zu bekommen, oder verwende einen ' +
    'Wiederherstellungscode.',
};

function hintText(hint: CodeHint): string {
  switch (hint.kind) {
    case 'TRIES_LEFT':
      return plural(hint.triesLeft, {
        one: 'Du hast noch einen Versuch.',
        other: `Du hast noch ${hint.triesLeft} Versuche.`,
      });
    case 'NEW_CODE':
      return newCode[hint.purpose];
    case 'NEXT_APP_CODE':
      return 'Warte auf den nächsten Code in deiner App.';
    case 'APP_OR_RECOVERY_CODE':
      return 'Gib den nächsten Code aus deiner App oder einen Wiederherstellungscode ein.';
  }
}

const unlocking: Record<ErrorData['ACCOUNT_LOCKED']['unlockBy'], string> = {
  OWNER: 'Sein Inhaber kann es mit `/unlock` entsperren.',
  MAILED_CODE:
    'Entsperr es mit deinem Passwort und dem Code, den wir dir gerade per E-Mail geschickt haben, ' +
    'oder mit einem Wiederherstellungscode.',
  RECOVERY_CODE: 'Entsperr es mit deinem Passwort und einem Wiederherstellungscode.',
};
const states: Record<ErrorData['STATE_UNCHANGED']['state'], string> = {
  FROZEN_OR_CLOSED: 'Dieses Konto ist schon eingefroren, oder es ist geschlossen.',
  NOT_FROZEN: 'Dieses Konto ist nicht eingefroren.',
  NOT_LOCKED: 'Dieses Konto ist nicht von seinem Inhaber gesperrt.',
};
const decisions: Record<ErrorData['APPROVAL_DECIDED']['state'], string> = {
  APPROVED: 'wurde schon freigegeben',
  DECLINED: 'wurde schon abgelehnt',
  REFUSED: 'hat die Bank schon abgewiesen',
};
const deciders: Record<ErrorData['APPROVAL_OWN']['decider'], string> = {
  MAKER: 'Du hast diese Anfrage gestellt',
  BENEFICIARY: 'Diese Anfrage betrifft dein eigenes Konto',
};
const senders: Record<ErrorData['REQUESTS_TOO_MANY']['from'], string> = {
  PERSON: 'Du hast zu viele Anfragen gesendet.',
  SERVER: 'Von diesem Server kommen zu viele Anfragen.',
  EVERYONE: 'Bei der Bank kommen gerade zu viele Anfragen an.',
};

const holdEndings = {
  CAPTURED: 'Diese Zahlung wurde schon ausgeführt.',
  VOIDED: 'Diese Zahlung wurde abgebrochen.',
  EXPIRED: 'Diese Zahlung ist abgelaufen.',
} as const;

export const sentences = {
  REQUEST_REUSED: (_, nothing) =>
    `Diese Bestätigung wurde schon für etwas anderes benutzt. ${nothing} ${runAgain}`,
  SESSION_MISSING: (_, nothing) =>
    `Du bist nicht angemeldet. ${nothing} Melde dich mit \`/login\` an und versuch es noch einmal.`,
  SESSION_EXPIRED: (_, nothing) =>
    `Deine Anmeldung ist abgelaufen. ${nothing} Melde dich mit \`/login\` an und versuch es noch ` +
    'einmal.',
  NOT_REGISTERED: () => 'Du hast hier noch kein Konto. Eröffne eins mit `/register`.',
  ALREADY_REGISTERED: () =>
    'Du hast hier schon ein Konto. Melde dich mit `/login` an; deine Kontonummer ist ausgefüllt.',
  CONTACT_TAKEN: (_, nothing) =>
    'Diese E-Mail-Adresse oder Telefonnummer kann hier nicht verwendet werden. ' +
    `${nothing} Prüfe beide oder verwende andere.`,
  UNDER_AGE: ({ minimumAge }, nothing) =>
    `Für ein Konto musst du mindestens ${minimumAge} Jahre alt sein. ${nothing}`,
  PASSWORD_WEAK: ({ fault }) => `Dieses Passwort ist nicht möglich. ${passwordFault(fault)}`,
  CREDENTIALS_WRONG: () =>
    'Kontonummer oder Passwort ist falsch. Prüfe beides und versuch es noch einmal.',
  LOCKED_OUT: ({ waitMs }, nothing) =>
    `Zu viele Fehlversuche. ${nothing} Versuch es ${inTime(waitMs)} wieder.`,
  PASSWORD_WRONG: (_, nothing) => `Das ist nicht dein aktuelles Passwort. ${nothing}`,
  CODE_NEEDED: (_, nothing) =>
    'Du benutzt eine Authenticator-App, deshalb gilt dein Passwort hier nicht. ' +
    `${nothing} Gib die sechs Ziffern ein, die deine App zeigt, oder einen ` +
    'Wiederherstellungscode.',
  CODE_WRONG: ({ hint }, nothing) =>
    `Dieser Code ist falsch oder wurde schon benutzt. ${nothing} ${hintText(hint)}`,
  CODE_EXPIRED: ({ purpose }, nothing) =>
    `Dieser Code gilt nicht mehr. ${nothing} ${newCode[purpose]}`,
  CODES_TOO_MANY: ({ max, waitMs }) =>
    `Du hast in 24 Stunden ${max} Codes angefordert. Den nächsten gibt es ${inTime(waitMs)}.`,
  MAIL_UNAVAILABLE: (_, nothing) =>
    'Diese Bank verschickt keine E-Mails und kann eine neue Adresse nicht bestätigen. ' +
    `${nothing} Lass die Adresse, wie sie ist.`,
  AMOUNT_UNCLEAR: (_, nothing) =>
    '„halb“ und „alles“ sind Anteile eines Guthabens und sind hier nicht möglich. ' +
    `${nothing} Gib eine Zahl ein.`,
  AMOUNT_ABOVE_LIMIT: ({ limit }, nothing) =>
    `Das Limit für eine Buchung ist ${sum(limit)}. ${nothing} Gib einen kleineren Betrag ein.`,
  STEP_UP_NEEDED: (_, nothing) =>
    `Bitte bestätige, dass du es bist. ${nothing} ` +
    'Die Bank fragt zuerst nach deinem Passwort oder Code.',
  TOTP_NEEDED: (_, nothing) =>
    'Mitarbeiter brauchen dafür eine Authenticator-App, und du hast noch keine eingerichtet. ' +
    `${nothing} Richte sie mit \`/security\` ein und fang dann neu an.`,
  TOTP_ENABLED: (_, nothing) =>
    'Deine Authenticator-App ist schon eingerichtet. ' +
    `${nothing} Um sie zu wechseln, schalte sie zuerst mit \`/security\` aus.`,
  TOTP_MISSING: (_, nothing) =>
    'Für dein Konto ist keine Authenticator-App eingerichtet. ' +
    `${nothing} Richte sie mit \`/security\` ein.`,
  BALANCE_TOO_LARGE: (_, nothing) =>
    'Das Guthaben wäre größer, als ein Konto haben darf. ' +
    `${nothing} Gib einen kleineren Betrag ein.`,
  AMOUNT_CHANGED: ({ now }, nothing) =>
    'Das Guthaben hat sich seit dieser Anzeige geändert: Der Betrag wäre jetzt ' +
    `${sum(now)}. ${nothing} ${runAgain}`,
  ACCOUNT_FROZEN: (_, nothing) =>
    'Dieses Konto ist eingefroren: Es kann kein Geld abgehen. ' +
    `${nothing} Frag die Mitarbeiter der Bank um Hilfe.`,
  ACCOUNT_LOCKED: ({ unlockBy }, nothing) =>
    'Dieses Konto ist gesperrt: Anmeldung und ausgehende Zahlungen sind nicht möglich. ' +
    `${nothing} ${unlocking[unlockBy]}`,
  ACCOUNT_CLOSED: (_, nothing) => `Dieses Konto ist geschlossen. ${nothing}`,
  ERASURE_IMPOSSIBLE: ({ obstacle }, nothing) =>
    `Dein Konto kann jetzt nicht geschlossen werden. ${erasure[obstacle]} ${nothing}`,
  TARGET_SAME: (_, nothing) =>
    `Das ist das Konto, von dem das Geld abgeht. ${nothing} Gib ein anderes ein.`,
  TARGET_UNAVAILABLE: (_, nothing) =>
    'Kein Konto mit dieser Nummer kann Geld empfangen. ' +
    `${nothing} Prüfe die Nummer mit der Person, der es gehört.`,
  MEMBER_UNAVAILABLE: (_, nothing) =>
    'Dieses Mitglied hat kein Konto, das Geld empfangen kann. ' +
    `${nothing} Frag nach der Kontonummer.`,
  ...accountSentences,
  ...limitSentences,
  ...refusals,
  ...feeSentences,
  ...interestSentences,
  STAFF_RIGHT_MISSING: (_, nothing) => `Deine Rolle bei dieser Bank erlaubt das nicht. ${nothing}`,
  STAFF_SELF: (_, nothing) =>
    'Das kannst du nicht selbst tun, weil es dein eigenes Konto betrifft. ' +
    `${nothing} Frag einen anderen Mitarbeiter.`,
  STAFF_CYCLE: (_, nothing) =>
    'Der Inhaber dieses Kontos hat in den letzten 24 Stunden Geld auf deinem Konto bewegt, deshalb ' +
    `darfst du keins auf seinem bewegen. ${nothing} Frag einen anderen Mitarbeiter.`,
  STAFF_LIMIT_REACHED: ({ limit, left }, nothing) =>
    `Ein Mitarbeiter darf in 24 Stunden höchstens ${sum(limit)} bewegen; möglich sind noch ` +
    `${sum(left)}. ${nothing} Frag einen anderen Mitarbeiter.`,
  CUSTOMER_UNKNOWN: (_, nothing) =>
    `Kein passender Kunde gefunden. ${nothing} Such mit \`/staff customer find\`.`,
  STATE_UNCHANGED: ({ state }, nothing) => `${states[state]} ${nothing}`,
  MEMBER_HAS_ACCOUNT: (_, nothing) =>
    'Dieses Mitglied hat hier schon ein Konto, und ein Discord-Nutzer kann nur eins haben. ' +
    `${nothing} Wähl ein Mitglied ohne Konto.`,
  TRANSACTION_UNKNOWN: (_, nothing) =>
    `Keine Buchung hat diese Referenz. ${nothing} Kopier sie aus dem Beleg oder den Umsätzen.`,
  REVERSAL_DONE: ({ reference }, nothing) =>
    `Diese Buchung wurde mit ${reference} schon rückgängig gemacht. ${nothing}`,
  REVERSAL_IMPOSSIBLE: (_, nothing) =>
    'Eine Rückbuchung lässt sich nicht rückgängig machen. ' +
    `${nothing} Korrigiere sie mit \`/staff adjust\`.`,
  REVERSAL_SHORT: ({ available, needed }, nothing) =>
    `Der Empfänger hat ${sum(available)} verfügbar, das reicht nicht für ${sum(needed)}. ` +
    `${nothing} Buch den Rest mit \`/staff adjust\` ab oder frier das Konto ein und warte.`,
  REVERSAL_CLOSED: (_, nothing) =>
    'Diese Buchung lässt sich nicht rückgängig machen, weil eins der beiden Konten geschlossen ' +
    `ist. ${nothing} Verwende \`/staff adjust\` für das offene Konto.`,
  ROLE_UNCHANGED: ({ role }, nothing) =>
    role === null
      ? `Dieses Mitglied hat keine Rolle. ${nothing}`
      : `Dieses Mitglied hat schon die Rolle „${roleNames[role]}“. ${nothing}`,
  APPROVAL_UNKNOWN: (_, nothing) =>
    `Diese Anfrage gibt es nicht. ${nothing} Sieh in \`/staff approvals list\` nach.`,
  APPROVAL_DECIDED: ({ state }) =>
    `Diese Anfrage ${decisions[state]}. Dein Klick hatte keine Wirkung.`,
  APPROVAL_EXPIRED: () => 'Diese Anfrage ist älter als 24 Stunden und abgelaufen. Stell eine neue.',
  APPROVAL_OWN: ({ decider }, nothing) =>
    `${deciders[decider]}, deshalb muss ein anderer Mitarbeiter entscheiden. ${nothing}`,
  APPROVAL_WAITING: (_, nothing) =>
    'Dieselbe Anfrage wartet schon auf eine Entscheidung. ' +
    `${nothing} Sieh in \`/staff approvals list\` nach.`,
  STUCK_SETTLED: () =>
    'Das gibt es nicht, oder es hängt nicht mehr. Dein Klick hatte keine Wirkung. ' +
    'Sieh in `/staff stuck list` nach.',
  DEPOSIT_NEEDS_APPROVAL: (_, nothing) =>
    'Einzahlungen werden bei dieser Bank am Schalter freigegeben. ' +
    `${nothing} Fang mit \`/deposit\` neu an.`,
  DEPOSITS_WAITING: ({ count }, nothing) =>
    `${count} deiner Einzahlungen warten schon auf den Schalter. ` +
    `${nothing} Versuch es wieder, wenn über eine entschieden ist.`,
  ...requestSentences,
  REQUESTS_TOO_MANY: ({ from, waitMs }, nothing) =>
    `${senders[from]} ${nothing} Versuch es ${inTime(waitMs)} wieder.`,
  HOLD_UNKNOWN: (_, nothing) => `Es wartet keine solche Zahlung. ${nothing}`,
  HOLD_ENDED: ({ ending }, nothing) => `${holdEndings[ending]} ${nothing}`,
  HOLD_EXCEEDED: (_, nothing) => `Das ist mehr, als für diese Zahlung reserviert wurde. ${nothing}`,
  ...orderSentences,
  BANK_HALTED: (_, nothing) =>
    'Die Bank hat alle Zahlungen angehalten, während sie ihre Bücher prüft. ' +
    `${nothing} Frag die Mitarbeiter der Bank und versuch es später wieder.`,
  NOT_BOOKABLE: ({ reference }, nothing) =>
    'Die Datenbank hat diesen Auftrag nicht angenommen, er wurde nicht ausgeführt. ' +
    `${nothing} Gib den Mitarbeitern der Bank diese Referenz: ${reference}.`,
  BANK_BUSY: (_, nothing) =>
    'Die Bank ist ausgelastet, oder ihre Datenbank ist nicht erreichbar. ' +
    `${nothing} Versuch es gleich noch einmal.`,
  CHANGE_UNKNOWN: () =>
    'Die Datenbank der Bank hat nicht rechtzeitig geantwortet. Wir wissen nicht, ob das ausgeführt ' +
    'wurde. Sieh nach, bevor du es noch einmal versuchst.',
  OUTCOME_UNKNOWN: ({ reference }) =>
    'Wir wissen noch nicht, ob das geklappt hat. Sende es nicht noch einmal: Wir prüfen es und ' +
    `sagen dir Bescheid. Referenz: ${reference}.`,
} satisfies Sentences;
