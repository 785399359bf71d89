/** Cards of opening, naming and closing accounts, and the list of them. */
import { type AccountType, type Currency, numberTail, type OwnAccount } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { code, joined, type Markup, md, written } from '../../words/text/markup.ts';
import {
  actionButton,
  ask,
  type Button,
  done,
  facts,
  formButton,
  type Part,
  type Reply,
  show,
  small,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { sharedParts } from './shared.ts';
import { potParts, sharedPotLines } from './pots.ts';

const { ownAccounts: say, accounts, labels, buttons } = words.replies;

/** Closed ones beyond these are in the export of the customer's data. */
const closedShownMax = 20;

const isOpen = ({ status }: OwnAccount): boolean => status !== 'CLOSED';

const nameOf = ({ name, type }: OwnAccount): string => name ?? say.types[type];

function lineOf(account: OwnAccount, currency: Currency, numberShown: boolean): Markup {
  const { accountNumber, balance, held, available, type, name, isMain, status } = account;
  const number = code(numberShown ? accountNumber : `…${numberTail(accountNumber)}`);
  const head = md`**${nameOf(account)}** ${number} · **${formatAmount(balance, currency)}**`;
  const isHeld = held > 0n;
  const about = [
    name === null ? null : say.types[type],
    isMain ? say.main : null,
    isHeld ? `${labels.held} ${formatAmount(held, currency)}` : null,
    isHeld ? `${labels.available} ${formatAmount(available, currency)}` : null,
    accounts.states[status],
  ].filter((part) => part !== null);
  return about.length === 0 ? head : md`${head}\n-# ${written(about.join(' · '))}`;
}

const withoutPots = (all: readonly OwnAccount[]): readonly OwnAccount[] =>
  all.filter(({ pot }) => pot === undefined);

/** Of several open accounts: the sum, and a line for each; pots with the bar to their goal. */
export function severalParts(
  all: readonly OwnAccount[],
  currency: Currency,
  numberShown: boolean,
): Part[] {
  const open = all.filter(isOpen);
  const sum = open.reduce((total, { balance }) => total + balance, 0n);
  return [
    text(written(`# ${formatAmount(sum, currency)}`)),
    small(say.total),
    text(joined(withoutPots(open).map((account) => lineOf(account, currency, numberShown)))),
    ...potParts(open, currency, numberShown),
  ];
}

const openButton = (style: 'primary' | 'secondary' = 'secondary'): Button =>
  formButton('account open', say.buttons.open, style);
export const listButton = (): Button =>
  stepButton('start', say.buttons.list, 'secondary', { command: 'account list', row: null });

export function accountsReply(
  all: readonly OwnAccount[],
  inShared: { readonly accounts: readonly OwnAccount[]; readonly pots: readonly OwnAccount[] },
  currency: Currency,
): Reply {
  const open = all.filter(isOpen);
  const closed = all.filter((account) => !isOpen(account)).slice(0, closedShownMax);
  const rows = joined(closed.map((one) => md`${nameOf(one)} ${code(one.accountNumber)}`));
  const several = open.length > 1;
  return withButtons(
    show(
      say.list.title,
      text(joined(open.map((account) => lineOf(account, currency, true)))),
      ...sharedParts(inShared.accounts, currency, true),
      ...sharedPotLines(inShared, currency, true),
      ...(closed.length === 0 ? [] : [text(md`**${say.list.closed}**\n${rows}`)]),
    ),
    openButton('primary'),
    formButton('account rename', say.buttons.rename),
    ...(several
      ? [
          formButton('account main', say.buttons.main),
          formButton('account close', say.buttons.close),
        ]
      : []),
  );
}

/** What a card asks for. */
type OpeningOrder = Readonly<{ type: AccountType; name: string | null }>;

export const openingQuestion = ({ type, name }: OpeningOrder): Question<OpeningOrder> => ({
  card: ask(
    say.open.question,
    facts([
      [say.type, say.types[type]],
      [say.name, name === null ? null : md`${name}`],
    ]),
    text(say.open.note),
  ),
  order: { type, name },
});

const factsOf = (account: OwnAccount): Part =>
  facts([
    [say.name, account.name === null ? null : md`${account.name}`],
    [say.type, say.types[account.type]],
    [labels.accountNumber, code(account.accountNumber)],
  ]);

export const openedReply = (account: OwnAccount): Reply =>
  withButtons(
    done(say.open.done, factsOf(account)),
    formButton('transfer', buttons.send, 'primary'),
    listButton(),
  );

export const renamedReply = (account: OwnAccount): Reply =>
  withButtons(done(say.renamed, factsOf(account)), listButton());

/** The account as the card showed it. */
export type AccountOrder = Readonly<{ account: OwnAccount['accountNumber'] }>;

export const mainQuestion = (account: OwnAccount): Question<AccountOrder> => ({
  card: ask(say.makeMain.question, factsOf(account), text(say.makeMain.note)),
  order: { account: account.accountNumber },
});

export const mainReply = (account: OwnAccount): Reply =>
  withButtons(done(say.makeMain.done, factsOf(account)), listButton());

export const closingQuestion = (account: OwnAccount): Question<AccountOrder> => ({
  card: ask(say.close.question, factsOf(account), text(say.close.note)),
  order: { account: account.accountNumber },
  irreversible: say.close.confirm,
});

export const closedReply = (account: OwnAccount): Reply =>
  withButtons(
    done(say.close.done, factsOf(account)),
    listButton(),
    actionButton('recent', buttons.history, { command: 'history' }),
  );
