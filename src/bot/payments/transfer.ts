/** The card of a transfer and its booking, for every command that sends money to an account. */
import type {
  AccountNumber,
  AmountWish,
  Balance,
  DiscordUserId,
  OwnAccountRef,
  Payee,
  Quote,
  RequestId,
  RoundUp,
} from '../../bank/index.ts';
import { accountOf, withAccountChoice } from '../accounts/choosing.ts';
import { type Reply, withParts } from '../cards/reply.ts';
import { managersAskedReply, waitsForManagers } from '../shared/approvals.ts';
import type { ConfirmedContext, Context } from '../command/command.ts';
import { returnedBefore } from '../replies/acts.ts';
import {
  ownReceiptReply,
  quoteQuestion,
  shownApprovals,
  shownFee,
  shownWish,
} from '../replies/money.ts';
import { paysRequest } from '../replies/request-notices.ts';

export type TransferOrder = Readonly<{
  /** The customer's account that pays; the main one in cards of earlier versions. */
  from?: AccountNumber;
  accountNumber: AccountNumber;
  wish: AmountWish;
  memo: string | null;
  /** What a request asks of the customer. */
  pays?: RequestId;
  /** What the card says is charged. */
  fee?: Balance;
  /** What the card says is put aside. */
  roundUp?: Readonly<RoundUp>;
  /** So many managers of the shared account are asked first. */
  approvals?: number;
}>;

/** Whether the customer has sent money with this payment's reference in the memo. */
async function isReturned(
  { bank, session }: Pick<Context<'customer'>, 'bank' | 'session'>,
  reference: string,
) {
  const filter = { kinds: ['TRANSFER'], text: reference } as const;
  const { entries } = await bank.statements.page(session, { filter, size: 5 });
  return entries.some(({ direction }) => direction === 'out');
}

function roundUpOf({ roundUp }: Quote): Pick<TransferOrder, 'roundUp'> {
  if (roundUp === undefined || roundUp.isSkipped) return {};
  const { amount, pot, potName } = roundUp;
  return { roundUp: { amount, pot, potName } };
}

export async function transferQuestion(
  context: Context<'customer'>,
  wanted: {
    readonly target: Payee | { readonly discordUserId: DiscordUserId };
    readonly amount: AmountWish;
    readonly memo: string | null;
    /** The customer's account that pays; null: the main one. */
    readonly from: OwnAccountRef | null;
    /** The payee's name as the payer knows it. */
    readonly name?: string | null;
  },
) {
  const { bank, session } = context;
  const { target, amount: wish, memo, name } = wanted;
  const from = await accountOf(context, wanted.from, 'PAY');
  const quote = await bank.payments.quoteTransfer(session, { from, target, wish, memo, name });
  // The account is paid that the card shows, also if the payee has another one by then.
  const { accountNumber, pays } = quote;
  const linked = pays === undefined ? {} : { pays };
  const paying = from === undefined ? {} : { from };
  const wishShown = shownWish(quote);
  const aside = roundUpOf(quote);
  const order: TransferOrder = {
    ...paying,
    accountNumber,
    wish: wishShown,
    memo,
    ...linked,
    ...shownFee(quote),
    ...aside,
    ...shownApprovals(quote),
  };
  const plain = quoteQuestion(quote, bank.currency, order);
  const question = await withAccountChoice(context, plain, {
    use: 'from',
    chosen: from,
    action: 'PAY',
  });
  return withAbout(context, { quote, target, question: waitsForManagers(question, quote) });
}

/** What else the card says about its payee. */
async function withAbout<Asked extends { readonly card: Reply }>(
  { bank, session }: Context<'customer'>,
  asked: {
    readonly quote: Quote & { readonly pays?: RequestId };
    readonly target: Payee | { readonly discordUserId: DiscordUserId };
    readonly question: Asked;
  },
): Promise<Asked> {
  const { quote, target, question } = asked;
  const { pays } = quote;
  if (!('payerOf' in target)) return question;
  if (pays !== undefined) {
    return { ...question, card: withParts(question.card, paysRequest(quote.to)) };
  }
  const { reference } = await bank.paymentActs.received(session, target.payerOf);
  if (!(await isReturned({ bank, session }, reference))) return question;
  return { ...question, card: withParts(question.card, returnedBefore()) };
}

export async function bookTransfer(
  { bank, session, requestId, isProved, place }: ConfirmedContext<'customer'>,
  order: TransferOrder,
) {
  if (order.approvals !== undefined) {
    const asked = { ...order, requestId, isProved };
    return managersAskedReply(await bank.payments.askManagers(session, asked), bank.currency);
  }
  const receipt = await bank.payments.transfer(session, { ...order, requestId, isProved });
  return ownReceiptReply(receipt, bank.currency, place);
}
