/** The inbox: a page of notices, and one of them with its own buttons. */
import type { Currency, InboxItem, InboxPage, PartyView } from '../../../bank/index.ts';
import { words } from '../../../words/index.ts';
import { joined, type Markup, md, time, written } from '../../../words/text/markup.ts';
import {
  actionButton,
  refuse,
  type Reply,
  show,
  small,
  stepButton,
  text,
  turnButtons,
  withButtons,
  withParts,
} from '../../cards/reply.ts';
import { party } from '../money.ts';
import { noticeReply } from '../notices.ts';

const { inbox: say } = words.replies;

interface Bank {
  readonly bankName: string;
  readonly currency: Currency;
}

const titleOf = ({ notice }: InboxItem, bank: Bank): string =>
  notice === null ? say.gone.title : noticeReply(notice, bank).title;

function stateOf({ state, heldUntil }: InboxItem): Markup {
  if (state !== 'HELD') return written(say.states[state]);
  return heldUntil === null ? written(say.states.WAITING) : say.heldUntil(time(heldUntil, 'clock'));
}

/** The other side of a payment or of a request. */
function otherIn(notice: InboxItem['notice']): PartyView | null {
  switch (notice?.kind) {
    case 'MONEY_RECEIVED':
    case 'MONEY_SENT':
      return notice.entries[0]?.counterparty ?? null;
    case 'REQUEST':
    case 'REQUEST_CANCELLED':
    case 'REQUEST_WITHDRAWN':
      return notice.asker;
    case 'REQUEST_DECLINED':
      return notice.payer;
    default:
      return null;
  }
}

function partyIn({ notice }: InboxItem): Markup {
  const other = otherIn(notice);
  return other === null ? written('') : md` · ${party(other)}`;
}

function lineOf(item: InboxItem, bank: Bank): Markup {
  const first = md`${written(item.isNew ? '● ' : '')}**${titleOf(item, bank)}**${partyIn(item)}`;
  return joined([first, md`-# ${time(item.at)} · ${stateOf(item)}`]);
}

export function inboxReply(page: InboxPage, bank: Bank): Reply {
  const { entries, unread, older, newer } = page;
  const title = unread === 0 ? say.title : `${say.title} · ${say.unread(unread)}`;
  const nothing = older === null && newer === null ? say.empty : say.emptyPage;
  const content =
    entries.length === 0 ? written(nothing) : joined(entries.map((one) => lineOf(one, bank)));
  const reply = withButtons(
    show(title, text(content), small(say.kept)),
    ...turnButtons(page),
    ...(unread > entries.filter(({ isNew }) => isNew).length
      ? [actionButton('all-read', say.buttons.allRead)]
      : []),
    stepButton('start', say.buttons.settings, 'secondary', { command: 'notices', row: null }),
  );
  const choices = entries.map((item) => ({
    value: `${item.id}`,
    label: titleOf(item, bank),
    isChosen: false,
  }));
  return choices.length === 0
    ? reply
    : { ...reply, menu: { action: 'open', placeholder: say.open, choices } };
}

/** With the buttons that the message itself has. */
export function openedReply(item: InboxItem | null, bank: Bank): Reply {
  if (item === null) return refuse(say.missing.title, text(say.missing.sentence));
  if (item.notice === null) return show(say.gone.title, text(say.gone.sentence));
  return withParts(noticeReply(item.notice, bank), small(md`${time(item.at)} · ${stateOf(item)}`));
}
