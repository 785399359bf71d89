/** Who has paid a request: the table, page by page, with a picture of the whole. */
import {
  type Currency,
  type DueView,
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
import { party } from '../replies/money.ts';
import { picture } from '../pictures/picture.ts';
import { paidChart } from './chart.ts';
import { sharedAmount } from './shared-amount.ts';

const { requests: say, labels, buttons } = words.replies;

const pageSize = 15;
const pictureName = 'paid.png';

/** The request and the page, from 0. */
export const tableToken = (id: RequestId, page = 0): string => `${id}-${page}`;

export const tableButton = (id: RequestId, label = say.buttons.table, page = 0): Button =>
  actionButton('page', label, { command: 'request show', token: tableToken(id, page) });

const marks: Readonly<Record<DueView['state'], string>> = {
  OPEN: '○',
  PART_PAID: '◐',
  PAID: '✅',
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

export async function tableReply(
  request: RequestView,
  wanted: number,
  currency: Currency,
): Promise<Reply> {
  const { id, dues, people, peoplePaid, received, asked, memo, dueOn, expiresAt } = request;
  const pages = Math.max(1, Math.ceil(dues.length / pageSize));
  const page = Math.min(wanted, pages - 1);
  const format = (sum: bigint) => formatAmount(sum, currency);
  const shown = sorted(dues).slice(page * pageSize, (page + 1) * pageSize);
  const each = sharedAmount(dues);
  const reply = show(
    say.table.title(request.reference),
    text(say.table.progress(peoplePaid, people, format(received), format(asked))),
    { kind: 'image', name: pictureName, description: say.table.picture },
    text(joined(linesOf(shown, each, currency))),
    rule,
    facts([
      [say.labels.each, each === null ? null : format(each)],
      [labels.memo, memo === null ? null : code(memo)],
      [say.labels.due, dueOn === null ? null : formatDay(dueOn)],
      [say.labels.expires, time(expiresAt)],
      [say.labels.reminders, say.table.remindersLeft(request.reminders, remindersMax)],
    ]),
    ...(pages > 1 ? [small(say.table.page(page + 1, pages))] : []),
  );
  const turns = [
    ...(page > 0 ? [tableButton(id, buttons.previous, page - 1)] : []),
    ...(page < pages - 1 ? [tableButton(id, buttons.next, page + 1)] : []),
    ...(pages === 1 ? [tableButton(id, say.buttons.refresh, page)] : []),
  ];
  const bytes = await picture(paidChart(request, format));
  return withButtons(
    { ...reply, attachments: [{ name: pictureName, bytes }] },
    ...turns,
    ...tableButtons(request),
  );
}
