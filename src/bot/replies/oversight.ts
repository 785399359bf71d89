/** Cards for managers and auditors: the audit trail and the report. */
import {
  type AuditEntry,
  type AuditPage,
  type BankReport,
  type Currency,
  type DayFlow,
  type DiscordUserId,
  referenceOf,
  type RequestId,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import {
  channelLink,
  code,
  joined,
  type Markup,
  md,
  time,
  written,
} from '../../words/text/markup.ts';
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
import { actionLabel } from './audit-action.ts';
import { flowChart } from '../pictures/flow-chart.ts';
import { member } from './member.ts';
import { party } from './money.ts';
import { picture } from '../pictures/picture.ts';
import { formatAmount, formatNumber } from '../../words/text/amount.ts';

const { audit: sayAudit, report: sayReport } = words.replies.oversight;

const valueMax = 60;
const detailsMax = 4;
/** Details that the line already shows in another form. */
const leftOut = ['account'];

const shortened = (value: string): Markup => code(Array.from(value).slice(0, valueMax).join(''));
const sum = (value: string, currency: Currency): Markup =>
  code(formatAmount(BigInt(value), currency));
const request = (value: string): Markup => code(referenceOf(BigInt(value) as RequestId));
const person = (value: string): Markup => member(value as DiscordUserId);

/** Audit rows hold no personal data: sums in minor units, and ids. */
const numbersAs: Readonly<Record<string, (value: string, currency: Currency) => Markup>> = {
  maker: person,
  member: person,
  channel: channelLink,
  amount: sum,
  before: sum,
  after: sum,
  approval: request,
  request,
  transaction: request,
};

function detailOf([name, value]: readonly [string, string], currency: Currency): Markup {
  const show = /^\d{1,20}$/.test(value) ? numbersAs[name] : undefined;
  return sayAudit.detail(name, show?.(value, currency) ?? shortened(value));
}

const isPerson = ([name]: readonly [string, string]): boolean => numbersAs[name] === person;

/** People first, since not all details may fit. */
function detailsOf({ details }: AuditEntry, currency: Currency): Markup {
  const rows = Object.entries(details).filter(([name]) => !leftOut.includes(name));
  const inOrder = [...rows.filter(isPerson), ...rows.filter((row) => !isPerson(row))];
  return joined(
    inOrder.slice(0, detailsMax).map((row) => detailOf(row, currency)),
    ', ',
  );
}

function lineOf(entry: AuditEntry, currency: Currency): Markup {
  const { at, action, actor, role, about, reason } = entry;
  const whom = about === null ? written('') : md` · ${party(about)}`;
  const who = role === null ? sayAudit.customer : words.replies.staff.role(role);
  const by = /^\d+$/.test(actor) ? md`${member(actor)}, ${who}` : written(sayAudit.bank);
  const why = reason === null ? written('') : md` · ${code(reason)}`;
  const more = detailsOf(entry, currency);
  const what = more.markup === '' ? more : md` · ${more}`;
  return joined([md`**${actionLabel(action)}** · ${time(at)}${whom}`, md`-# ${by}${why}${what}`]);
}

export function auditReply(
  page: AuditPage,
  { currency, filtered }: { readonly currency: Currency; readonly filtered: boolean },
): Reply {
  const { entries } = page;
  const nothing = filtered ? sayAudit.noMatches : sayAudit.emptyPage;
  const reply = show(
    sayAudit.title,
    text(entries.length === 0 ? nothing : joined(entries.map((entry) => lineOf(entry, currency)))),
    small(filtered ? sayAudit.filteredNote : sayAudit.note),
  );
  return withButtons(
    reply,
    ...turnButtons(page, { keepsInput: true }),
    stepButton('edit', words.replies.buttons.filter),
  );
}

function booksOf({ trialBalance }: BankReport, currency: Currency): readonly [string, string][] {
  const { lines, debits, credits } = trialBalance;
  return [
    ...lines
      .filter(({ kind, balance }) => kind !== 'CUSTOMER' && balance !== 0n)
      .map(({ kind, side, balance }): [string, string] => [
        sayReport.kind(kind),
        sayReport.balance(formatAmount(balance, currency), side),
      ]),
    [sayReport.debits, formatAmount(debits, currency)],
    [sayReport.credits, formatAmount(credits, currency)],
    [sayReport.trialBalance, formatAmount(debits - credits, currency)],
  ];
}

function adjustedOf(day: DayFlow | undefined, currency: Currency): string {
  const { adjustedIn = 0n, adjustedOut = 0n } = day ?? {};
  return sayReport.inAndOut(
    formatAmount(adjustedIn, currency),
    formatAmount(adjustedOut, currency),
  );
}

export async function reportReply(report: BankReport, currency: Currency): Promise<Reply> {
  const { customers, orders, requests, held, unclaimed, days, at, trialBalance } = report;
  const today = days.at(-1);
  const format = (sum: bigint): string => formatNumber(sum, currency);
  const name = 'flow.png';
  const isBalanced = trialBalance.debits === trialBalance.credits;
  const reply = show(
    sayReport.title,
    facts([
      [sayReport.customers, `${customers}`],
      [sayReport.accounts, sayReport.states(report.accounts)],
      [words.orders.report.label, words.orders.report.counts(orders.active, orders.paused)],
      [sayReport.requests, sayReport.requestsOpen(requests.open)],
      [sayReport.held, formatAmount(held, currency)],
      [
        sayReport.unclaimed,
        unclaimed.people === 0
          ? null
          : sayReport.unclaimedSum(unclaimed.people, formatAmount(unclaimed.units, currency)),
      ],
    ]),
    rule,
    facts([
      [sayReport.deposited, formatAmount(today?.deposited ?? 0n, currency)],
      [sayReport.withdrawn, formatAmount(today?.withdrawn ?? 0n, currency)],
      [sayReport.transferred, formatAmount(today?.transferred ?? 0n, currency)],
      [sayReport.adjusted, adjustedOf(today, currency)],
      [sayReport.transactions, `${today?.transactions ?? 0}`],
      [sayReport.ordersToday, sayReport.became(orders)],
      [sayReport.requestsToday, sayReport.became(requests)],
    ]),
    { kind: 'image', name, description: sayReport.chart },
    facts(booksOf(report, currency)),
    text(isBalanced ? sayReport.balanced : sayReport.unbalanced),
    small(sayReport.note(time(at))),
  );
  return { ...reply, attachments: [{ name, bytes: await picture(flowChart(days, format)) }] };
}
