/** Die eigene Seite der Bank und die Karten, die zu ihr führen. */
import { joined, type Markup, md } from '../text/markup.ts';

export const page = {
  link: {
    sentence: 'Weiter geht es in deinem Browser, auf der Seite der Bank.',
    code: (code: Markup): Markup =>
      md`Die Seite zeigt den Code ${code}. Zeigt sie einen anderen, schließ sie.`,
    once: 'Der Link gilt einmal, in einem Browser, 10 Minuten lang. Gib ihn nicht weiter.',
    open: 'Seite öffnen',
    onPage: 'Auf der Seite der Bank',
    confirmOpens: '*Bestätigen* öffnet die Seite der Bank, auf der du es freigibst.',
    inForm: 'Formular hier nutzen',
  },
  footer: 'Die Bank fragt nie nach deinem Discord-Passwort.',
  start: {
    title: 'Link öffnen',
    sentence:
      'Drücke „Seite öffnen“ in deinem Chat mit der Bank. Geht es hier nicht von selbst weiter, ' +
      'kopiere den Link dieser Schaltfläche und füge ihn hier ein.',
    label: 'Link',
    button: 'Öffnen',
    unread: 'Das ist kein Link der Bank. Kopiere den ganzen Link der Schaltfläche „Seite öffnen“.',
  },
  form: {
    code: 'Code dieses Links:',
    codeWhy: 'Dein Chat mit der Bank muss denselben Code zeigen. Sonst schließ diese Seite.',
    send: 'Senden',
    approve: 'Freigeben',
  },
  passkeys: {
    overview:
      'Mit **Passkeys** meldest du dich per Fingerabdruck, Gesicht oder PIN an und gibst ' +
      'Zahlungen frei, auf der Seite der Bank.',
    button: 'Passkeys',
    title: 'Deine Passkeys',
    none:
      'Du hast noch keinen Passkey. Mit ihm meldest du dich per Fingerabdruck, Gesicht ' +
      'oder PIN an und gibst Zahlungen frei.',
    add: 'Passkey hinzufügen',
    unused: 'nie benutzt',
    used: (day: Markup): Markup => md`zuletzt benutzt ${day}`,
    made: (day: Markup): Markup => md`hinzugefügt ${day}`,
    remove: (name: string): string => `Entfernen: ${name}`,
    removeIntent: 'einen Passkey zu entfernen',
    form: { title: 'Passkey hinzufügen' },
    added: {
      title: 'Dein Passkey ist hinzugefügt',
      sentence: 'Ab jetzt kannst du dich mit ihm anmelden und Zahlungen freigeben.',
    },
    removed: {
      title: 'Der Passkey ist entfernt',
      sentence: 'Er gilt hier nicht mehr. Du kannst ihn auch auf deinem Gerät löschen.',
    },
    use: 'Passkey benutzen',
    approve: 'Mit Passkey freigeben',
    create: 'Passkey anlegen',
    orForm: 'Oder füll das Formular aus:',
    failed:
      'Der Passkey wurde nicht benutzt. Es wurde nichts geändert. Versuch es noch ' +
      'einmal, oder füll das Formular aus.',
    offer: {
      title: 'Gleich einen Passkey anlegen?',
      sentence:
        'Mit ihm meldest du dich per Fingerabdruck, Gesicht oder PIN an und gibst Zahlungen frei, ' +
        'ohne Passwort.',
      later: 'Du kannst auch später einen anlegen, mit /security.',
    },
    firstName: 'Mein erster Passkey',
    notMade: 'Es wurde kein Passkey angelegt. Es wurde nichts geändert. Versuch es noch einmal.',
    unable:
      'Dieser Browser kann hier keine Passkeys benutzen. Es wurde nichts geändert. Öffne ' +
      'den Link in einem anderen Browser, mit JavaScript.',
  },
  ended: {
    title: 'Fertig',
    sentence: 'Du kannst diese Seite schließen. Das Ergebnis steht in deinem Chat mit der Bank.',
  },
  turnedAway: {
    ELSEWHERE: {
      title: 'Dein Link wurde in einem anderen Browser geöffnet',
      sentence: (code: Markup): Markup =>
        joined(
          [
            md`Der Link mit dem Code ${code} wurde in einem zweiten Browser geöffnet und dort abgelehnt.`,
            md`
Es wurde nichts geändert. Warst du das nicht, sperr dein Konto.
            `,
          ],
          ' ',
        ),
    },
    EXPIRED: {
      title: 'Dein Link ist abgelaufen',
      sentence: (code: Markup): Markup =>
        md`Der Link mit dem Code ${code} wurde nach seinen 10 Minuten geöffnet. Es wurde nichts geändert.`,
    },
    newLink: 'Neuer Link',
  },
  refusals: {
    title: 'Das hat nicht geklappt',
    UNKNOWN:
      'Dieser Link gilt hier nicht. Es wurde nichts geändert. Öffne ihn in dem Browser, ' +
      'in dem du ' +
      'begonnen hast, oder hol dir in Discord einen neuen.',
    EXPIRED:
      'Dieser Link ist abgelaufen. Es wurde nichts geändert. Hol dir in Discord einen neuen.',
    USED: 'Dieser Link wurde schon benutzt. Das Ergebnis steht in deinem Chat mit der Bank.',
    ELSEWHERE:
      'Dieser Link wurde in einem anderen Browser geöffnet. Es wurde nichts geändert. ' +
      'Warst du das ' +
      'nicht, beende deine Sitzungen mit /logout und hol dir in Discord einen neuen Link.',
    ORIGIN:
      'Dieses Formular kam nicht von der Seite der Bank. Es wurde nichts geändert. Öffne deinen ' +
      'Link noch einmal.',
    CLOSED: 'Die Bank startet gerade. Es wurde nichts geändert. Versuch es gleich noch einmal.',
    CROWDED:
      'Gerade nutzen zu viele diese Seite. Es wurde nichts geändert. Versuch es in einer Minute.',
    NO_PAGE: 'Diese Seite gibt es nicht. Öffne den Link aus deinem Chat mit der Bank.',
    DEFECT:
      'Bei uns ist etwas schiefgegangen. Vielleicht wurde es nicht ausgeführt: Sieh in ' +
      'deinem Chat ' +
      'mit der Bank nach, bevor du es noch einmal versuchst.',
  },
};
