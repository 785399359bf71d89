/** Customers as staff see them. */
import {
  type AccountStatus,
  type Currency,
  formatAmount,
  type PersonalDetails,
  type ServedCustomer,
} from '../../bank/index.ts';
import { code, joined, mailAddress, type Markup, md, time } from '../../words/markup.ts';
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
import { member } from './member.ts';
import { party } from './money.ts';

const states: Record<AccountStatus, string> = { OPEN: 'open', FROZEN: 'frozen', CLOSED: 'closed' };
const stateOf = ({ account, locked }: ServedCustomer): string =>
  `${states[account.status]}${locked ? ', locked by its owner' : ''}`;

function factsOf(customer: ServedCustomer, currency: Currency) {
  const { account, holder, registeredAt } = customer;
  return facts([
    ['Account', code(account.accountNumber)],
    ['Holder', party(holder)],
    ['Discord user', member(customer.member)],
    ['State', stateOf(customer)],
    ['Balance', formatAmount(account.balance, currency)],
    ['Held', formatAmount(account.held, currency)],
    ['Available', formatAmount(account.available, currency)],
    ['Customer since', time(registeredAt, 'date')],
  ]);
}

const lineOf = (customer: ServedCustomer): Markup =>
  md`${code(customer.account.accountNumber)} ${party(customer.holder)} · ${member(
    customer.member,
  )} · ${stateOf(customer)}`;

export function foundReply(found: readonly ServedCustomer[]): Reply {
  const title = found.length === 1 ? 'One customer' : `${found.length} customers`;
  return found.length === 0
    ? show(
        'No customer',
        text('Nobody fits that. Names are searched by whole words: Anna Miller, or Miller.'),
      )
    : show(
        title,
        text(joined(found.map(lineOf))),
        small('At most ten are shown. See one with `/staff customer view`.'),
      );
}

const noted = small('Your look is written down; the customer can read it.');

/** Personal details stay hidden until they are asked for. */
export const servedReply = (customer: ServedCustomer, currency: Currency): Reply =>
  withButtons(
    show('Customer', factsOf(customer, currency), noted),
    actionButton('details', 'Show details', { keepsInput: true }),
  );

export function servedDetailsReply(
  customer: ServedCustomer & { readonly details: PersonalDetails },
  currency: Currency,
): Reply {
  const { fullName, email, phone, dateOfBirth, gender } = customer.details;
  return show(
    'Customer, with details',
    factsOf(customer, currency),
    facts([
      ['Name', fullName],
      ['E-mail', mailAddress(email)],
      ['Phone', code(phone)],
      ['Born', dateOfBirth],
      ['Gender', gender],
    ]),
    noted,
  );
}

export const frozenReply: Reply = done(
  'Account frozen',
  text('No money leaves it from now on, also where a card is open. The customer is told.'),
  small('A second person must agree to `/staff customer unfreeze`.'),
);
export const staffUnlockedReply: Reply = done(
  'Lock lifted',
  text('The owner’s own lock is gone, and they can log in again. The customer is told.'),
);
