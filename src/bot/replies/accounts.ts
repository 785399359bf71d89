/** The balance card. */
import { type AccountView, type Currency, numberTail } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, written } from '../../words/text/markup.ts';
import { actionButton, facts, type Part, type Reply, show, withButtons } from '../cards/reply.ts';
import { formatAmount } from '../../words/text/amount.ts';

const { accounts: say, buttons, labels } = words.replies;

function accountPart(account: AccountView, currency: Currency, numberShown: boolean): Part {
  const { accountNumber, status, balance, held, available } = account;
  const number = numberShown ? accountNumber : `…${numberTail(accountNumber)}`;
  return facts([
    [labels.account, code(number)],
    [labels.state, say.states[status]],
    [labels.balance, written(`**${formatAmount(balance, currency)}**`)],
    [labels.held, formatAmount(held, currency)],
    [labels.available, formatAmount(available, currency)],
  ]);
}

/** Account numbers stay hidden until they are asked for. */
export function balanceReply(
  accounts: readonly AccountView[],
  view: { readonly currency: Currency; readonly numberShown: boolean },
): Reply {
  const { currency, numberShown } = view;
  const parts = accounts.map((account) => accountPart(account, currency, numberShown));
  const reply = show(say.title(accounts.length), ...parts);
  const reveal = numberShown ? [] : [actionButton('number', buttons.showNumber)];
  return withButtons(
    reply,
    ...reveal,
    actionButton('recent', buttons.recent, { command: 'history' }),
  );
}
