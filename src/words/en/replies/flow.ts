/** What the steps of a conversation say: confirming, proving, cancelling. */
import { type Markup, md } from '../../text/markup.ts';
import { nothingMoved } from '../common/shared.ts';

const undecided = 'Your request was not completed';

export const flow = {
  cancelled: 'Cancelled',
  confirm: {
    asksPassword: '*Confirm* asks for your password, to make sure it’s you.',
    asksCode:
      '*Confirm* asks for a code from your authenticator app, or a recovery code, to make sure ' +
      'it’s you.',
    nothingMovedYet: (until: Markup): Markup =>
      md`Nothing has moved yet. *Confirm* works until ${until}.`,
    nothingChangedYet: (until: Markup): Markup =>
      md`Nothing has changed yet. *Confirm* works until ${until}.`,
  },
  proof: {
    title: 'Confirm it’s you',
    /** `intent` is what a card or a button names as its purpose, in markup. */
    lead: (intent: string): string => `You are about to ${intent}.`,
    failed: 'That did not work',
  },
  /** Told by message, when the answer to a press was lost. */
  resolved: {
    expired: {
      title: undecided,
      sentence:
        'The bank was unavailable when you pressed Confirm, and the card has expired since. ' +
        nothingMoved,
    },
    closed: {
      title: undecided,
      sentence:
        `The bank refused it, or the card was cancelled. ${nothingMoved} Run the command again ` +
        'to try once more.',
    },
  },
};
