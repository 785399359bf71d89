/** Saved payees, the check of a payee's name, and the entries of the context menu. */
import { type Markup, md } from '../../text/markup.ts';

export const payees = {
  closed: 'Konto geschlossen',
  list: {
    title: 'Deine Empfänger',
    none: {
      title: 'Noch keine Empfänger',
      sentence:
        'Speichere ein Konto unter einem Kurznamen und gib den Kurznamen überall statt der Nummer ein.',
    },
  },
  saved: (nickname: string): Markup => md`${nickname} ist gespeichert`,
  savedUse: 'Du kannst den Kurznamen überall eingeben, wo ein Konto gefragt ist.',
  renamed: (nickname: string): Markup => md`Der Kurzname ist jetzt ${nickname}`,
  removed: (nickname: string): Markup => md`${nickname} ist entfernt`,
  add: 'Empfänger speichern',
  rename: 'Umbenennen',
  remove: 'Entfernen',
  nameNotShown: 'Name nicht angezeigt',
  check: {
    MATCH: '✅ **Der Name stimmt** mit dem Konto überein.',
    close: (name: Markup): Markup => md`⚠️ **Der Name ist ähnlich.** Das Konto gehört ${name}.`,
    NO_MATCH:
      '⚠️ **Der Name passt nicht zu diesem Konto.** ' +
      'Frag den Empfänger noch einmal nach der Nummer, bevor du bestätigst.',
    UNAVAILABLE: 'Die Bank kann den Namen für dieses Konto nicht prüfen.',
    LIMIT: 'Der Name wurde nicht geprüft: Du kannst zehn Namen pro Stunde prüfen.',
  },
  /** A button beside the one that sends money. */
  request: 'Anfordern',
  menus: { send: 'Geld senden', request: 'Geld anfordern' },
};
