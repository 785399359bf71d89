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
  'Das ist dein Passwort für die **Bank**, *nie dein Discord-Passwort*. Was du tippst, ist auf ' +
  'deinem Bildschirm zu sehen.';
const goodPassword = 'Mindestens 10 Zeichen. Gut sind mehrere Wörter.';
const day = { hint: 'JJJJ-MM-TT', example: '2026-01-31' };
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
    label: 'Betrag',
    hint: 'Zum Beispiel 12 oder 12,50; auch halb und alles',
    example: '12,50',
  },
  /** Without `half` and `all`. */
  exactAmount: { label: 'Betrag', hint: 'Zum Beispiel 12 oder 12,50 oder 1,5k', example: '12,50' },
  accountNumber: { label: 'Kontonummer', hint: '10 Ziffern' },
  toAccount: {
    label: 'An Konto',
    name: 'Konto',
    hint: 'Kontonummer, Kurzname oder die Referenz einer Zahlung',
  },
  toMember: { label: 'Oder an ein Mitglied', name: 'Mitglied' },
  nickname: {
    label: 'Kurzname',
    hint: 'Bis zu 32 Buchstaben und Ziffern. Nur du siehst ihn.',
    example: 'Vermieter',
  },
  newNickname: {
    label: 'Neuer Kurzname',
    hint: 'Bis zu 32 Buchstaben und Ziffern. Nur du siehst ihn.',
    example: 'Vermieter',
  },
  savedNickname: { label: 'Gespeicherter Empfänger', hint: 'Sein Kurzname' },
  payeeAccount: { label: 'Konto', hint: 'Kontonummer oder eine Person, der du gezahlt hast' },
  payeeMember: { label: 'Oder ein Mitglied', name: 'Mitglied' },
  payMember: { label: 'An', name: 'Mitglied' },
  payeeName: {
    label: 'Name des Empfängers',
    hint: 'Wird mit dem Konto verglichen; kann leer bleiben',
  },
  memo: { label: 'Verwendungszweck', hint: 'Beide Seiten können ihn sehen' },
  transactionKinds: {
    label: 'Nur anzeigen',
    name: 'Art',
    choices: kindChoices,
  },
  days: { label: 'Tage', hint: 'Die letzten Tage, zum Beispiel 7, 30 oder 365' },
  direction: {
    label: 'Richtung',
    choices: { in: { label: 'Eingänge' }, out: { label: 'Ausgänge' } },
  },
  month: { label: 'Monat', hint: '2026-03 oder März', example: '2026-03' },
  statementFormats: {
    label: 'Format',
    choices: {
      pdf: { label: 'PDF' },
      csv: { label: 'Tabelle (CSV)' },
      hledger: { label: 'Buchhaltung: hledger, Ledger' },
      beancount: { label: 'Buchhaltung: Beancount' },
      ofx: { label: 'Finanz-Apps (OFX)' },
      camt: { label: 'Banken (camt.053)' },
    },
  },
  receiptCode: {
    label: 'Code oder Text der Quittung',
    name: 'Code',
    hint: 'Von der Quittung, oder ihr ganzer Text',
  },
  pastMoment: {
    label: 'Zeitpunkt',
    hint: '2026-03-01 oder 2026-03-01 14:30',
    example: '2026-03-01',
  },
  fromDate: { label: 'Von', name: 'Erster Tag', ...day },
  toDate: { label: 'Bis', name: 'Letzter Tag', ...day },
  counterparty: {
    label: 'Gegenseite',
    hint: 'Teil des Namens oder die letzten Ziffern der Kontonummer',
  },
  sentence: { label: 'Deine Frage oder Bitte', example: 'Schick Ben 5 für Pizza' },
  memoText: { label: 'Text', hint: 'Teil eines Verwendungszwecks' },
  amountRange: { label: 'Betrag', hint: '12, „mindestens 12“, „höchstens 50“ oder 12–50' },
} satisfies Record<string, FieldText>;

