/** Presses and forms that come too late, from another person, or for nothing. */
import { nothingMoved, runAgain } from '../common/shared.ts';

/** `undone` says what did not happen, where the command is known. */
export const late = {
  expired: {
    title: 'This card has expired',
    sentence: (undone = nothingMoved): string =>
      `It was open for too long. ${undone} Run the command again when you are ready.`,
  },
  foreign: {
    title: 'This card is not yours',
    sentence: (): string => `It belongs to another person. ${nothingMoved}`,
  },
  unknown: {
    title: 'This card is no longer valid',
    sentence: (): string => `It is not yours, or it is too old. ${nothingMoved} ${runAgain}`,
  },
  'other-version': {
    title: 'This card is out of date',
    sentence: (): string =>
      `The bank has been updated since the card was made. ${nothingMoved} ${runAgain}`,
  },
  cancelled: {
    title: 'This card is closed',
    sentence: (undone = nothingMoved): string =>
      `It was cancelled, refused or replaced by a newer card. ${undone}`,
  },
  used: {
    title: 'Already confirmed',
    sentence: (): string =>
      'You confirmed this card before, so this press did nothing. See payments with `/history`.',
  },
  'no-command': {
    title: 'This command has changed',
    sentence: (): string =>
      `The bank no longer offers it in this form. ${nothingMoved} See \`/help\`.`,
  },
  crowded: {
    title: 'The bank is busy',
    sentence: (): string =>
      `Too many people are using it right now. ${nothingMoved} Try again in a moment.`,
  },
};
