/** A request as its payer sees it, in messages and on cards. */
import type { Currency, Notice, OwnDue, PartyView, RequestId } from '../../bank/index.ts';
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

type Asked = Extract<Notice, { readonly kind: 'REQUEST' }>;
type Declined = Extract<Notice, { readonly kind: 'REQUEST_DECLINED' }>;
interface Bank {
  readonly bankName: string;
  readonly currency: Currency;
}

type About = Pick<
  Asked,
  'asker' | 'askerMember' | 'amount' | 'paid' | 'memo' | 'dueOn' | 'expiresAt' | 'reference'
>;

/** The name at the bank and the Discord user: neither alone says who asks. */
const askerText = ({ asker, askerMember }: Pick<About, 'asker' | 'askerMember'>): Markup =>
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
export function askedReply(notice: Asked, { bankName, currency }: Bank): Reply {
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

export const declinedNotice = (notice: Declined, { bankName, currency }: Bank): Reply =>
  refuse(
    say.declinedNotice(formatAmount(notice.amount, currency)),
    facts([
      [say.labels.from, party(notice.payer)],
      [labels.memo, notice.memo === null ? null : code(notice.memo)],
      [labels.reference, code(notice.reference)],
    ]),
    small(md`${bankName}`),
  );

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
  const isOpen = state === 'OPEN' || state === 'PART_PAID';
  return isOpen ? withButtons(reply, payButton(id), declineButton(id)) : reply;
}

/** After *Not now*: nothing has changed, and the same buttons stay. */
export function laterReply(own: OwnDue, currency: Currency): Reply {
  const reply = dueReply(own, currency);
  const { title, sentence } = say.later;
  const isOpen = own.due.state === 'OPEN' || own.due.state === 'PART_PAID';
  if (!isOpen) return reply;
  const parts = [text(sentence(time(own.request.expiresAt))), ...reply.parts];
  return { ...reply, title, parts };
}

/** On the confirm card of a transfer that pays a request. */
export const paysRequest = (asker: PartyView): Part => text(say.pays(party(asker)));