const person = {
  fullName: { label: 'Vor- und Nachname', example: 'Anna Müller' },
  email: { label: 'E-Mail', example: 'anna@example.com' },
  phone: { label: 'Telefon', hint: 'Mit + und Ländervorwahl', example: '+49 30 123456' },
  dateOfBirth: { label: 'Geburtsdatum', hint: 'JJJJ-MM-TT', example: '1990-12-31' },
  gender: {
    label: 'Geschlecht',
    choices: {
      female: { label: 'Weiblich' },
      male: { label: 'Männlich' },
      other: { label: 'Divers' },
      undisclosed: { label: 'Keine Angabe' },
    },
  },
  noticeKinds: { label: 'Worüber', choices: labelled(noticeSettings.categories) },
  noticeWay: { label: 'Wie', choices: labelled(noticeSettings.ways) },
  noticeThreshold: {
    label: 'Zahlungen senden ab',
    hint: 'Kleinere bleiben im Posteingang. „aus“: alle werden gesendet',
    example: '5',
  },
  quietHours: { label: 'Ruhezeit', hint: 'Anfang und Ende. „aus“: keine', example: '22:00-07:00' },
  timeZone: { label: 'Zeitzone', hint: 'Deine Stadt oder Region', example: 'Europe/Berlin' },
  /** Each language by its own name. */
  language: {
    label: 'Sprache',
    choices: {
      discord: { label: 'Wie in Discord' },
      en: { label: 'English' },
      de: { label: 'Deutsch' },
      fr: { label: 'Français' },
      es: { label: 'Español' },
      ja: { label: '日本語' },
    },
  },
  terms: {
    label: 'Ich akzeptiere die Bedingungen',
    name: 'Bedingungen',
    hint: 'Die Bank speichert diese Daten für dein Konto. Ihre Währung ist kein gesetzliches Zahlungsmittel.',
    refusal: 'Um ein Konto zu eröffnen, musst du die Bedingungen akzeptieren: Setz das Häkchen.',
  },
  erasure: {
    label: 'Das lässt sich nicht rückgängig machen',
    name: 'Löschung',
    hint: 'Dein Konto muss leer sein',
    refusal: 'Um deine Daten zu löschen, setz das Häkchen.',
  },
} satisfies Record<string, FieldText>;

const secrets = {
  password: { label: 'Passwort', notice: bankPassword },
  firstPassword: { label: 'Passwort', hint: goodPassword, notice: bankPassword },
  firstPasswordAgain: {
    label: 'Passwort wiederholen',
    name: 'Zweites Passwort',
    notice: bankPassword,
  },
  newPassword: { label: 'Neues Passwort', hint: goodPassword, notice: bankPassword },
  newPasswordAgain: {
    label: 'Neues Passwort wiederholen',
    name: 'Zweites Passwort',
    notice: bankPassword,
  },
  currentPassword: { label: 'Aktuelles Passwort', notice: bankPassword },
  /** Replaces the password as a proof, for customers with an authenticator app. */
  appProof: {
    label: 'Code',
    hint: 'Aus deiner App, oder ein Wiederherstellungscode',
    notice:
      'Gib den sechsstelligen Code aus deiner Authenticator-App oder einen Wiederherstellungscode ' +
      'ein. Ein Wiederherstellungscode gilt nur einmal. Dein Passwort gilt hier nicht.',
  },
  passkeyName: { label: 'Name des Passkeys', example: 'Mein Handy' },
  appCode: { label: 'Code', hint: 'Die sechs Ziffern, die deine App zeigt', example: '123456' },
  emailCode: { ...oneTimeCode, hint: 'Aus der E-Mail an deine neue Adresse' },
  recoveryCode: { ...oneTimeCode, hint: 'Aus unserer E-Mail, oder ein Wiederherstellungscode' },
  unlockCode: {
    ...oneTimeCode,
    hint: 'Aus unserer E-Mail nach einer Anmeldung, oder ein Wiederherstellungscode',
  },
} satisfies Record<string, FieldText>;

const staff = {
  reason: { label: 'Grund', hint: 'Der Kunde kann ihn lesen' },
  roleReason: { label: 'Grund', hint: 'Das Mitglied kann ihn lesen' },
  termsReason: { label: 'Grund', hint: 'Andere Mitarbeiter können ihn lesen, Kunden nicht' },
  reference: {
    label: 'Referenz',
    hint: 'Aus dem Beleg oder den Umsätzen',
    example: '01AB-23CD-45EF-GHJ',
  },
  customerQuery: {
    label: 'Nummer, Telefon, E-Mail, Name oder Discord-ID',
    hint: 'Auch die letzten 4 Ziffern oder Wörter des Namens',
  },
  findMember: { label: 'Oder ein Mitglied', name: 'Mitglied' },
  roleMember: { label: 'Mitglied' },
  newUser: { label: 'Neuer Discord-Nutzer' },
  discordId: {
    label: 'Oder eine Discord-ID oder Erwähnung',
    name: 'Discord-ID oder Erwähnung',
    hint: 'Für Personen, die nicht auf diesem Server sind',
    example: '123456789012345678',
  },
  side: {
    label: 'Seite',
    choices: {
      credit: { label: 'Haben', hint: 'Erhöht das Guthaben des Kunden' },
      debit: { label: 'Soll', hint: 'Verringert das Guthaben des Kunden' },
    },
  },
  role: {
    label: 'Rolle',
    choices: {
      TELLER: { label: 'Schalter', hint: 'Bedient Kunden' },
      MANAGER: { label: 'Leitung', hint: 'Gibt außerdem frei, korrigiert und vergibt Rollen' },
      AUDITOR: { label: 'Revision', hint: 'Liest alles, ändert nichts' },
    },
  },
  auditActor: {
    label: 'Ausgeführt von',
    name: 'Person',
    hint: 'Eine Discord-ID oder Erwähnung',
    example: '123456789012345678',
  },
  auditAccount: { label: 'Betroffenes Konto', hint: '10 Ziffern' },
  auditAction: {
    label: 'Aktion',
    hint: 'Teil ihres englischen Namens, zum Beispiel: frozen, role, deposit',
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
