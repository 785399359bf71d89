/** Shared accounts beside a customer's own, and what messages about them show. */
import { type Currency, numberTail, type OwnAccount, type SharedGrant } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { code, joined, type Markup, md, written } from '../../words/text/markup.ts';
import { actionButton, type Button, type Part, text } from '../cards/reply.ts';

const { shared: say, accounts } = words.replies;

/** `Spender · 50.00 GEM a month` */
export function grantText({ role, allowance }: SharedGrant, currency: Currency): string {
  const sum = allowance === null ? [] : [say.perMonth(formatAmount(allowance, currency))];
  return [say.roles[role], ...sum].join(' · ');
}

function accountLine(account: OwnAccount, currency: Currency, numberShown: boolean): Markup {
  const { accountNumber, balance, name, shared, status } = account;
  const number = code(numberShown ? accountNumber : `…${numberTail(accountNumber)}`);
  const about = [
    shared === undefined ? null : grantText(shared, currency),
    accounts.states[status],
  ];
  const small = written(about.filter((part) => part !== null).join(' · '));
  return md`**${name ?? say.type}** ${number} · **${formatAmount(balance, currency)}**\n-# ${small}`;
}

/** Beside the customer's own accounts; not part of their sum. Nothing without shared accounts. */
export function sharedParts(
  all: readonly OwnAccount[],
  currency: Currency,
  numberShown: boolean,
): Part[] {
  const open = all.filter(({ status }) => status !== 'CLOSED');
  if (open.length === 0) return [];
  const lines = open.map((one) => accountLine(one, currency, numberShown));
  return [text(md`**${say.section}**\n${joined(lines)}`)];
}

const command = 'account share invitations';

const decideIn = 'account share approvals';
const { buttons: decisions } = say.approvals;

/** *Approve* and *Decline*, also in the message to a manager. */
export const decideButtons = (id: bigint): readonly Button[] => [
  actionButton('approve', decisions.approve, {
    style: 'success',
    command: decideIn,
    token: `${id}`,
  }),
  actionButton('decline', decisions.decline, { command: decideIn, token: `${id}` }),
];

/** *Accept* and *Decline*, also in the message to the invited person. */
export const answerButtons = (id: bigint): readonly Button[] => [
  actionButton('accept', say.buttons.accept, { style: 'success', command, token: `${id}` }),
  actionButton('decline', say.buttons.decline, { command, token: `${id}` }),
];
