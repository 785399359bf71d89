/** The steps of a conversation: confirming, proving, cancelling. */
import { fees } from '../common/fees.ts';
import { pots } from '../common/pots.ts';
import { shared } from '../shared/index.ts';
import { type Markup, md } from '../../text/markup.ts';

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
  /** A card that replaces one that was confirmed; `sum` is the amount on the new card. */
  renewal: {
    roundUp: pots.roundUp.renewed,
    fee: fees.renewed,
    approval: shared.approvals.renewed,
    changed: (sum: string | null): Markup | string =>
      sum === null
        ? 'The balance has changed since the last card. Please check this one.'
        : md`The balance has changed since the last card: the amount is **${sum}** now.`,
    outdated: (): string => 'The bank has been updated since the last card. Please check this one.',
  },
  proof: {
    title: 'Confirm it’s you',
    /** `intent` is the purpose of the card or button, in markup. */
    lead: (intent: string): string => `You are about to ${intent}.`,
    failed: 'That did not work',
  },
  /** A message about a press of *Confirm* whose answer was lost. */
  resolved: {
    title: 'Your request was not completed',
    expired: (undone: string): string =>
      'The bank was unavailable when you pressed Confirm, and the card has expired since. ' +
      undone,
    closed: (undone: string): string =>
      `The bank refused it, or the card was cancelled. ${undone} Run the command again to try ` +
      'once more.',
  },
};
