/** What managers and auditors read: the audit trail, and the bank as a whole. */
import {
  type AuditEntry,
  type AuditPage,
  type BankReport,
  type Currency,
  type DayFlow,
  type DiscordUserId,
  formatAmount,
  formatNumber,
  referenceOf,
  type RequestId,
} from '../../bank/index.ts';
import { channelLink, code, joined, type Markup, md, time, written } from '../../words/markup.ts';
import {
  facts,
  type Reply,
  rule,
  show,
  small,
  stepButton,
  text,
  turnButtons,
  withButtons,
} from '../cards/reply.ts';
import { actionText, roleNames } from './access-log.ts';
import { flowChart } from './flow-chart.ts';
import { member } from './member.ts';
import { party } from './money.ts';
import { picture } from './picture.ts';

const valueMax = 60;
const detailsMax = 4;
/** Said by the line already. */
const told = ['account'];

const shortened = (value: string): Markup => code(Array.from(value).slice(0, valueMax).join(''));
const sum = (value: string, currency: Currency): Markup =>
  code(formatAmount(BigInt(value), currency));
const request = (value: string): Markup => code(referenceOf(BigInt(value) as RequestId));
const person = (value: string): Markup => member(value as DiscordUserId);

/** Audit rows hold no personal data: sums are minor units there, and the rest of these are ids. */
const numbersAs: Readonly<Record<string, (value: string, currency: Currency) => Markup>> = {
  maker: person,
  member: person,
  channel: channelLink,
  amount: sum,
  before: sum,
  after: sum,
  approval: request,
  transaction: request,
};

function detailOf([name, value]: readonly [string, string], currency: Currency): Markup {
  const show = /^\d{1,20}$/.test(value) ? numbersAs[name] : undefined;
  return md`${name} ${show?.(value, currency) ?? shortened(value)}`;
}

const isPerson = ([name]: readonly [string, string]): boolean => numbersAs[name] === person;

/** Who else took part comes first, since not everything may fit. */
function detailsOf({ details }: AuditEntry, currency: Currency): Markup {
  const rows = Object.entries(details).filter(([name]) => !told.includes(name));
  const inOrder = [...rows.filter(isPerson), ...rows.filter((row) => !isPerson(row))];
  return joined(
    inOrder.slice(0, detailsMax).map((row) => detailOf(row, currency)),
    ', ',
  );
}

function lineOf(entry: AuditEntry, currency: Currency): Markup {
  const { at, action, actor, role, about, reason } = entry;
  const whom = about === null ? written('') : md` · ${party(about)}`;
  const who = role === null ? written('customer') : written(roleNames[role]);
  const why = reason === null ? written('') : md` · ${code(reason)}`;
  const more = detailsOf(entry, currency);
  const what = more.markup === '' ? more : md` · ${more}`;
  return joined([
    md`**${actionText(action)}** · ${time(at)}${whom}`,
    md`-# ${member(actor)}, ${who}${why}${what}`,
  ]);
}

export function auditReply(
  page: AuditPage,
  { currency, filtered }: { readonly currency: Currency; readonly filtered: boolean },
): Reply {
  const { entries } = page;
  const nothing = filtered ? 'No row fits this filter.' : 'There is nothing on this page.';
  const reply = show(
    'Audit',
    text(entries.length === 0 ? nothing : joined(entries.map((entry) => lineOf(entry, currency)))),
    small(`${filtered ? 'Filtered. ' : ''}Reading the audit is written down too.`),
  );
  return withButtons(
    reply,
    ...turnButtons(page, { keepsInput: true }),
    stepButton('edit', 'Filter'),
  );
}

function stateOf({ accounts }: BankReport): string {
  const { OPEN, FROZEN, CLOSED, LOCKED } = accounts;
  return `${OPEN} open, ${FROZEN} frozen, ${CLOSED} closed, ${LOCKED} locked by their owner`;
}

const capitalised = (kind: string): string => kind.charAt(0) + kind.slice(1).toLowerCase();

function booksOf({ trialBalance }: BankReport, currency: Currency): readonly [string, string][] {
  const { lines, debits, credits } = trialBalance;
  return [
    ...lines
      .filter(({ kind, balance }) => kind !== 'CUSTOMER' && balance !== 0n)
      .map(({ kind, side, balance }): [string, string] => [
        capitalised(kind),
        `${formatAmount(balance, currency)} ${side.toLowerCase()}`,
      ]),
    ['Debits', formatAmount(debits, currency)],
    ['Credits', formatAmount(credits, currency)],
    ['Trial balance', formatAmount(debits - credits, currency)],
  ];
}

const chartText = 'Deposits, withdrawals and adjustments of the last 14 days';

function adjustedOf(day: DayFlow | undefined, currency: Currency): string {
  const { adjustedIn = 0n, adjustedOut = 0n } = day ?? {};
  return `${formatAmount(adjustedIn, currency)} in, ${formatAmount(adjustedOut, currency)} out`;
}

export async function reportReply(report: BankReport, currency: Currency): Promise<Reply> {
  const { customers, held, days, at, trialBalance } = report;
  const today = days.at(-1);
  const format = (sum: bigint): string => formatNumber(sum, currency);
  const name = 'flow.png';
  const isRight = trialBalance.debits === trialBalance.credits;
  const reply = show(
    'The bank today',
    facts([
      ['Customers', `${customers}`],
      ['Accounts', stateOf(report)],
      ['Deposits held', formatAmount(held, currency)],
    ]),
    rule,
    facts([
      ['Deposited today', formatAmount(today?.deposited ?? 0n, currency)],
      ['Withdrawn today', formatAmount(today?.withdrawn ?? 0n, currency)],
      ['Transferred today', formatAmount(today?.transferred ?? 0n, currency)],
      ['Adjusted today', adjustedOf(today, currency)],
      ['Transactions today', `${today?.transactions ?? 0}`],
    ]),
    { kind: 'image', name, description: chartText },
    facts(booksOf(report, currency)),
    text(
      isRight
        ? 'Debits equal credits.'
        : '⚠️ **The books do not balance.** Stop payments and run `npm run verify-ledger`.',
    ),
    small(md`Days are UTC. What was reversed counts in no sum. ${time(at)}`),
  );
  return { ...reply, attachments: [{ name, bytes: await picture(flowChart(days, format)) }] };
}
