/** A request as its payer sees it, in messages and on cards. */
import {
  type Currency,
  isPayable,
  type Notice,
  type OwnDue,
  type PartyView,
  type RequestId,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { code, type Markup, md, time } from '../../words/text/markup.ts';
import {
  actionButton,
  type Button,
  facts,
  type Part,
  refuse,
  type Reply,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import { member } from './member.ts';
import { party } from './money.ts';

const { requests: say, labels } = words.replies;

type NoticeOf<Kind extends Notice['kind']> = Extract<Notice, { readonly kind: Kind }>;
type Asked = NoticeOf<'REQUEST'>;
type Cancelled = 'REQUEST_CANCELLED' | 'REQUEST_WITHDRAWN';
export type RequestNotice = NoticeOf<
  'REQUEST' | 'REQUEST_DECLINED' | Cancelled | 'REQUEST_BY_STAFF'
>;
interface Bank {
  readonly bankName: string;
  readonly currency: Currency;
}

type About = Pick<
  Asked,
  'asker' | 'askerMember' | 'amount' | 'paid' | 'memo' | 'dueOn' | 'expiresAt' | 'reference'
>;

/** The name at the bank and the Discord user: neither alone says who asks. */
export const askerText = ({ asker, askerMember }: Pick<About, 'asker' | 'askerMember'>): Markup =>
  md`${party(asker)} · ${member(askerMember)}`;

const aboutDue = (about: About, currency: Currency): Part => {
  const { amount, paid, memo, dueOn, expiresAt, reference } = about;
  const left = amount - paid;
  return facts([
    [say.labels.asker, askerText(about)],
    [labels.amount, formatAmount(amount, currency)],
    [say.labels.left, paid > 0n && left > 0n ? formatAmount(left, currency) : null],
    [labels.memo, memo === null ? null : code(memo)],
    [say.labels.due, dueOn === null ? null : formatDay(dueOn)],
    [say.labels.expires, time(expiresAt)],
    [labels.reference, code(reference)],
  ]);
};

const payButton = (id: RequestId): Button =>
  actionButton('pay', say.buttons.pay, { style: 'success', command: 'transfer', token: `${id}` });
const declineButton = (id: RequestId): Button =>
  actionButton('decline', say.buttons.decline, { command: 'request list', token: `${id}` });
const laterButton = (id: RequestId): Button =>
  actionButton('later', say.buttons.notNow, { command: 'request list', token: `${id}` });

/** The message to the payer: the request itself, or a reminder of it. */
function askedReply(notice: Asked, { bankName, currency }: Bank): Reply {
  const { dueId, reminder, amount, paid } = notice;
  const sum = formatAmount(amount - paid, currency);
  const { received } = say;
  const title = reminder === 0n ? received.title(sum) : received.reminder(sum);
  return withButtons(
    show(title, aboutDue(notice, currency), small(md`${bankName} · ${received.note}`)),
    payButton(dueId),
    declineButton(dueId),
    laterButton(dueId),
  );
}

const declinedReply = (notice: NoticeOf<'REQUEST_DECLINED'>, { bankName, currency }: Bank): Reply =>
  refuse(
    say.declinedNotice(formatAmount(notice.amount, currency)),
    facts([
      [say.labels.from, party(notice.payer)],
      [labels.memo, notice.memo === null ? null : code(notice.memo)],
      [labels.reference, code(notice.reference)],
    ]),
    small(md`${bankName}`),
  );

/** To a payer: the asker or staff cancelled what was still to be paid. */
function withdrawnReply(notice: NoticeOf<Cancelled>, { bankName, currency }: Bank): Reply {
  const { kind, amount, paid, memo, reference } = notice;
  const { withdrawn } = say;
  const sentence = kind === 'REQUEST_WITHDRAWN' ? withdrawn.byStaff : withdrawn.byAsker;
  return show(
    withdrawn.title(formatAmount(amount - paid, currency)),
    text(paid > 0n ? `${sentence} ${withdrawn.paidStays}` : sentence),
    facts([
      [say.labels.asker, askerText(notice)],
      [say.labels.paid, paid > 0n ? formatAmount(paid, currency) : null],
      [labels.memo, memo === null ? null : code(memo)],
      [labels.reference, code(reference)],
    ]),
    small(md`${bankName}`),
  );
}

/** To the asker. */
function byStaffReply(notice: NoticeOf<'REQUEST_BY_STAFF'>, { bankName, currency }: Bank): Reply {
  const { request, reason } = notice;
  const { received, asked, memo, reference } = request;
  const { byStaff } = say;
  return show(
    byStaff.title(formatAmount(asked, currency)),
    text(received > 0n ? `${byStaff.sentence} ${say.cancel.stays}` : byStaff.sentence),
    facts([
      [say.labels.paid, received > 0n ? formatAmount(received, currency) : null],
      [labels.memo, memo === null ? null : code(memo)],
      [labels.reason, reason === null ? null : code(reason)],
      [labels.reference, code(reference)],
    ]),
    small(md`${bankName}`),
  );
}

export function requestNoticeReply(notice: RequestNotice, bank: Bank): Reply {
  switch (notice.kind) {
    case 'REQUEST':
      return askedReply(notice, bank);
    case 'REQUEST_DECLINED':
      return declinedReply(notice, bank);
    case 'REQUEST_CANCELLED':
    case 'REQUEST_WITHDRAWN':
      return withdrawnReply(notice, bank);
    case 'REQUEST_BY_STAFF':
      return byStaffReply(notice, bank);
  }
}

const aboutOf = ({ request, due }: OwnDue): About => ({
  ...request,
  amount: due.amount,
  paid: due.paid,
});

/** With *Pay* and *Decline* while it can be paid. */
export function dueReply(own: OwnDue, currency: Currency): Reply {
  const { id, state, amount } = own.due;
  const reply = show(
    say.due[state](formatAmount(amount, currency)),
    aboutDue(aboutOf(own), currency),
  );
  return isPayable(state) ? withButtons(reply, payButton(id), declineButton(id)) : reply;
}

/** After *Not now*: nothing has changed, and the same buttons stay. */
export function laterReply(own: OwnDue, currency: Currency): Reply {
  const reply = dueReply(own, currency);
  const { title, sentence } = say.later;
  if (!isPayable(own.due.state)) return reply;
  const parts = [text(sentence(time(own.request.expiresAt))), ...reply.parts];
  return { ...reply, title, parts };
}

/** On the confirm card of a transfer that pays a request. */
export const paysRequest = (asker: PartyView): Part => text(say.pays(party(asker)));
