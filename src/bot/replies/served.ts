/** Customers as staff see them. */
import {
  type Currency,
  numberTail,
  type PersonalDetails,
  type ServedCustomer,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, joined, mailAddress, type Markup, md, time } from '../../words/text/markup.ts';
import {
  actionButton,
  done,
  facts,
  type Reply,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import { grantText } from '../accounts/shared.ts';
import { ownLimitRows } from '../limits/cards.ts';
import { member } from './member.ts';
import { party } from './money.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';

const { served: say, buttons, labels } = words.replies;

const stateOf = ({ account, locked }: ServedCustomer): string => say.state(account.status, locked);

/** The customer by each of their accounts, the one that was asked for first. */
const byAccount = (customer: ServedCustomer): ServedCustomer[] => {
  const { account: asked, accounts, holder } = customer;
  const others = accounts.filter(({ accountNumber }) => accountNumber !== asked.accountNumber);
  return [asked, ...others].map((account) => {
    const tail = numberTail(account.accountNumber);
    return { ...customer, account, holder: { ...holder, numberTail: tail } };
  });
};

function factsOf(customer: ServedCustomer, currency: Currency) {
  const { account, holder, registeredAt } = customer;
  return facts([
    [labels.account, code(account.accountNumber)],
    [say.holder, party(holder)],
    [labels.discordUser, member(customer.member)],
    [labels.state, stateOf(customer)],
    [labels.balance, formatAmount(account.balance, currency)],
    [labels.held, formatAmount(account.held, currency)],
    [labels.available, formatAmount(account.available, currency)],
    [labels.customerSince, time(registeredAt, 'date')],
    ...(customer.members ?? []).map((one): [string, Markup] => [
      words.replies.shared.labels.member,
      md`${one.name} ${member(one.member)} · ${grantText(one, currency)}`,
    ]),
    ...ownLimitRows(customer.limits ?? [], currency),
    ...byAccount(customer)
      .slice(1)
      .map((other): [string, Markup] => [
        labels.account,
        md`${code(other.account.accountNumber)} · ${stateOf(other)} · ${formatAmount(
          other.account.balance,
          currency,
        )}`,
      ]),
  ]);
}

const lineOf = (customer: ServedCustomer): Markup =>
  md`${code(customer.account.accountNumber)} ${party(customer.holder)} · ${member(
    customer.member,
  )} · ${stateOf(customer)}`;

export const foundReply = (found: readonly ServedCustomer[]): Reply =>
  found.length === 0
    ? show(say.found.none.title, text(say.found.none.sentence))
    : show(
        say.found.title(found.length),
        text(joined(found.flatMap(byAccount).map(lineOf))),
        small(say.found.note),
      );

/** Personal details stay hidden until they are asked for. */
export const servedReply = (customer: ServedCustomer, currency: Currency): Reply =>
  withButtons(
    show(say.title, factsOf(customer, currency), small(say.note)),
    actionButton('details', buttons.showDetails, { keepsInput: true }),
  );

export function servedDetailsReply(
  customer: ServedCustomer & { readonly details: PersonalDetails },
  currency: Currency,
): Reply {
  const { fullName, email, phone, dateOfBirth, gender } = customer.details;
  return show(
    say.titleWithDetails,
    factsOf(customer, currency),
    facts([
      [labels.name, fullName],
      [labels.email, mailAddress(email)],
      [labels.phone, code(phone)],
      [labels.born, formatDay(dateOfBirth)],
      [labels.gender, say.gender(gender)],
    ]),
    small(say.note),
  );
}

const { frozen, unlocked } = say;
export const frozenReply = (): Reply =>
  done(frozen.title, text(frozen.sentence), small(frozen.note));
export const staffUnlockedReply = (): Reply => done(unlocked.title, text(unlocked.sentence));
