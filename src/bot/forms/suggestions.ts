/** The choices of an option: what matches the typed text, within the limits of Discord. */
import {
  type Currency,
  type KnownPayees,
  mayAsMember,
  nicknameKey,
  numberTail,
  type OwnAccount,
  type OrderView,
  type OwnDue,
  partyText,
  type PartyView,
  type RequestSummary,
  type SavedPayee,
  type SharedAction,
  type SharedTerms,
  type ServedAccount,
  suggestTimeZones,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { accountLabel, accountName } from './account-names.ts';
import type { Suggests } from './field.ts';
import { orderSum } from '../cards/order-text.ts';
import { formatAmount } from '../../words/text/amount.ts';

export interface Choice {
  /** As the customer sees it, and as the choice is found by what they type. */
  readonly name: string;
  /** What the field reads. */
  readonly value: string;
}

export type AccountSuggests = Extract<Suggests, `${string}ACCOUNTS` | 'POTS'>;

export type Known =
  | {
      readonly suggests: AccountSuggests;
      readonly accounts: readonly OwnAccount[];
      readonly currency: Currency;
    }
  | {
      readonly suggests: 'ORDERS';
      readonly orders: readonly OrderView[];
      readonly currency: Currency;
    }
  | {
      readonly suggests: 'REQUESTS' | 'MADE_REQUESTS';
      readonly toPay: readonly OwnDue[];
      readonly made: readonly RequestSummary[];
      readonly currency: Currency;
    }
  | { readonly suggests: 'SERVED'; readonly served: readonly ServedAccount[] }
  | { readonly suggests: 'TIME_ZONES' }
  | { readonly suggests: 'PAYEES' | 'NICKNAMES'; readonly payees: KnownPayees };

/** https://discord.com/developers/docs/resources/channel#application-command-object */
const choicesMax = 25;
const textMax = 100;

const { payees: say } = words.replies;

/** Never the account number of another person. */
function savedChoice({ nickname, name, accountNumber, isClosed }: SavedPayee): Choice {
  const tail = numberTail(accountNumber);
  const account = name === null ? `…${tail}` : partyText({ name, numberTail: tail });
  return { name: `${nickname} · ${isClosed ? say.closed : account}`, value: nickname };
}

const zoneChoices = (typed: string): readonly Choice[] =>
  suggestTimeZones(typed.slice(0, textMax), choicesMax).map((zone) => ({
    name: zone.replaceAll('_', ' '),
    value: zone,
  }));

const shownParty = ({ name, numberTail: tail }: PartyView): string =>
  tail === null ? name : partyText({ name, numberTail: tail });

const orderChoice = (order: OrderView, currency: Currency): Choice => {
  const { number, to, state, reason } = order;
  const parts = [words.orders.order(number), orderSum(order.amount, currency), shownParty(to)];
  const paused = state === 'PAUSED' ? [words.orders.state(state, reason)] : [];
  return { name: [...parts, ...paused].join(' · '), value: `${number}` };
};

const may = (shared: SharedTerms | undefined, action: SharedAction): boolean =>
  shared === undefined || mayAsMember(shared.role, action);

const isOffered: Record<AccountSuggests, (account: OwnAccount) => boolean> = {
  OWN_ACCOUNTS: ({ shared }) => shared === undefined,
  PAYING_ACCOUNTS: ({ type, shared }) => type !== 'POT' && shared === undefined,
  POTS: ({ type, shared }) => type === 'POT' && may(shared, 'SAVE'),
  READABLE_ACCOUNTS: () => true,
  SHARED_ACCOUNTS: ({ shared }) => shared !== undefined,
  SAVING_ACCOUNTS: ({ shared }) => shared !== undefined && may(shared, 'SAVE'),
  SPENDABLE_ACCOUNTS: ({ type, shared }) => type !== 'POT' && may(shared, 'PAY'),
  FILLABLE_ACCOUNTS: ({ type, shared }) => type !== 'POT' && may(shared, 'DEPOSIT'),
};

/** Newest first; what the customer has to pay comes before what they made. */
function requestChoices(
  {
    toPay,
    made,
  }: Pick<Extract<Known, { suggests: 'REQUESTS' | 'MADE_REQUESTS' }>, 'toPay' | 'made'>,
  currency: Currency,
): readonly Choice[] {
  const { list } = words.replies.requests;
  const choice = (request: RequestSummary, first: string, sum: bigint): Choice => {
    const { reference, memo } = request;
    const parts = [first, formatAmount(sum, currency), ...(memo === null ? [] : [memo]), reference];
    return { name: parts.join(' · '), value: reference };
  };
  return [
    ...toPay.map(({ request, due }) =>
      choice(request, `${list.toPay}: ${shownParty(request.asker)}`, due.amount - due.paid),
    ),
    ...made.map((request) =>
      choice(request, list.progress(request.peoplePaid, request.people), request.asked),
    ),
  ];
}

function allChoices(known: Exclude<Known, { readonly suggests: 'TIME_ZONES' }>): readonly Choice[] {
  switch (known.suggests) {
    case 'OWN_ACCOUNTS':
    case 'PAYING_ACCOUNTS':
    case 'POTS':
    case 'READABLE_ACCOUNTS':
    case 'SHARED_ACCOUNTS':
    case 'SAVING_ACCOUNTS':
    case 'SPENDABLE_ACCOUNTS':
    case 'FILLABLE_ACCOUNTS':
      return known.accounts
        .filter((one) => one.status !== 'CLOSED' && isOffered[known.suggests](one))
        .map((account) => ({
          name: accountLabel(account, known.currency),
          value: account.accountNumber,
        }));
    case 'ORDERS':
      return known.orders
        .filter(({ state }) => state === 'ACTIVE' || state === 'PAUSED')
        .map((order) => orderChoice(order, known.currency));
    case 'REQUESTS':
    case 'MADE_REQUESTS':
      return requestChoices(known, known.currency);
    case 'SERVED':
      return known.served.map(({ accountNumber, name }) => ({
        name: `${name} · ${accountNumber}`,
        value: accountNumber,
      }));
    case 'NICKNAMES':
      return known.payees.saved.map(savedChoice);
    case 'PAYEES': {
      const { saved, paid, own } = known.payees;
      const people = paid.map(({ name, accountNumber }): Choice => {
        const text = partyText({ name, numberTail: numberTail(accountNumber) });
        return { name: text, value: text };
      });
      const others = own.map((account): Choice => ({
        name: accountName(account),
        value: account.accountNumber,
      }));
      const names = saved.filter(({ isClosed }) => !isClosed).map(savedChoice);
      const choices = [...names, ...people, ...others];
      // Two people with the same name and the same last digits cannot be told apart here.
      return choices.filter((one) =>
        choices.every((other) => other === one || other.value !== one.value),
      );
    }
  }
}

/** Cut by UTF-16 units, as Discord may count, without half a character at the end. */
const cut = (text: string): string => text.slice(0, textMax).replace(/[\ud800-\udbff]$/, '');

/** What begins with the typed text comes first, then what has a word that does. */
export function suggestionsFor(known: Known, typed: string): readonly Choice[] {
  if (known.suggests === 'TIME_ZONES') return zoneChoices(typed);
  const wanted = nicknameKey(typed.slice(0, textMax)).trim();
  const all = allChoices(known).map((choice) => ({ choice, key: nicknameKey(choice.name) }));
  const begins = all.filter(({ key }) => key.startsWith(wanted));
  const others = all.filter(({ key }) => !key.startsWith(wanted) && key.includes(wanted));
  return [...begins, ...others]
    .map(({ choice }) => ({ name: cut(choice.name), value: choice.value }))
    .filter(({ value }) => value.length <= textMax)
    .slice(0, choicesMax);
}
