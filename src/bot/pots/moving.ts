/** The card of money into a pot or out of it, and its booking. */
import type {
  AccountNumber,
  AmountWish,
  OwnAccountRef,
  PartyView,
  Quote,
  Receipt,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { accountOf, withAccountChoice } from '../accounts/choosing.ts';
import { type Reply, withButtons } from '../cards/reply.ts';
import type { ConfirmedContext, Context } from '../command/command.ts';
import { quoteQuestion, receiptReply, shownWish } from '../replies/money.ts';
import { potsButton } from '../accounts/pots.ts';

const { pots: say } = words.replies;

export type Way = 'add' | 'take';

export type PotMoveOrder = Readonly<{
  pot: AccountNumber;
  /** The customer's account on the other side. */
  account?: AccountNumber;
  wish: AmountWish;
}>;

/** An account without a name of its own. */
const named = ({ name, ...other }: PartyView): PartyView => ({
  ...other,
  name: name === '' ? say.yourAccount : name,
});
const withNames = <Shown extends Quote | Receipt>(shown: Shown): Shown => ({
  ...shown,
  from: named(shown.from),
  to: named(shown.to),
});

export async function potMoveQuestion(
  context: Context<'customer'>,
  way: Way,
  wanted: {
    readonly pot: OwnAccountRef;
    readonly amount: AmountWish;
    readonly account: OwnAccountRef | null;
  },
) {
  const { bank, session } = context;
  const { accountNumber: pot, potOf } = await bank.pots.find(session, wanted.pot);
  // The other side of a pot of a shared account is that account, unless the customer names another.
  const account =
    potOf === undefined
      ? await accountOf(context, wanted.account)
      : ((wanted.account && (await accountOf(context, wanted.account, 'SAVE'))) ??
        potOf.accountNumber);
  const move = { pot, account, wish: wanted.amount };
  const quote = withNames(
    way === 'add'
      ? await bank.pots.quoteAdd(session, move)
      : await bank.pots.quoteTake(session, move),
  );
  const other = account === undefined ? {} : { account };
  const order: PotMoveOrder = { pot, ...other, wish: shownWish(quote) };
  const question = quoteQuestion(quote, bank.currency, order);
  if (potOf !== undefined) return question;
  const use = way === 'add' ? 'from' : 'into';
  return withAccountChoice(context, question, {
    use,
    chosen: account,
  });
}

export async function bookPotMove(
  { bank, session, requestId, isProved }: ConfirmedContext<'customer'>,
  way: Way,
  order: PotMoveOrder,
): Promise<Reply> {
  const move = { ...order, requestId, isProved };
  const receipt =
    way === 'add' ? await bank.pots.add(session, move) : await bank.pots.take(session, move);
  return withButtons(receiptReply(withNames(receipt), bank.currency), potsButton());
}
