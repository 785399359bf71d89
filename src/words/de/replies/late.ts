/** Replies to presses and forms that are too late, from another person or for an unknown card. */
import { runAgain } from '../common/shared.ts';

/** `undone` is the assurance of the command: that no money moved, or that nothing changed. */
export const late = {
  expired: {
    title: 'Dieser Vorgang ist abgelaufen',
    sentence: (undone: string): string =>
      `Er war zu lange offen. ${undone} Starte den Befehl neu, wenn du so weit bist.`,
  },
  foreign: {
    title: 'Das ist nicht dein Vorgang',
    sentence: (undone: string): string => `Er gehört einer anderen Person. ${undone}`,
  },
  unknown: {
    title: 'Dieser Vorgang gilt nicht mehr',
    sentence: (undone: string): string =>
      `Er gehört dir nicht, oder er ist zu alt. ${undone} ${runAgain}`,
  },
  'other-version': {
    title: 'Dieser Vorgang ist veraltet',
    sentence: (undone: string): string =>
      `Die Bank wurde seitdem aktualisiert. ${undone} ${runAgain}`,
  },
  cancelled: {
    title: 'Dieser Vorgang ist beendet',
    sentence: (undone: string): string =>
      `Er wurde abgebrochen, abgelehnt oder durch einen neueren ersetzt. ${undone}`,
  },
  used: {
    title: 'Schon bestätigt',
    sentence: (): string =>
      'Du hast das schon bestätigt, dieser Klick hatte keine Wirkung. Deine Zahlungen siehst du mit ' +
      '`/history`.',
  },
  'no-command': {
    title: 'Dieser Befehl hat sich geändert',
    sentence: (undone: string): string =>
      `Die Bank bietet ihn so nicht mehr an. ${undone} Sieh in \`/help\` nach.`,
  },
  crowded: {
    title: 'Die Bank ist ausgelastet',
    sentence: (undone: string): string =>
      `Gerade nutzen sie zu viele gleichzeitig. ${undone} Versuch es gleich noch einmal.`,
  },
};
