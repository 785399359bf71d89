/** A page of history: newest first, with the balance after each entry. */
import {
  type Currency,
  type EntryView,
  formatAmount,
  type HistoryPage,
  numberTail,
} from '../../bank/index.ts';
import { code, joined, type Markup, md, time, written } from '../../words/markup.ts';
import {
  type Reply,
  show,
  small,
  stepButton,
  text,
  turnButtons,
  withButtons,
  withParts,
} from '../cards/reply.ts';
import { party } from './money.ts';

const memoMax = 60;

/** Whole memos stand in receipts. */
export function shortened(memo: string): string {
  const characters = Array.from(memo);
  return characters.length <= memoMax ? memo : `${characters.slice(0, memoMax - 1).join('')}…`;
}

function lineOf(entry: EntryView, currency: Currency): Markup {
  const { direction, amount, balanceAfter, counterparty, memo, reference, bookedAt } = entry;
  const [sign, word] = direction === 'in' ? ['+', 'from'] : ['−', 'to'];
  const sum = written(`**${sign}${formatAmount(amount, currency)}**`);
  const first = md`${sum} ${written(word)} ${party(counterparty)} · ${time(bookedAt)}`;
  const balance = written(`balance ${formatAmount(balanceAfter, currency)}`);
  const second = md`-# ${balance} · ${code(reference)}`;
  return joined([first, memo === null ? second : md`${second} · ${code(shortened(memo))}`]);
}

/** Newer entries never shift a page: its neighbours are named by the entries at its ends. */
export function historyReply(
  page: HistoryPage,
  view: { readonly currency: Currency; readonly filtered: boolean },
): Reply {
  const { entries } = page;
  const title = `History of …${numberTail(page.accountNumber)}`;
  const nothing = view.filtered ? 'No entry fits this filter.' : 'There is no entry yet.';
  const reply =
    entries.length === 0
      ? show(title, text(nothing))
      : show(title, text(joined(entries.map((entry) => lineOf(entry, view.currency)))));
  const noted = view.filtered ? withParts(reply, small('Filtered.')) : reply;
  return withButtons(
    noted,
    ...turnButtons(page, { keepsInput: true }),
    stepButton('edit', 'Filter'),
  );
}
