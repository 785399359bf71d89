/** Several accounts of one customer: commands, fields, refusals, notices and cards. */
import type { AccountType, ErrorCode, ErrorData } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';
import { pots, potSentences } from './pots.ts';
import { shared, sharedSentences } from '../shared/index.ts';

export const accountCommands = {
  'account open': {
    description: 'Ein weiteres Konto mit eigener Nummer eröffnen',
    title: 'Weiteres Konto eröffnen',
  },
  'account list': { description: 'Alle deine Konten ansehen' },
  'account rename': {
    description: 'Einem Konto einen eigenen Namen geben',
    title: 'Konto benennen',
  },
  'account main': {
    description: 'Das Konto wählen, auf dem Zahlungen an dich als Mitglied eingehen',
    title: 'Hauptkonto wählen',
  },
  'account close': { description: 'Eines deiner Konten schließen', title: 'Konto schließen' },
} satisfies Record<string, CommandText>;

const named = 'Name, Nummer oder die letzten vier Ziffern';

export const accountFields = {
  fromAccount: { label: 'Von deinem Konto', hint: named },
  intoAccount: { label: 'Auf dein Konto', hint: named },
  ownAccount: { label: 'Konto', hint: named },
  accountType: {
    label: 'Art',
    choices: {
      CURRENT: { label: 'Girokonto', hint: 'Für den Alltag' },
      SAVINGS: { label: 'Sparkonto', hint: 'Für Geld, das du zurücklegst' },
    },
  },
  accountName: {
    label: 'Name',
    hint: 'Bis zu 32 Buchstaben und Ziffern. Nur du siehst ihn.',
    example: 'Urlaub',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const accountOptions = {
  fromAccount: 'von_konto',
  intoAccount: 'auf_konto',
  ownAccount: 'konto',
  accountType: 'art',
  accountName: 'name',
};

const uses: Record<ErrorData['ACCOUNT_IN_USE']['by'], string> = {
  ORDER: 'Ein Dauerauftrag nutzt dieses Konto. Beende ihn zuerst mit `/schedule cancel`.',
  REQUEST:
    'Eine Anfrage, die noch bezahlt werden kann, nutzt dieses Konto. Zieh sie zuerst mit `/request cancel` zurück.',
  DEPOSIT:
    'Eine Einzahlung auf dieses Konto wartet auf einen Kassierer. Schließ es, wenn darüber entschieden ist.',
  POT: 'Ein Spartopf dieses Kontos ist noch offen. Leere ihn und schließ ihn zuerst mit `/pot close`.',
  MEMBER_ORDER:
    'Ein Dauerauftrag eines Mitglieds zahlt von diesem Konto. Das Mitglied beendet ihn mit ' +
    '`/schedule cancel`; er endet auch, wenn es entfernt wird.',
};

export const accountSentences = {
  ...potSentences,
  ...sharedSentences,
  ACCOUNT_UNKNOWN: (_, nothing) =>
    `Keines deiner offenen Konten passt dazu, oder mehrere passen. ${nothing} Wähl eines aus der Liste.`,
  ACCOUNTS_TOO_MANY: ({ max, counted }, nothing) =>
    counted === 'OPEN'
      ? `Du kannst höchstens ${max} offene Konten haben. ${nothing} Schließ zuerst eines.`
      : `Du hast ${max} Konten eröffnet, geschlossene mitgezählt, und kannst keine weiteren eröffnen. ${nothing}`,
  ACCOUNT_NAME_TAKEN: (_, nothing) =>
    `Du hast schon ein Konto mit diesem Namen. ${nothing} Wähl einen anderen Namen.`,
  ACCOUNT_IS_MAIN: ({ isOnly }, nothing) =>
    isOnly
      ? `Das ist dein einziges Konto. ${nothing} Mit \`/privacy erase\` beendest du die Kundenbeziehung.`
      : `Das ist dein Hauptkonto. ${nothing} Wähl zuerst mit \`/account main\` ein anderes Hauptkonto.`,
  ACCOUNT_NOT_EMPTY: ({ why, balance: { units, currency } }, nothing) =>
    why === 'HELD'
      ? `Auf diesem Konto ist Geld für eine Zahlung vorgemerkt. ${nothing} Schließ es, wenn sie erledigt ist.`
      : `Auf diesem Konto sind noch ${formatAmount(units, currency)}. ` +
        `${nothing} Überweise das Geld zuerst auf ein anderes Konto.`,
  ACCOUNT_IN_USE: ({ by }, nothing) => `${uses[by]} ${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

export const accountReasons = {
  OWN_ACCOUNT_SHAPE: () =>
    'Gib eines deiner Konten an: den Namen, die Nummer oder die letzten vier Ziffern.',
};

/** Titles and sentences of notices. */
export const accountEvents = {
  OWN_ACCOUNT_OPENED: [
    'Neues Konto eröffnet',
    'Auf deinen Namen wurde ein weiteres Konto eröffnet. `/account list` zeigt es.',
  ],
  MAIN_ACCOUNT_CHANGED: [
    'Hauptkonto geändert',
    'Zahlungen an dich als Mitglied gehen jetzt auf einem anderen deiner Konten ein. ' +
      '`/account list` zeigt, auf welchem.',
  ],
  OWN_ACCOUNT_CLOSED: [
    'Konto geschlossen',
    'Eines deiner Konten wurde geschlossen. Die Buchungen bleiben in deinen Kontoauszügen.',
  ],
} as const;

/** Labels in the audit trail. */
export const accountAudits = {
  OWN_ACCOUNT_OPENED: 'Weiteres Konto eröffnet',
  OWN_ACCOUNT_RENAMED: 'Konto umbenannt',
  MAIN_ACCOUNT_CHANGED: 'Hauptkonto geändert',
  OWN_ACCOUNT_CLOSED: 'Konto vom Inhaber geschlossen',
};

const types: Record<AccountType, string> = {
  POT: pots.type,
  SHARED: shared.type,
  CURRENT: 'Girokonto',
  SAVINGS: 'Sparkonto',
};

export const ownAccounts = {
  types,
  main: 'Hauptkonto',
  total: 'Auf allen Konten',
  type: 'Art',
  name: 'Name',
  list: { title: 'Deine Konten', closed: 'Geschlossen' },
  open: {
    question: 'Weiteres Konto eröffnen?',
    note: 'Es bekommt eine eigene Nummer. Deine Limits gelten weiter für alle Konten zusammen.',
    done: 'Konto eröffnet',
  },
  renamed: 'Das Konto hat einen neuen Namen',
  makeMain: {
    question: 'Zum Hauptkonto machen?',
    note:
      'Zahlungen an dich als Mitglied gehen dann hier ein. ' +
      'Wo du kein anderes Konto nennst, geht das Geld von hier ab.',
    done: 'Das ist jetzt dein Hauptkonto',
  },
  close: {
    question: 'Dieses Konto schließen?',
    note: 'Es lässt sich nicht wieder öffnen. Die Buchungen bleiben in deinen Kontoauszügen.',
    confirm: 'Konto schließen',
    done: 'Das Konto ist geschlossen',
  },
  buttons: {
    open: 'Weiteres Konto eröffnen',
    rename: 'Umbenennen',
    main: 'Hauptkonto',
    close: 'Schließen',
    list: 'Deine Konten',
  },
  /** Above a list of the customer's accounts, on a card. */
  choose: {
    from: 'Von einem anderen Konto zahlen',
    into: 'Ein anderes Konto nehmen',
    history: 'Ein anderes Konto zeigen',
  },
};
