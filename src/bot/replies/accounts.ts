/** The balance card. */
import {
  type AccountView,
  type Currency,
  type InterestView,
  numberTail,
  type OwnAccount,
  type SharedPots,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, written } from '../../words/text/markup.ts';
import { listButton, severalParts } from '../accounts/cards.ts';
import {
  isOpenPot,
  potsButton,
  sharedPotLines,
  sharedPotPicture,
  withPotPicture,
} from '../accounts/pots.ts';
import { sharedParts } from '../accounts/shared.ts';
import {
  actionButton,
  facts,
  formButton,
  type Part,
  type Reply,
  show,
  text,
  withButtons,
} from '../cards/reply.ts';
import type { CommandSummary } from '../command/command.ts';
import { earningParts } from '../fees/interest.ts';
import { formatAmount } from '../../words/text/amount.ts';

const { accounts: say, buttons, labels, payees } = words.replies;

const requestPath = 'request create';

/** What is zero, or says nothing else than the balance, is left out. */
function accountParts(account: AccountView, currency: Currency, numberShown: boolean): Part[] {
  const { accountNumber, status, balance, held, available } = account;
  const number = numberShown ? accountNumber : `…${numberTail(accountNumber)}`;
  const isHeld = held > 0n;
  return [
    text(written(`# ${formatAmount(balance, currency)}`)),
    facts([
      [labels.account, code(number)],
      [labels.state, say.states[status]],
      [labels.held, isHeld ? formatAmount(held, currency) : null],
      [labels.available, isHeld ? formatAmount(available, currency) : null],
    ]),
  ];
}

interface View {
  readonly currency: Currency;
  readonly numberShown: boolean;
  /** The commands of this bank. */
  readonly commands?: readonly CommandSummary[];
  /** The customer's shared accounts, which are not part of the sum. */
  readonly shared?: readonly OwnAccount[];
  /** The pots of those; null: none. */
  readonly sharedPots?: SharedPots | null;
  /** What the customer's accounts earn. */
  readonly interest?: InterestView;
}

/** Account numbers stay hidden until they are asked for. */
export const balanceReply = async (all: readonly OwnAccount[], view: View): Promise<Reply> =>
  withPotPicture(balanceCard(all, view), { all, shared: view.sharedPots ?? null }, view.currency);

/** Without the picture of the pots. */
export function balanceCard(all: readonly OwnAccount[], view: View): Reply {
  const { currency, numberShown, commands = [], shared = [], sharedPots = null, interest } = view;
  const earning = interest === undefined ? [] : earningParts(interest, currency);
  const inShared = [
    ...sharedParts(shared, currency, numberShown),
    ...(sharedPots === null
      ? []
      : [
          ...sharedPotPicture(all, sharedPots),
          ...sharedPotLines(sharedPots, currency, numberShown),
        ]),
  ];
  const mayRequest = commands.some(({ path }) => path === requestPath);
  const open = all.filter(({ status }) => status !== 'CLOSED');
  const accounts = open.length === 0 ? all : open;
  const [only, ...others] = accounts;
  const isOne = only !== undefined && others.length === 0;
  const parts = isOne
    ? accountParts(only, currency, numberShown)
    : severalParts(accounts, currency, numberShown);
  const title = isOne ? labels.balance : say.title(accounts.length);
  const maySend = accounts.some(({ status, available }) => status === 'OPEN' && available > 0n);
  return withButtons(
    show(title, ...parts, ...earning, ...inShared),
    ...(maySend ? [formButton('transfer', buttons.send, 'primary')] : []),
    ...(mayRequest ? [formButton(requestPath, payees.request)] : []),
    formButton('deposit', buttons.deposit, maySend ? 'secondary' : 'primary'),
    actionButton('recent', buttons.history, { command: 'history' }),
    ...(isOne ? [] : [listButton()]),
    ...(accounts.some(isOpenPot) ? [potsButton()] : []),
    ...(numberShown ? [] : [actionButton('number', buttons.showNumber)]),
  );
}
