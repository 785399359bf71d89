/** Cards of what the bank pays on saved money. */
import {
  type Currency,
  type EarningAccount,
  type InterestType,
  type InterestView,
  numberTail,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { code, joined, type Markup, md, time } from '../../words/text/markup.ts';
import { ask, facts, type Part, small, text } from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { potName } from '../forms/account-names.ts';

const { interest: say, ownAccounts, fees, labels } = words.replies;

function earnedText({ earned, hasFraction }: EarningAccount, currency: Currency): string {
  const sum = formatAmount(earned, currency);
  if (!hasFraction) return say.earned(sum);
  return earned === 0n ? say.earnedRest(formatAmount(1n, currency)) : say.earnedWithRest(sum);
}

const nameOf = ({ name, potOf, type }: EarningAccount): string =>
  type === 'POT' ? potName({ name, ...(potOf && { potOf }) }) : (name ?? ownAccounts.types.SAVINGS);

function earningLine(account: EarningAccount, currency: Currency): Markup {
  const { accountNumber, basisPoints } = account;
  const number = code(`…${numberTail(accountNumber)}`);
  const rate = say.rate(basisPoints);
  return md`**${nameOf(account)}** ${number} · ${rate} · ${earnedText(account, currency)}`;
}

/** What the customer's accounts have earned since the last crediting; nothing where none earns. */
export function earningParts(
  { accounts, creditedAt }: InterestView,
  currency: Currency,
): readonly Part[] {
  if (accounts.length === 0) return [];
  const lines = accounts.map((account) => earningLine(account, currency));
  return [
    text(joined([md`**${say.title}**`, ...lines])),
    small(say.credited(time(creditedAt, 'date'))),
  ];
}

/** The rates for customers, and what their own accounts have earned. */
export function interestParts(view: InterestView, currency: Currency): readonly Part[] {
  if (view.rates.length === 0 && view.accounts.length === 0) return [];
  const rates = view.rates.map(({ type, basisPoints, coming }) => [
    text(md`**${say.title}: ${say.kinds[type]}**`),
    facts([
      [say.now, basisPoints === 0n ? fees.none : say.rate(basisPoints)],
      ...coming.map(
        (one) => [say.from, fees.later(time(one.from, 'date'), say.rate(one.basisPoints))] as const,
      ),
    ]),
  ]);
  const own = view.accounts.map((account) => earningLine(account, currency));
  return [
    ...rates.flat(),
    ...(own.length === 0
      ? []
      : [
          text(joined([md`**${say.own}**`, ...own])),
          small(say.credited(time(view.creditedAt, 'date'))),
        ]),
    small(say.note),
  ];
}

export type InterestOrder = Readonly<{
  type: InterestType;
  basisPoints: bigint;
  from: string;
  reason: string;
}>;

export const interestQuestion = (
  before: bigint,
  order: InterestOrder,
): Question<InterestOrder> => ({
  card: ask(
    say.question,
    facts([
      [say.savings, say.kinds[order.type]],
      [say.now, before === 0n ? fees.none : say.rate(before)],
      [say.wanted, say.rate(order.basisPoints)],
      [say.from, formatDay(order.from)],
      [labels.reason, md`${order.reason}`],
    ]),
    small(say.questionNote),
  ),
  order,
});
