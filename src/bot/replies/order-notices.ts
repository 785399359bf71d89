/** Direct messages about standing orders. */
import { type Currency, type Notice, referenceOf } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { code, time } from '../../words/text/markup.ts';
import {
  done,
  facts,
  type Part,
  refuse,
  type Reply,
  show,
  small,
  stepButton,
  text,
  withButtons,
} from '../cards/reply.ts';
import { openings } from '../next/steps.ts';
import { party } from './money.ts';
import {
  allButton,
  dueText,
  orderButton,
  orderSum,
  orderTitle,
  skipButton,
} from '../cards/order-text.ts';

const { orders: say } = words;
const { labels } = words.replies;

interface Bank {
  readonly bankName: string;
  readonly currency: Currency;
}
type NoticeOf<Kind extends Notice['kind']> = Extract<Notice, { readonly kind: Kind }>;
export type OrderNotice = NoticeOf<
  'ORDER_OUTCOME' | 'ORDER_STATE' | 'ORDER_SHORT' | 'ORDER_BY_STAFF'
>;

const deposit = () =>
  stepButton('start', words.replies.next.open.deposit, 'primary', {
    command: openings.deposit,
    row: null,
  });

const about = (
  { order }: OrderNotice,
  { currency }: Bank,
  more: Parameters<typeof facts>[0] = [],
): Part =>
  facts([
    [orderTitle(order), orderSum(order.amount, currency)],
    [labels.to, party(order.to)],
    [labels.memo, order.memo === null ? null : code(order.memo)],
    ...more,
  ]);

function outcomeReply(notice: NoticeOf<'ORDER_OUTCOME'>, bank: Bank): Reply {
  const { order, outcome } = notice;
  const { state, reason, amount, transactionId, date, missedBefore } = outcome;
  const said = say.notices;
  const missed = missedBefore === 0 ? [] : [text(said.missedBefore(missedBefore))];
  const over = order.state === 'ENDED' ? [text(said.ended)] : [];
  const note = small(said.note(bank.bankName));
  if (state === 'PAID' && amount !== null) {
    const reference = transactionId === null ? null : code(referenceOf(transactionId));
    const more = [
      [say.notices.due, formatDay(date)],
      [labels.reference, reference],
    ] as const;
    const title = said.paid(formatAmount(amount, bank.currency));
    const reply = done(title, about(notice, bank, more), ...missed, ...over, note);
    return withButtons(reply, orderButton('one', order, orderTitle(order)));
  }
  if (state === 'ASKED') {
    return withButtons(
      show(
        said.asked,
        text(words.replies.shared.approvals.setAside),
        about(notice, bank, [[said.due, formatDay(date)]]),
        ...missed,
        ...over,
        note,
      ),
      orderButton('one', order, orderTitle(order)),
    );
  }
  const titles = { WAITING: said.waiting, MISSED: said.missed, SKIPPED: said.skipped };
  const title = titles[state === 'PAID' ? 'MISSED' : state];
  const why = reason === null ? '' : `${say.reason(reason)} `;
  const again = state === 'WAITING' && order.retryAt !== null;
  const reply = refuse(
    title,
    text(`${why}${say.nothingMoved}`),
    ...(again ? [text(said.tryAgain(time(order.retryAt)))] : []),
    about(notice, bank, [[said.due, formatDay(date)]]),
    ...missed,
    ...over,
    note,
  );
  const isShort = reason === 'FUNDS' && state !== 'SKIPPED';
  return withButtons(
    reply,
    ...(isShort ? [deposit()] : []),
    ...(again ? skipButton(order) : []),
    orderButton('one', order, orderTitle(order)),
  );
}

function stateReply(notice: NoticeOf<'ORDER_STATE'>, bank: Bank): Reply {
  const { order } = notice;
  const isPaused = order.state === 'PAUSED';
  const title = isPaused ? say.notices.paused(order.number) : say.notices.cancelled(order.number);
  const state = say.state(order.state, order.reason);
  const reply = refuse(
    title,
    text(say.nothingMoved),
    about(notice, bank, [[labels.state, state]]),
    small(say.notices.note(bank.bankName)),
  );
  const canResume = isPaused && order.reason !== 'PAYEE_CLOSED';
  const resume = canResume ? [orderButton('resume', order, say.buttons.resume)] : [];
  return withButtons(
    reply,
    ...(order.reason === 'MISSED' ? [deposit()] : []),
    ...resume,
    allButton(),
  );
}

function shortReply(notice: NoticeOf<'ORDER_SHORT'>, bank: Bank): Reply {
  const { order, occurrence } = notice;
  const reply = show(
    say.notices.short,
    text(say.notices.shortSentence(formatDay(occurrence.date))),
    about(notice, bank, [[say.notices.due, dueText(occurrence)]]),
    small(say.notices.note(bank.bankName)),
  );
  const isNext = order.next?.number === occurrence.number;
  return withButtons(reply, deposit(), ...(isNext ? skipButton(order) : []), allButton());
}

function byStaffReply(notice: NoticeOf<'ORDER_BY_STAFF'>, bank: Bank): Reply {
  const { order, act, reason } = notice;
  const titles = {
    PAUSED: say.notices.paused,
    RESUMED: say.notices.resumed,
    CANCELLED: say.notices.cancelled,
  };
  const reply = show(
    titles[act](order.number),
    text(say.notices.byStaff),
    about(notice, bank, [[labels.reason, reason === null ? null : code(reason)]]),
    small(say.notices.note(bank.bankName)),
  );
  return withButtons(reply, allButton());
}

export function orderNoticeReply(notice: OrderNotice, bank: Bank): Reply {
  switch (notice.kind) {
    case 'ORDER_OUTCOME':
      return outcomeReply(notice, bank);
    case 'ORDER_STATE':
      return stateReply(notice, bank);
    case 'ORDER_SHORT':
      return shortReply(notice, bank);
    case 'ORDER_BY_STAFF':
      return byStaffReply(notice, bank);
  }
}
