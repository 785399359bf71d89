/** Replies to presses and forms that are too late, from another person or for an unknown card. */
import { runAgain } from '../common/shared.ts';

/** `undone` is the assurance of the command: that no money moved, or that nothing changed. */
export const late = {
  expired: {
    title: 'This card has expired',
    sentence: (undone: string): string =>
      `It was open for too long. ${undone} Run the command again when you are ready.`,
  },
  foreign: {
    title: 'This card is not yours',
    sentence: (undone: string): string => `It belongs to another person. ${undone}`,
  },
  unknown: {
    title: 'This card is no longer valid',
    sentence: (undone: string): string =>
      `It is not yours, or it is too old. ${undone} ${runAgain}`,
  },
  'other-version': {
    title: 'This card is out of date',
    sentence: (undone: string): string =>
      `The bank has been updated since the card was made. ${undone} ${runAgain}`,
  },
  cancelled: {
    title: 'This card is closed',
    sentence: (undone: string): string =>
      `It was cancelled, refused or replaced by a newer card. ${undone}`,
  },
  used: {
    title: 'Already confirmed',
    sentence: (): string =>
      'You confirmed this card before, so this press did nothing. See payments with `/history`.',
  },
  'no-command': {
    title: 'This command has changed',
    sentence: (undone: string): string =>
      `The bank no longer offers it in this form. ${undone} See \`/help\`.`,
  },
  crowded: {
    title: 'The bank is busy',
    sentence: (undone: string): string =>
      `Too many people are using it right now. ${undone} Try again in a moment.`,
  },
};
