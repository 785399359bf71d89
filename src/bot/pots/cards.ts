/** Cards of opening, closing, locking and releasing pots. */
import type { AccountNumber, Amount, Currency, OwnAccount, SharedRef } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { formatDay } from '../../words/text/date.ts';
import { code, md, time } from '../../words/text/markup.ts';
import type { AccountOrder } from '../accounts/cards.ts';
import {
  ask,
  done,
  facts,
  formButton,
  type Part,
  type Reply,
  text,
  withButtons,
} from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { potsButton } from '../accounts/pots.ts';
import { potName } from '../forms/account-names.ts';

const { pots: say, shared, labels } = words.replies;

export type NewPotOrder = Readonly<{
  name: string;
  goal: Amount | null;
  goalDate: string | null;
  /** The shared account to which it belongs. */
  of?: AccountNumber;
}>;

/** `of`: the shared account to which the pot will belong. */
export const potOpeningQuestion = (
  order: NewPotOrder,
  currency: Currency,
  of: Pick<SharedRef, 'name'> | null = null,
): Question<NewPotOrder> => ({
  card: ask(
    say.open.question,
    facts([
      [shared.labels.account, of === null ? null : md`${of.name}`],
      [labels.name, md`${order.name}`],
      [say.labels.goal, order.goal === null ? null : formatAmount(order.goal, currency)],
      [say.labels.by, order.goalDate === null ? null : formatDay(order.goalDate)],
    ]),
    text(of === null ? say.open.note : shared.pots.note),
  ),
  order,
});

const factsOf = (account: OwnAccount): Part =>
  facts([
    [say.labels.pot, md`${potName(account)}`],
    [labels.accountNumber, code(account.accountNumber)],
  ]);

export const potOpenedReply = (account: OwnAccount): Reply =>
  withButtons(
    done(say.open.done, factsOf(account)),
    formButton('pot add', say.buttons.add, 'primary'),
    potsButton(),
  );

export const potClosingQuestion = (account: OwnAccount): Question<AccountOrder> => ({
  card: ask(say.close.question, factsOf(account), text(say.close.note)),
  order: { account: account.accountNumber },
  irreversible: say.close.confirm,
});

export const potClosedReply = (account: OwnAccount): Reply =>
  withButtons(done(say.close.done, factsOf(account)), potsButton());

export type LockOrder = Readonly<{
  pot: OwnAccount['accountNumber'];
  untilDay: string;
  waitHours: number;
}>;

export const lockQuestionOf = (
  account: OwnAccount,
  { untilDay, waitHours, until }: Omit<LockOrder, 'pot'> & { readonly until: Date },
): Question<LockOrder> => ({
  card: ask(
    say.lock.question,
    facts([
      [say.labels.pot, md`${potName(account)}`],
      [say.labels.lockedUntil, time(until)],
      [say.labels.earlyRelease, say.lock.wait(waitHours)],
    ]),
    text(say.lock.note),
  ),
  order: { pot: account.accountNumber, untilDay, waitHours },
  irreversible: say.lock.confirm,
});

export const potLockedReply = (account: OwnAccount): Reply => {
  const lock = account.pot?.lock ?? null;
  return withButtons(
    done(
      say.lock.done,
      facts([
        [say.labels.pot, md`${potName(account)}`],
        [say.labels.lockedUntil, lock === null ? null : time(lock.until)],
        [say.labels.earlyRelease, lock === null ? null : say.lock.wait(lock.waitHours)],
      ]),
    ),
    formButton('pot add', say.buttons.add),
    potsButton(),
  );
};

export type ReleaseOrder = Readonly<{ pot: OwnAccount['accountNumber'] }>;

export const releaseQuestion = (account: OwnAccount): Question<ReleaseOrder> => ({
  card: ask(
    say.release.question,
    facts([
      [say.labels.pot, md`${potName(account)}`],
      [say.labels.lockedUntil, account.pot?.lock ? time(account.pot.lock.until) : null],
    ]),
    text(say.release.note(account.pot?.lock?.waitHours ?? 0)),
  ),
  order: { pot: account.accountNumber },
});

export function releasedReply(account: OwnAccount): Reply {
  const at = account.pot?.lock?.releaseAt ?? null;
  return withButtons(
    done(
      say.release.done,
      facts([[say.labels.pot, md`${potName(account)}`]]),
      text(at === null ? say.release.isOpen : say.release.waits(time(at))),
    ),
    ...(at === null ? [formButton('pot take', say.buttons.take, 'primary')] : []),
    potsButton(),
  );
}
