/** What payer and payee may do about a transfer: return it, give thanks, show it in a channel. */
import type { Currency, NoticeEntry, PastPayment, RequestId } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { code, time } from '../../words/text/markup.ts';
import {
  actionButton,
  ask,
  type Button,
  done,
  type Part,
  refuse,
  type Reply,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';

const { acts: say, buttons } = words.replies;

const button = (action: string, label: string, id: RequestId): Button =>
  actionButton(action, label, { command: 'transfer', token: `${id}` });

/** On the payer's receipt, in a server. */
export const shareButton = (id: RequestId): Button => button('share', buttons.share, id);

/** On the cards and messages of both sides. */
export const receiptButton = (id: RequestId): Button =>
  actionButton('open', words.commands.receipt.title, { command: 'receipt', token: `${id}` });

/** On the payee's message about one payment. */
export const receivedButtons = ({ transactionId }: NoticeEntry): readonly Button[] => [
  button('thank', buttons.sayThanks, transactionId),
  button('return', buttons.returnPayment, transactionId),
  receiptButton(transactionId),
];

export const returnMemo = ({ reference }: PastPayment): string => say.returnMemo(reference);
export const returnedBefore = (): Part => text(say.returnedBefore);

type Said = { readonly title: string; readonly sentence: string };
const saying = (make: typeof done, { title, sentence }: Said): Reply => make(title, text(sentence));

export const thankedReply = (isNew: boolean): Reply =>
  isNew ? saying(done, say.thanked) : saying(show, say.thankedBefore);

/** Asks the payer before anything is shown to others. */
export function shareQuestion({ reference }: PastPayment, id: RequestId): Reply {
  return withButtons(
    ask(say.share.question.title, text(say.share.question.sentence), small(code(reference))),
    button('share-plain', buttons.share, id),
    button('share-amount', buttons.shareAmount, id),
    button('share-not', buttons.cancel, id),
  );
}

/** The payment for everyone in the channel, and the payer's own card; null: it was shown before. */
export function sharedReply(
  payment: PastPayment | null,
  view: {
    readonly bankName: string;
    /** Null hides the amount. */
    readonly currency: Currency | null;
    readonly unsent: () => Promise<void>;
  },
): Reply {
  if (payment === null) return saying(show, say.share.doneBefore);
  const { reference, bookedAt, amount } = payment;
  const { bankName, currency, unsent } = view;
  const sum = currency === null ? null : formatAmount(amount, currency);
  const line = say.share.line(code(reference), time(bookedAt, 'date'), sum);
  return {
    ...saying(done, say.share.done),
    post: {
      card: show('', text(line), small(bankName)),
      unsent: async () => {
        await unsent();
        return saying(refuse, say.share.failed);
      },
    },
  };
}

export const notShared = (why: 'cancelled' | 'direct-messages'): Reply =>
  why === 'cancelled'
    ? show(words.replies.flow.cancelled)
    : saying(refuse, say.share.onlyInServers);
