/** Recovery, profile and session. */
import type { ProfileField, SessionEnd } from '../../../bank/model/index.ts';
import { joined, type Markup, md, written } from '../../text/markup.ts';
import { detailNames, recoveryCodesLead } from '../common/shared.ts';

const limitLowered =
  'Du bist überall abgemeldet. Für 24 Stunden ist dein Limit für ausgehende Zahlungen niedriger.';

const ends: Record<SessionEnd, string> = {
  LOGOUT: 'abgemeldet',
  REPLACED: 'durch eine neuere Anmeldung beendet',
  EXPIRED: 'abgelaufen',
  PASSWORD_CHANGED: 'durch ein neues Passwort beendet',
  RECOVERED: 'durch Zurücksetzen des Passworts beendet',
  LOCKED: 'durch eine Sperre beendet',
  FROZEN: 'von Mitarbeitern beendet',
  RELINKED: 'Konto mit anderem Discord-Nutzer verknüpft',
};

export const profile = {
  recovery: {
    byMail: {
      title: 'Sieh in deinem Postfach nach',
      sentence:
        'Wenn diese Angaben zu deinem Konto gehören, haben wir einen Code an seine E-Mail-Adresse ' +
        'geschickt. Er gilt einmal, 10 Minuten lang. Auch einer deiner ' +
        '**Wiederherstellungscodes** geht.',
    },
    byCode: {
      title: 'Gib einen Wiederherstellungscode ein',
      sentence:
        'Diese Bank verschickt keine E-Mails. Wenn diese Angaben zu deinem Konto gehören, gib ' +
        'innerhalb von 10 Minuten einen der **Wiederherstellungscodes** ein, die du beim Eröffnen ' +
        'bekommen hast.',
    },
    note: 'Es hat sich noch nichts geändert.',
    done: {
      title: 'Dein neues Passwort ist gesetzt',
      sentence: limitLowered,
      note: 'Du bist noch nicht angemeldet. War dein Konto gesperrt, ist es weiterhin gesperrt.',
    },
  },
  recoveryCodes: {
    title: 'Neue Wiederherstellungscodes',
    oldOnes: 'Deine alten Wiederherstellungscodes gelten nicht mehr.',
    lead: recoveryCodesLead,
  },
  emailWaits: (address: Markup, until: Markup): Markup =>
    joined(
      [
        md`Wir haben einen Code an ${address} geschickt. Er gilt bis ${until}.`,
        written('Bis du den Code eingibst, gilt deine alte Adresse.'),
      ],
      ' ',
    ),
  view: {
    title: 'Deine Daten',
    passwordChanged: 'Passwort zuletzt geändert',
    recoveryCodesLeft: 'Übrige Wiederherstellungscodes',
  },
  updated: {
    title: 'Deine Daten wurden geändert',
    enterCode: 'Gib den Code ein',
    saved: 'Gespeichert',
    fields: (changed: readonly ProfileField[]): string =>
      changed.map((field) => detailNames[field]).join(' und '),
    unchanged: {
      title: 'Nichts zu ändern',
      sentence: 'Das sind schon deine Daten.',
    },
  },
  emailChanged: {
    title: 'Deine E-Mail-Adresse wurde geändert',
    sentence: (address: Markup): Markup => md`Ab jetzt schreiben wir an ${address}.`,
  },
  passwordChanged: {
    title: 'Dein Passwort wurde geändert',
    sentence: 'Jede andere Anmeldung ist beendet; diese läuft weiter.',
  },
  session: {
    title: 'Deine Anmeldung',
    since: 'Seit',
    pays: 'Zahlen bis',
    paysUntil: (until: Markup): Markup => md`${until}, oder später, wenn du die Bank weiter nutzt`,
    paysAfterProof: '*Bestätigen* fragt zuerst nach deinem Passwort oder Code',
    reads: 'Ansehen bis',
    recent: '**Letzte Anmeldungen**',
    now: '**gerade aktiv**',
    endedBy: (end: SessionEnd): string => ends[end],
    note:
      'Zahlen kannst du überall auf Discord. Danach siehst du nur noch deine Konten, und nur dort, ' +
      'wo du dich angemeldet hast. Warst du das nicht, sperr dein Konto mit `/lock`.',
  },
};
