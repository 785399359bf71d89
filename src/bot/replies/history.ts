/** A page of history: newest first, with the balance after each entry. */
import { type Currency, type EntryView, type HistoryPage } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, joined, type Markup, md, time, written } from '../../words/text/markup.ts';
import {
  actionButton,
  type Button,
  type Reply,
  show,
  small,
  stepButton,
  text,
  turnButtons,
  withButtons,
  withParts,
} from '../cards/reply.ts';
import { accountTitle } from '../forms/account-names.ts';
import { party } from './money.ts';
import { formatAmount } from '../../words/text/amount.ts';

const { history: say } = words.replies.accounts;
const memoMax = 60;

/** Receipts show the whole memo. */
export function shortened(memo: string): string {
  const characters = Array.from(memo);
  return characters.length <= memoMax ? memo : `${characters.slice(0, memoMax - 1).join('')}…`;
}

export function lineOf(entry: EntryView, currency: Currency): Markup {
  const { direction, kind, amount, counterparty, memo, reference, bookedAt } = entry;
  const first = say.entry(direction, {
    amount: formatAmount(amount, currency),
    kind,
    // The bank's own accounts have no number.
    party: counterparty.numberTail === null ? null : party(counterparty),
    at: md`${time(bookedAt, 'day')} ${time(bookedAt, 'clock')}`,
  });
  const balance = say.balance(formatAmount(entry.balanceAfter, currency));
  const by = say.askedBy[entry.initiator];
  const asked = by === null ? written('') : written(` · ${by}`);
  const acted =
    entry.actor === undefined ? written('') : md` · ${words.replies.shared.by(md`${entry.actor}`)}`;
  const second = md`-# ${balance} · ${code(reference)}${acted}${asked}`;
  return joined([first, memo === null ? second : md`${second} · ${code(shortened(memo))}`]);
}

/** Opens the form of `/receipt`, which asks for the reference of an entry. */
const receiptOf = (): Button =>
  stepButton('start', words.commands.receipt.title, 'secondary', {
    command: 'receipt',
    row: null,
  });

/** How far an unfinished search came. */
function reachedNote({ unfinished, searchedTo }: HistoryPage): Markup | null {
  if (unfinished === undefined || searchedTo === undefined) return null;
  return say.searching.reached[unfinished](time(searchedTo, 'day'));
}

/** *Newer* and *Older*; an unfinished search goes on with *Search further*. */
function turnsOf(page: HistoryPage): Button[] {
  const { older, newer, unfinished } = page;
  if (unfinished === undefined) return turnButtons(page, { keepsInput: true });
  const cursor = unfinished === 'older' ? older : newer;
  const other = unfinished === 'older' ? { older: null, newer } : { older, newer: null };
  const further = actionButton(unfinished, say.searching.further, {
    keepsInput: true,
    token: `${cursor}`,
  });
  return [...turnButtons(other, { keepsInput: true }), further];
}

function emptyNote({ unfinished }: HistoryPage, filtered: boolean): string {
  if (unfinished !== undefined) return say.searching.nothingYet;
  return filtered ? say.noMatches : say.empty;
}

/** Pages are found by the entries at their ends, so that new entries never shift them. */
export function historyReply(
  page: HistoryPage,
  view: { readonly currency: Currency; readonly filtered: boolean },
): Reply {
  const { entries } = page;
  const title = say.title(accountTitle(page));
  const reply =
    entries.length === 0
      ? show(title, text(emptyNote(page, view.filtered)))
      : show(title, text(joined(entries.map((entry) => lineOf(entry, view.currency)))));
  const reached = reachedNote(page);
  const notes = [
    ...(reached === null ? [] : [small(reached)]),
    ...(view.filtered ? [small(say.filtered)] : []),
  ];
  return withButtons(
    withParts(reply, ...notes),
    ...turnsOf(page),
    stepButton('edit', words.replies.buttons.filter),
    ...(view.filtered
      ? [stepButton('start', say.showAll, 'secondary', { command: 'history', row: null })]
      : []),
    ...(entries.length === 0 ? [] : [receiptOf()]),
  );
}
