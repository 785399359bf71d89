/** Balances at a time of the past, for customers and for staff. */
import {
  type Currency,
  type NamedAccount,
  type PastBalance,
  type ServedPast,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { md, time } from '../../words/text/markup.ts';
import {
  facts,
  type Part,
  type Reply,
  show,
  small,
  stepButton,
  text,
  withButtons,
  withParts,
} from '../cards/reply.ts';
import { accountTitle } from '../forms/account-names.ts';
import { servedReply } from '../replies/served.ts';

const { pastBalance: say, labels } = words.replies;

interface View {
  readonly currency: Currency;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const rowLabel = (account: NamedAccount): string =>
  account.name === null ? `${labels.account} ${accountTitle(account)}` : accountTitle(account);

/** Beside the sum, as on the balance card. */
function sharedParts(shared: PastBalance['shared'], currency: Currency): Part[] {
  if (shared.length === 0) return [];
  const rows = shared.map(
    (one) =>
      [
        accountTitle(one),
        one.balance === null ? say.beforeJoining : formatAmount(one.balance, currency),
      ] as const,
  );
  return [text(md`**${words.replies.shared.section}**`), facts(rows)];
}

function balanceParts(
  { at, zone, balances, shared }: PastBalance,
  { currency, now }: View,
): Part[] {
  const total = balances.reduce((sum, { balance }) => sum + balance, 0n);
  const rows = balances.map((one) => [rowLabel(one), formatAmount(one.balance, currency)] as const);
  const sum = balances.length > 1 ? formatAmount(total, currency) : null;
  return [
    facts([...rows, [say.total, sum]]),
    ...sharedParts(shared, currency),
    small(at.getTime() > now ? say.soFar : say.zone(zone)),
  ];
}

export const pastBalanceReply = (past: PastBalance, view: View): Reply =>
  withButtons(
    show(say.title, facts([[say.at, time(past.at)]]), ...balanceParts(past, view)),
    stepButton('edit', say.other),
  );

/** The customer as they are now, then the balances at that time. */
export const servedPastReply = (customer: ServedPast, view: View): Reply =>
  withButtons(
    withParts(
      servedReply(customer, view.currency),
      facts([[say.title, time(customer.past.at)]]),
      ...balanceParts(customer.past, view),
    ),
    stepButton('edit', say.other),
  );
