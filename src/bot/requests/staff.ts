/** A customer's requests for money, as staff see them. */
import type {
  Currency,
  CustomerRequests,
  OwnDue,
  RequestId,
  RequestSummary,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { code, joined, type Markup, md, time } from '../../words/text/markup.ts';
import {
  done,
  type Menu,
  type Reply,
  rule,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import { party } from '../replies/money.ts';
import { choice } from './lists.ts';
import { tableButton } from './table.ts';

const { requests: say } = words.replies;
const choicesMax = 25;

function gotLine({ request, due }: OwnDue, currency: Currency): Markup {
  const first = md`**${formatAmount(due.amount, currency)}** · ${party(request.asker)}`;
  const state = say.states[due.state];
  return joined([first, md`-# ${code(request.reference)} · ${state} · ${time(request.createdAt)}`]);
}

function madeLine(request: RequestSummary, currency: Currency): Markup {
  const { peoplePaid, people, peopleOpen, received, asked, reference, createdAt } = request;
  const sums = `${formatAmount(received, currency)} / ${formatAmount(asked, currency)}`;
  const first = md`**${say.list.progress(peoplePaid, people)}** · ${sums}`;
  const open = say.staff.open(peopleOpen);
  return joined([first, md`-# ${code(reference)} · ${open} · ${time(createdAt)}`]);
}

function menuOf({ got, made }: CustomerRequests, currency: Currency) {
  const requests = [...got.map(({ request }) => request), ...made];
  const choices = requests
    .slice(0, choicesMax)
    .map(({ id, reference, asked, asker }) =>
      choice(id, [reference, formatAmount(asked, currency), asker.name]),
    );
  const menu: Menu = { action: 'show', placeholder: say.list.choose, choices };
  return choices.length === 0 ? {} : { menu };
}

export function customerRequestsReply(found: CustomerRequests, currency: Currency): Reply {
  const { got, made, holder } = found;
  const reply = show(
    say.staff.title,
    text(party(holder)),
    text(md`**${say.staff.got}**`),
    text(
      got.length === 0 ? say.staff.nothingGot : joined(got.map((one) => gotLine(one, currency))),
    ),
    rule,
    text(md`**${say.staff.made}**`),
    text(
      made.length === 0
        ? say.staff.nothingMade
        : joined(made.map((one) => madeLine(one, currency))),
    ),
    small(say.staff.newest),
  );
  return { ...reply, ...menuOf(found, currency) };
}

/** `count`: the payers who could still have paid. */
export const requestCancelledByStaff = (count: number, id: RequestId): Reply =>
  withButtons(
    count === 0
      ? show(say.cancel.before, text(words.errors.nothing.changed))
      : done(say.cancel.done, text(say.staff.cancelled(count))),
    tableButton(id, { command: 'staff request show' }),
  );
