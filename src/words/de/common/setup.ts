/** `/setup`: Befehl, Felder, Optionen, Ablehnungen und Karten. */
import type { ErrorData, SetupName } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { discord } from '../doctor/discord.ts';

export const setupCommands = {
  setup: {
    description: 'Die Bank einrichten: Kanäle des Personals, Währung, Einzahlungen',
    title: 'Bank einrichten',
  },
};

export const setupFields = {
  staffChannel: {
    label: 'Personalkanal',
    hint: 'Ein Kanal dieses Servers. Leer: wie bisher',
    example: '#staff',
  },
  logChannel: {
    label: 'Protokollkanal',
    hint: 'Eine Zeile je Buchung. -: keiner. Leer: wie bisher',
    example: '#staff-log',
  },
  currencyName: { label: 'Währung', hint: '2 bis 6 Großbuchstaben und Ziffern', example: 'GEM' },
  depositRule: {
    label: 'Einzahlungen',
    choices: {
      open: { label: 'Sofort gebucht' },
      approval: { label: 'Nach Freigabe am Schalter' },
    },
  },
};

export const setupOptions = {
  staffChannel: 'personalkanal',
  logChannel: 'protokollkanal',
  currencyName: 'währung',
  depositRule: 'einzahlungen',
};

type SetupCode = `SETUP_${'FORBIDDEN' | 'FIXED' | 'CHANNEL' | 'SERVER' | 'CURRENCY'}`;
export type SetupSentences = {
  readonly [C in SetupCode]: (data: ErrorData[C], nothing: string) => string;
};

const channels: Record<
  Exclude<ErrorData['SETUP_CHANNEL']['why'], 'PERMISSIONS'>,
  (nothing: string) => string
> = {
  UNKNOWN: (nothing) =>
    `Diesen Kanal gibt es auf diesem Server nicht. ${nothing} ` +
    'Gib den Namen so ein, wie du ihn siehst, etwa #personal.',
  SEVERAL: (nothing) =>
    `Mehrere Kanäle dieses Servers heißen so. ${nothing} Füg stattdessen den Link des Kanals ein.`,
  KIND: (nothing) => `Das ist kein Textkanal. ${nothing} Wähl einen anderen.`,
  NO_SERVER: (nothing) =>
    `Der Bot ist nicht auf diesem Server. ${nothing} Lad ` +
    'ihn mit den Rechten für Befehle und Nachrichten ein.',
  AWAY: (nothing) => `Discord hat nicht geantwortet. ${nothing} Versuch es gleich noch einmal.`,
};

const ownerOnly =
  'Nur der Eigentümer der Bank kann sie einrichten: der Eigentümer der Discord-Anwendung oder ' +
  'ein Nutzer in BANK_OWNER_IDS.';

export const setupSentences: SetupSentences = {
  SETUP_FORBIDDEN: (_, nothing) => `${ownerOnly} ${nothing}`,
  SETUP_FIXED: ({ setting }, nothing) =>
    `${setting} steht in der Umgebung der Bank und hat ` +
    `Vorrang. ${nothing} Der Betreiber kann es dort entfernen.`,
  SETUP_CHANNEL: (data, nothing) => {
    if (data.why !== 'PERMISSIONS') return channels[data.why](nothing);
    const names = data.permissions.map((name) => discord.permissions[name]).join(', ');
    return (
      `Dem Bot fehlen Rechte in diesem Kanal: ${names}. ${nothing} Gib sie ` +
      'ihm in den Einstellungen des Kanals und drück dann *Bearbeiten*.'
    );
  },
  SETUP_SERVER: ({ why }, nothing) =>
    why === 'DIRECT'
      ? 'Der Personalserver ist der, auf dem du seine ' +
        `Kanäle wählst. ${nothing} Nutz \`/setup\` dort.`
      : 'Einzahlungen, die auf eine Freigabe warten, brauchen ' +
        `einen Personalkanal. ${nothing} Wähl auch einen aus.`,
  SETUP_CURRENCY: (_, nothing) =>
    `In der jetzigen Währung wurde schon gebucht, deshalb bleibt ihr Name. ${nothing}`,
};

export const setupNames: Readonly<Record<SetupName, string>> = {
  DISCORD_STAFF_GUILD_ID: 'Personalserver',
  DISCORD_STAFF_CHANNEL_ID: 'Personalkanal',
  DISCORD_STAFF_LOG_CHANNEL_ID: 'Protokollkanal',
  BANK_CURRENCY: 'Währung',
  DEPOSITS: 'Einzahlungen',
};

export const setup = {
  title: 'Bank einrichten',
  names: setupNames,
  notSet: 'nicht gesetzt',
  byOperator: 'vom Betreiber gesetzt',
  intro: 'Änderungen dauern einige Sekunden: Die Bank öffnet mit ihnen neu.',
  saved: {
    title: 'Gespeichert',
    sentence:
      'Die Bank öffnet mit den neuen Einstellungen. Diese Karte ändert sich, sobald sie offen ist.',
  },
  opened: 'Die Bank ist wieder offen',
  unchanged: 'Diese Einstellungen gelten schon.',
  change: 'Ändern',
  openAccount: 'Konto eröffnen',
  left: {
    title: '**Was noch fehlt**',
    channel: 'Wähl einen Personalkanal: Nutz `/setup` auf dem Server deines Personals.',
    account: (register: Markup): Markup => md`Eröffne mit ${register} ein Konto für dich.`,
    managers: (grant: Markup, count: string): Markup =>
      md`Ernenne auf dem Personalserver mit ${grant} zwei Manager: ${count} von 2.`,
    done: (register: Markup): Markup =>
      md`Alles ist eingerichtet. Kunden beginnen mit ${register}.`,
  },
};
