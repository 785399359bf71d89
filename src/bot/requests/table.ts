/** Who has paid a request: the table, page by page, with a picture of the whole. */
import {
  type Currency,
  type DueView,
  type OwnDue,
  remindersMax,
  type RequestId,
  type RequestView,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { code, joined, type Markup, md, time } from '../../words/text/markup.ts';
import {
  actionButton,
  type Button,
  facts,
  type Reply,
  rule,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import { member } from '../replies/member.ts';
import { dueReply } from '../replies/request-notices.ts';
import { party } from '../replies/money.ts';
import { askerText } from '../replies/request-notices.ts';
import { picture } from '../pictures/picture.ts';
import { paidChart } from './chart.ts';
import { sharedAmount } from './shared-amount.ts';

const { requests: say, labels, buttons } = words.replies;

const pageSize = 15;
const pictureName = 'paid.png';

/** The request and the page, from 0. */
export const tableToken = (id: RequestId, page = 0): string => `${id}-${page}`;

/** Whose table it is: the asker's own, or a customer's that staff look at. */
type TableCommand = 'request show' | 'staff request show';

interface ButtonOptions {
  readonly command?: TableCommand;
  readonly label?: string;
  readonly page?: number;
}

export const tableButton = (
  id: RequestId,
  { command = 'request show', label = say.buttons.table, page = 0 }: ButtonOptions = {},
): Button => actionButton('page', label, { command, token: tableToken(id, page) });

const marks: Readonly<Record<DueView['state'], string>> = {
  OPEN: '○',
  PART_PAID: '◐',
  PAID: '●',
  DECLINED: '✖️',
  CANCELLED: '➖',
  EXPIRED: '⌛',
};

/** Without a sum that all payers share, so that a line fits a phone. */
function lineOf(due: DueView, each: bigint | null, currency: Currency): Markup {
  const { payer, member: id, amount, paid } = due;
  const who = md`${party(payer)} · ${member(id)}`;
  const sum = formatAmount(amount, currency);
  if (paid > 0n && paid < amount) return md`${who} · ${formatAmount(paid, currency)} / ${sum}`;
  return each === null ? md`${who} · ${sum}` : who;
}

/** A heading for each state, and its payers. */
function linesOf(dues: readonly DueView[], each: bigint | null, currency: Currency): Markup[] {
  return order.flatMap((state) => {
    const same = dues.filter((due) => due.state === state);
    const heading = md`${marks[state]} **${say.states[state]}**`;
    return same.length === 0 ? [] : [heading, ...same.map((due) => lineOf(due, each, currency))];
  });
}

/** Those who have to do something come first. */
const order: readonly DueView['state'][] = [
  'PART_PAID',
  'OPEN',
  'DECLINED',
  'EXPIRED',
  'CANCELLED',
  'PAID',
];
const sorted = (dues: readonly DueView[]): DueView[] =>
  dues.toSorted((one, other) => order.indexOf(one.state) - order.indexOf(other.state));

function tableButtons({ id, peopleOpen, reminders }: RequestView): Button[] {
  const token = `${id}`;
  const canRemind = peopleOpen > 0 && reminders < remindersMax;
  return [
    ...(canRemind
      ? [actionButton('begin', say.buttons.remind, { command: 'request remind', token })]
      : []),
    ...(peopleOpen > 0
      ? [actionButton('begin', say.buttons.cancel, { command: 'request cancel', token })]
      : []),
    actionButton('file', say.buttons.export, { command: 'request export', token }),
  ];
}

function staffButtons({ id, peopleOpen }: RequestView): Button[] {
  if (peopleOpen === 0) return [];
  const token = `${id}`;
  return [actionButton('begin', say.buttons.cancel, { command: 'staff request cancel', token })];
}

interface Shown {
  readonly page: number;
  readonly currency: Currency;
  readonly command: TableCommand;
}

async function tableOf(request: RequestView, shown: Shown): Promise<Reply> {
  const { currency, command } = shown;
  const { id, dues, people, peoplePaid, received, asked, memo, dueOn, expiresAt } = request;
  const pages = Math.max(1, Math.ceil(dues.length / pageSize));
  const page = Math.min(shown.page, pages - 1);
  const format = (sum: bigint) => formatAmount(sum, currency);
  const rows = sorted(dues).slice(page * pageSize, (page + 1) * pageSize);
  const each = sharedAmount(dues);
  const reply = show(
    say.table.title(request.reference),
    text(say.table.progress(peoplePaid, people, format(received), format(asked))),
    { kind: 'image', name: pictureName, description: say.table.picture },
    text(joined(linesOf(rows, each, currency))),
    rule,
    facts([
      [say.labels.asker, command === 'request show' ? null : askerText(request)],
      [say.labels.each, each === null ? null : format(each)],
      [labels.memo, memo === null ? null : code(memo)],
      [say.labels.due, dueOn === null ? null : formatDay(dueOn)],
      [say.labels.expires, time(expiresAt)],
      [say.labels.reminders, say.table.remindersLeft(request.reminders, remindersMax)],
    ]),
    ...(pages > 1 ? [small(say.table.page(page + 1, pages))] : []),
  );
  const turn = (label: string, to: number) => tableButton(id, { command, label, page: to });
  const turns = [
    ...(page > 0 ? [turn(buttons.previous, page - 1)] : []),
    ...(page < pages - 1 ? [turn(buttons.next, page + 1)] : []),
    ...(pages === 1 ? [turn(say.buttons.refresh, page)] : []),
  ];
  const bytes = await picture(paidChart(request, format));
  return withButtons(
    { ...reply, attachments: [{ name: pictureName, bytes }] },
    ...turns,
    ...(command === 'request show' ? tableButtons(request) : staffButtons(request)),
  );
}

export const tableReply = async (
  request: RequestView,
  page: number,
  currency: Currency,
): Promise<Reply> => tableOf(request, { page, currency, command: 'request show' });

/** As the customer sees it who made the request, or who is asked. */
export const requestReply = async (
  found: RequestView | OwnDue,
  currency: Currency,
): Promise<Reply> => ('due' in found ? dueReply(found, currency) : tableReply(found, 0, currency));

/** A customer's request: the asker's name is on it, and staff can cancel it. */
export const staffTableReply = async (
  request: RequestView,
  page: number,
  currency: Currency,
): Promise<Reply> => tableOf(request, { page, currency, command: 'staff request show' });
