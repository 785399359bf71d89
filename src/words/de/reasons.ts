/** Why an entry was refused, and what to change. */
import {
  type Money,
  type PasswordFault,
  type PasswordWord,
  type Reason,
  type ReasonCode,
  type ReasonData,
} from '../../bank/model/index.ts';
import { writingSystem } from './common/writing-systems.ts';
import { formatAmount } from '../text/amount.ts';
import { pluralIn } from '../text/plural.ts';
import { noticeReasons } from './refusals/notices.ts';
import { accountReasons } from './common/own-accounts.ts';
import { payeeReasons } from './refusals/payees.ts';

const plural = pluralIn('de');

type Reasons = { readonly [C in ReasonCode]: (data: ReasonData[C]) => string };

const amounts = 'Schreib ihn so: 12 oder 12,50 oder 1.250,50 oder 1,5k.';
const reference = 'Kopier sie aus dem Beleg.';
const address = 'name@example.com';

/** Characters that can be shown in a sentence: none of them formats or mentions. */
const printable = /^[\p{L}\p{Extended_Pictographic},;:!?()"&/+=%$€£]$/u;
const codePointOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
const shown = (sign: string): string => (printable.test(sign) ? `„${sign}“` : codePointOf(sign));

const dayAndMonth = new Intl.DateTimeFormat('de-DE', {
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const dayText = (date: string): string => `${date} für den ${dayAndMonth.format(Date.parse(date))}`;

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const decimalPlaces = (count: number): string =>
  plural(count, { one: 'eine Nachkommastelle', other: `${count} Nachkommastellen` });

const typed = {
  ACCOUNT_NUMBER_EMPTY: () => 'Gib die Kontonummer ein: 10 Ziffern.',
  ACCOUNT_NUMBER_NOT_DIGITS: () => 'Eine Kontonummer hat nur die Ziffern 0 bis 9.',
  ACCOUNT_NUMBER_LENGTH: ({ expected, length }) =>
    `Eine Kontonummer hat ${expected} Ziffern; diese hat ${length}.`,
  ACCOUNT_NUMBER_ZERO: () => 'Eine Kontonummer beginnt nie mit 0. Prüfe sie Ziffer für Ziffer.',
  ACCOUNT_NUMBER_MISTYPED: () =>
    'Diese Kontonummer hat einen Tippfehler: Ihre letzte Ziffer passt nicht zu den anderen. ' +
    'Prüfe sie Ziffer für Ziffer.',

  AMOUNT_EMPTY: () => `Gib einen Betrag ein. ${amounts}`,
  AMOUNT_TOO_LONG: () => `Das ist zu lang für einen Betrag. ${amounts}`,
  AMOUNT_SHARE: ({ share }) =>
    `„${share}“ ist ein Anteil deines Guthabens. Gib hier eine Zahl ein.`,
  AMOUNT_AMBIGUOUS: ({ typed: text, whole, decimal }) =>
    decimal === null
      ? `Wenn „${text}“ für ${sum(whole)} steht, schreib den Betrag ohne Trennzeichen.`
      : `„${text}“ kann ${sum(whole)} oder ${sum(decimal)} heißen. Such eins aus.`,
  AMOUNT_NOT_PLAIN: () => `Verwende nur die Ziffern 0 bis 9 und ein Komma. ${amounts}`,
  AMOUNT_SIGNED: () => 'Lass das Vorzeichen weg: Ein Betrag ist immer größer als null.',
  AMOUNT_HEXADECIMAL: () => 'Schreib den Betrag nur mit den Ziffern 0 bis 9.',
  AMOUNT_EXPONENT: () => 'Schreib den Betrag in Ziffern aus, zum Beispiel 1500 oder 1,5k.',
  AMOUNT_UNDERSCORE: () => 'Lass das „_“ weg. Tausender trennst du mit einem Punkt: 1.250,50.',
  AMOUNT_SPACES: () => 'Lass die Leerzeichen weg. Tausender trennst du mit einem Punkt: 1.250,50.',
  AMOUNT_POINTS: () => 'Setz nur ein Komma, vor den Nachkommastellen: 1.250,50.',
  AMOUNT_POINT_FIRST: () => 'Setz eine Ziffer vor das Komma, zum Beispiel 0,50.',
  AMOUNT_POINT_LAST: () => 'Setz Ziffern hinter das Komma, oder lass das Komma weg.',
  AMOUNT_COMMA_LATE: () => 'Setz Punkte nur vor das Komma: 1.250,50.',
  AMOUNT_COMMAS: () => 'Setz Punkte nur zwischen Tausender und ein Komma vor Cent: 1.250,50.',
  AMOUNT_SUFFIXES: () => 'Verwende ein „k“ (Tausend) oder ein „m“ (Million).',
  AMOUNT_OTHER_CURRENCY: ({ currency }) =>
    `Die einzige Währung dieser Bank ist ${currency}. Gib nur die Zahl ein oder die Zahl mit ihr: ` +
    `12 oder 12 ${currency}.`,
  AMOUNT_UNREADABLE: () => `Das ist kein Betrag. ${amounts}`,
  AMOUNT_ZEROS_FIRST: () => 'Lass die Nullen am Anfang weg.',
  AMOUNT_DECIMALS: ({ decimalsMax, currency }) =>
    decimalsMax === 0
      ? `${currency} hat keine Nachkommastellen: Gib eine ganze Zahl ein.`
      : `${currency} hat höchstens ${decimalPlaces(decimalsMax)}.`,
  AMOUNT_ZERO: () => 'Der Betrag muss größer als null sein.',
  AMOUNT_TOO_LARGE: ({ max }) => `Das ist mehr, als ein Konto haben darf (${sum(max)}).`,

  APP_CODE_SHAPE: () => 'Ein Code hat sechs Ziffern. Gib den ein, den deine App jetzt zeigt.',
  PROOF_CODE_EMPTY: () => 'Gib den Code ein.',
  PROOF_CODE_SIGNS: () =>
    'Ein Code hat nur Buchstaben, Ziffern und Bindestriche: ABCD-EFGH-JKMN-P.',
  PROOF_CODE_LENGTH: ({ mailed, recovery, length }) =>
    `Ein Code aus unserer E-Mail hat ${mailed} Zeichen, ein Wiederherstellungscode ${recovery}; dieser hat ${length}.`,

  BIRTH_DATE_EMPTY: () => 'Gib dein Geburtsdatum als JJJJ-MM-TT ein.',
  BIRTH_DATE_FUTURE: () => 'Dieses Datum liegt in der Zukunft. Prüfe das Jahr.',
  BIRTH_DATE_TOO_OLD: () => 'Das ist zu lange her. Prüfe das Jahr.',
  DATE_SHAPE: ({ example }) => `Schreib das Datum als JJJJ-MM-TT, zum Beispiel ${example}.`,
  DATE_UNKNOWN: () => 'Dieses Datum gibt es nicht. Prüfe Tag und Monat.',
  MONTH_SHAPE: () => 'Schreib den Monat als JJJJ-MM, zum Beispiel 2026-03, oder mit seinem Namen.',
  DATE_AMBIGUOUS: ({ typed: text, dates: [one, other] }) =>
    `„${text}“ kann zwei Tage meinen. Schreib ${dayText(one)} oder ${dayText(other)}.`,

  EMAIL_EMPTY: () => `Gib eine E-Mail-Adresse ein, zum Beispiel ${address}.`,
  EMAIL_NOT_PLAIN: () =>
    'Eine E-Mail-Adresse darf nur die Buchstaben a bis z, Ziffern und Zeichen haben.',
  EMAIL_SPACES: () =>
    `Eine E-Mail-Adresse hat keine Leerzeichen. Gib nur die Adresse ein: ${address}.`,
  EMAIL_TOO_LONG: () => 'Das ist zu lang für eine E-Mail-Adresse. Gib nur eine Adresse ein.',
  EMAIL_AT: () => `Eine E-Mail-Adresse hat ein „@“: ${address}.`,
  EMAIL_LOCAL_PART: () =>
    'Der Teil vor dem „@“ darf Buchstaben, Ziffern und dazwischen Zeichen wie „.“ haben.',
  EMAIL_POINT_LAST: () => `Lass den Punkt am Ende weg: ${address}.`,
  EMAIL_ENDING: () => 'Der Teil nach dem „@“ braucht eine Endung wie „.com“ bei example.com.',
  EMAIL_DOMAIN: () => 'Der Teil nach dem „@“ muss eine Domain sein, zum Beispiel example.com.',

  PHONE_EMPTY: () => 'Gib eine Telefonnummer ein, zum Beispiel +49 30 123456.',
  PHONE_NOT_PLAIN: () => 'Verwende nur die Ziffern 0 bis 9.',
  PHONE_COUNTRY_CODE: () =>
    'Beginn mit „+“ und der Ländervorwahl, nicht mit 00: zum Beispiel +49 30 123456.',
  PHONE_NOT_DIGITS: () =>
    'Eine Telefonnummer hat ein „+“ und Ziffern; Leerzeichen und Bindestriche dürfen sie trennen.',
  PHONE_TOO_LONG: () => 'Das ist zu lang für eine Telefonnummer.',
  PHONE_COUNTRY_UNKNOWN: () =>
    'Kein Land hat diese Vorwahl, oder es fehlen Ziffern. Prüfe die Nummer.',
  PHONE_LENGTH: () => 'Diese Nummer ist zu kurz oder zu lang für ihr Land. Prüfe die Ziffern.',
  PHONE_UNKNOWN: () => 'Diese Nummer gibt es in ihrem Land nicht. Prüfe die Ziffern.',

  CUSTOMER_QUERY_DIGITS: ({ number }) =>
    `${sentence(number)} Gib sie noch einmal ein, oder ihre letzten vier Ziffern, eine ` +
    'Telefonnummer mit + und Ländervorwahl oder eine Discord-ID mit 17 bis 20 Ziffern.',
  DISCORD_USER_SHAPE: () =>
    'Gib eine Erwähnung ein, oder die 17 bis 20 Ziffern, die du in Discords Entwicklermodus mit ' +
    '*Nutzer-ID kopieren* bekommst.',

  MEMO_TOO_LONG: ({ lengthMax, length }) =>
    `Ein Verwendungszweck darf höchstens ${lengthMax} Zeichen haben; dieser hat ${length}. Kürze ihn.`,

  NAME_HIDDEN: ({ sign }) =>
    `Der Name enthält ein unsichtbares Zeichen (${codePointOf(sign)}). Tipp den Namen ohne es neu ` +
    'ein.',
  NAME_EMPTY: () => 'Gib deinen Namen ein.',
  NAME_TOO_SHORT: ({ lengthMin }) =>
    `Ein Name hat mindestens ${lengthMin} Buchstaben. Gib Vor- und Nachnamen ein.`,
  NAME_TOO_LONG: ({ lengthMax, length }) =>
    `Ein Name darf höchstens ${lengthMax} Zeichen haben; dieser hat ${length}. Lass einen zweiten Vornamen weg.`,
  NAME_DIGITS: () => 'Ein Name kann keine Ziffern haben. Schreib Zahlen aus.',
  NAME_SIGN: ({ sign }) =>
    `Lass ${shown(sign)} weg. Ein Name hat nur Buchstaben, Leerzeichen, Bindestriche, Punkte und Apostrophe.`,
  NAME_BEGINNING: () => 'Ein Name beginnt mit einem Buchstaben. Lass weg, was davor ist.',
  NAME_SIGNS_DOUBLED: () =>
    'Schreib den Namen wie in deinem Ausweis, mit höchstens einem Zeichen zwischen zwei Buchstaben.',
  NAME_RARE: ({ sign }) =>
    `Schreib den Namen in üblichen Buchstaben: ${shown(sign)} gehört nicht dazu.`,
  NAME_MIXED: ({ sign, of, most }) =>
    `Schreib den Namen in einem Alphabet: ${shown(sign)} ist ${writingSystem(of)}, der Rest ${writingSystem(most)}.`,

  ...accountReasons,
  ...payeeReasons(shown),
  ...noticeReasons,

  REFERENCE_SHAPE: () => `Eine Referenz sieht so aus: 01AB-23CD-45EF-GHJ. ${reference}`,
  REFERENCE_MISTYPED: () =>
    'Diese Referenz hat einen Tippfehler: Ihre letzten Zeichen passen nicht zu den anderen. ' +
    reference,
  REFERENCE_UNKNOWN: () => `Keine Buchung hat diese Referenz. ${reference}`,
} satisfies Reasons;

type ReasonOf<C extends ReasonCode> = {
  readonly [Code in C]: { readonly code: Code; readonly data: ReasonData[Code] };
}[C];

function sentence<C extends ReasonCode>(reason: ReasonOf<C>): string {
  const all: Reasons = typed;
  return all[reason.code](reason.data);
}

const passwordWords: Record<PasswordWord, string> = {
  NAME: 'deinen Namen',
  EMAIL: 'deine E-Mail-Adresse',
  PHONE: 'deine Telefonnummer',
  DATE_OF_BIRTH: 'dein Geburtsdatum',
  BANK_NAME: 'den Namen der Bank',
};

/** What is wrong with a new password. */
export function passwordFault(fault: PasswordFault): string {
  switch (fault.kind) {
    case 'TOO_SHORT':
      return `Verwende mindestens ${fault.lengthMin} Zeichen.`;
    case 'TOO_LONG':
      return `Verwende höchstens ${fault.lengthMax} Zeichen.`;
    case 'HOLDS':
      return `Es darf ${passwordWords[fault.what]} nicht enthalten.`;
    case 'COMMON':
      return 'Es ist weit verbreitet oder folgt einem Muster. Verwende mehrere ungewöhnliche Wörter.';
    case 'UNCHANGED':
      return 'Es ist dein aktuelles Passwort. Wähl ein neues.';
  }
}

export const reasons = {
  sentence: (reason: Reason): string => sentence(reason),
  passwordFault,
  /** For any field of a form. */
  form: {
    missing: 'Bitte füll das aus.',
    tooLong: 'Das ist zu lang.',
    unfit: 'Das ist keine gültige Angabe.',
    lengthMax: (lengthMax: number) => `Höchstens ${lengthMax} Zeichen.`,
    oneMissing: (labels: readonly string[]) => `Füll ${eitherOf(labels)} aus.`,
    onlyOne: (labels: readonly string[]) => `Füll nur eins aus: ${eitherOf(labels)}.`,
    choice: 'Wähl eine der Antworten.',
    choices: 'Wähl jede Art nur einmal.',
    currencyName: 'Nimm 2 bis 6 Großbuchstaben und Ziffern, zuerst einen Buchstaben.',
    member: 'Wähl ein Mitglied.',
    days: 'Gib eine ganze Zahl von 1 bis 3660 ein.',
    daysOrDates: 'Gib entweder Tage oder Daten an.',
    memberFromList: 'Wähl ein Mitglied aus der Liste.',
    password: 'Gib dein Passwort ein.',
    passwordTooLong: (lengthMax: number) =>
      `Ein Passwort darf höchstens ${lengthMax} Zeichen haben.`,
    passwordsDiffer: 'Die Passwörter stimmen nicht überein.',
    daysReversed: 'Dieses Datum liegt vor dem Datum bei „Von“.',
    amountsReversed: 'Der erste Betrag ist höher als der zweite.',
    reason: 'Gib mit wenigen Worten einen Grund an.',
  },
};

function eitherOf(labels: readonly string[]): string {
  return labels.map((label) => `„${label}“`).join(' oder ');
}
