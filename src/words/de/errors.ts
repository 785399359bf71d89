/** Refusals and defects: sentences, titles, and the card for wrong entries. */
import { assurances, type ErrorCode, type Refused } from '../../bank/model/index.ts';
import { code, type Markup, md } from '../text/markup.ts';
import { nothingMoved } from './common/shared.ts';
import { type Sentences, sentences } from './error-sentences.ts';
import { orderTitles } from './orders/errors.ts';

/** Assurances. */
const nothing = {
  moved: nothingMoved,
  changed: 'Es wurde nichts geändert.',
  saved: 'Es wurde nichts gespeichert.',
};

function assuranceOf(errorCode: ErrorCode, byCommand: string): string {
  switch (assurances[errorCode]) {
    case 'NOTHING_MOVED':
      return nothing.moved;
    case 'NOTHING_CHANGED':
      return nothing.changed;
    case 'NOTHING_SAVED':
      return nothing.saved;
    case 'BY_COMMAND':
    case 'NONE':
      return byCommand;
  }
}

/** `byCommand` is the assurance of the refused command: `nothing.moved` or `nothing.changed`. */
function sentence<C extends ErrorCode>(refused: Refused<C>, byCommand: string): string {
  const all: Sentences = sentences;
  return all[refused.code](refused.data, assuranceOf(refused.code, byCommand));
}

const titles: Partial<Record<ErrorCode, string>> = {
  ...orderTitles,
  BANK_BUSY: 'Die Bank ist ausgelastet',
  BANK_HALTED: 'Zahlungen sind angehalten',
  OUTCOME_UNKNOWN: 'Ergebnis noch nicht bekannt',
  SESSION_MISSING: 'Bitte melde dich an',
  SESSION_EXPIRED: 'Bitte melde dich neu an',
  NOT_REGISTERED: 'Noch kein Konto',
  ALREADY_REGISTERED: 'Du bist schon Kunde',
  LOCKED_OUT: 'Bitte warte',
  STEP_UP_NEEDED: 'Bitte bestätige, dass du es bist',
  CODE_NEEDED: 'Code nötig',
  CHANGE_UNKNOWN: 'Ergebnis nicht bekannt',
  REQUESTS_TOO_MANY: 'Bitte warte',
  ACCOUNT_LOCKED: 'Dein Konto ist gesperrt',
  CODE_EXPIRED: 'Code nicht mehr gültig',
  CODES_TOO_MANY: 'Zu viele Codes angefordert',
};

export const errors = {
  nothing,
  sentence,
  title: (errorCode: ErrorCode | 'STAFF_ONLY'): string =>
    (errorCode === 'STAFF_ONLY' ? undefined : titles[errorCode]) ?? 'Das hat nicht geklappt',
  staffOnly:
    'Dieser Befehl ist nur für Mitarbeiter der Bank, auf dem Mitarbeiter-Server. Es ist nichts ' +
    'passiert.',
  fix: {
    one: 'Bitte korrigiere eine Angabe',
    several: 'Bitte korrigiere diese Angaben',
    /** Shown under the reasons; names the button `edit`. */
    stillFilledIn: 'Drück auf Bearbeiten: Alles außer Passwörtern ist noch ausgefüllt.',
    edit: 'Bearbeiten',
  },
  defect: {
    title: 'Bei uns ist etwas schiefgelaufen',
    /** The error may have occurred before or after the change. */
    sentence: (reference: string): Markup =>
      md`Vielleicht wurde das nicht ausgeführt. Sieh nach, bevor du es neu versuchst.
Klappt es weiter nicht, gib den Mitarbeitern der Bank diesen Code:
${code(reference)}.`,
    confirmed: ({ payment, fault }: { readonly payment: string; readonly fault: string }): Markup =>
      md`Wir wissen noch nicht, ob das geklappt hat. Sende es nicht noch einmal: Wir prüfen es und
sagen dir Bescheid. Zahlung ${code(payment)}, Fehler ${code(fault)}.`,
  },
};
