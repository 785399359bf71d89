import {
  type AccountStatus,
  type AccountView,
  type Currency,
  formatAmount,
  numberTail,
} from '../../bank/index.ts';
import { code, written } from '../../words/markup.ts';
import { actionButton, facts, type Part, type Reply, show, withButtons } from '../cards/reply.ts';

const states: Record<AccountStatus, string | null> = {
  OPEN: null,
  FROZEN: 'frozen: no money can leave it',
  CLOSED: 'closed',
};

function accountPart(account: AccountView, currency: Currency, numberShown: boolean): Part {
  const { accountNumber, status, balance, held, available } = account;
  const number = numberShown ? accountNumber : `…${numberTail(accountNumber)}`;
  return facts([
    ['Account', code(number)],
    ['State', states[status]],
    ['Balance', written(`**${formatAmount(balance, currency)}**`)],
    ['Held', formatAmount(held, currency)],
    ['Available', formatAmount(available, currency)],
  ]);
}

/** The balance card; account numbers stay hidden until they are asked for. */
export function balanceReply(
  accounts: readonly AccountView[],
  view: { readonly currency: Currency; readonly numberShown: boolean },
): Reply {
  const { currency, numberShown } = view;
  const parts = accounts.map((account) => accountPart(account, currency, numberShown));
  const reply = show(accounts.length === 1 ? 'Your account' : 'Your accounts', ...parts);
  const reveal = numberShown ? [] : [actionButton('number', 'Show account number')];
  return withButtons(reply, ...reveal, actionButton('recent', 'Recent', { command: 'history' }));
}
