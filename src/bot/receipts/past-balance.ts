/** Balances at a time of the past, for customers and for staff. */
import { type Currency, numberTail, type PastBalance, type ServedPast } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { time } from '../../words/text/markup.ts';
import {
  facts,
  type Part,
  type Reply,
  show,
  small,
  stepButton,
  withButtons,
  withParts,
} from '../cards/reply.ts';
import { servedReply } from '../replies/served.ts';

const { pastBalance: say, labels } = words.replies;

interface View {
  readonly currency: Currency;
  /** Milliseconds since 1970. */
  readonly now: number;
}

function balanceParts({ at, zone, balances }: PastBalance, { currency, now }: View): Part[] {
  const total = balances.reduce((sum, { balance }) => sum + balance, 0n);
  const rows = balances.map(
    ({ accountNumber, balance }) =>
      [`${labels.account} …${numberTail(accountNumber)}`, formatAmount(balance, currency)] as const,
  );
  const sum = balances.length > 1 ? formatAmount(total, currency) : null;
  return [
    facts([...rows, [say.total, sum]]),
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
