/** What waits for the managers of a shared account, as its asker and the managers see it. */
import {
  type AccountNumber,
  type ApprovalEnd,
  approvalDays,
  type Currency,
  type DiscordUserId,
  type Quote,
  type RequestId,
  referenceOf,
  type SharedApproval,
  type SharedRef,
  type SharedRule,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { code, type Markup, md, time } from '../../words/text/markup.ts';
import { decideButtons } from '../accounts/shared.ts';
import {
  actionButton,
  ask,
  type Button,
  done,
  facts,
  type Part,
  type Reply,
  show,
  small,
  text,
  withButtons,
  withParts,
} from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { member } from '../replies/member.ts';
import { party } from '../replies/money.ts';
import { membersButton } from './lists.ts';

const { shared, labels } = words.replies;
const { approvals: say } = shared;

export const ruleText = (rule: SharedRule | null, currency: Currency): string =>
  rule === null ? say.noRule : say.rule(formatAmount(rule.above, currency), rule.needed);

type Row = readonly [string, Markup | string | null];

function askedRows({ asked, id }: SharedApproval, currency: Currency): Row[] {
  if (asked.kind === 'RULE') return [[say.labels.rule, ruleText(asked.rule, currency)]];
  const { to, amount, fee, memo } = asked;
  return [
    [say.labels.asked, to === null ? say.withdrawal : say.payment],
    [labels.to, to === null ? null : party(to)],
    [labels.amount, formatAmount(amount, currency)],
    [labels.fee, fee === 0n ? null : formatAmount(fee, currency)],
    [labels.memo, memo === null ? null : code(memo)],
    [labels.reference, code(referenceOf(id))],
  ];
}

function approvalFacts(approval: SharedApproval, currency: Currency): Part {
  const { account, asker, approvedBy, needed, state, expiresAt } = approval;
  return facts([
    [shared.labels.account, md`${account.name}`],
    [say.labels.asker, md`${asker.name} · ${member(asker.member)}`],
    ...askedRows(approval, currency),
    [say.labels.approvals, say.count(approvedBy.length, needed)],
    [say.labels.approvedBy, approvedBy.length === 0 ? null : md`${approvedBy.join(', ')}`],
    [shared.labels.expires, state === 'WAITING' ? time(expiresAt) : null],
  ]);
}

const cancelButton = (id: RequestId): Button =>
  actionButton('revoke', say.buttons.cancel, {
    command: 'account share approvals',
    token: `${id}`,
  });

/** Who decided it, and what that means for the money. */
const endedText = ({ asked, endedBy }: SharedApproval, state: ApprovalEnd): string =>
  say.endedBy(state, asked.kind, endedBy);

/** What the customer has asked for, and what became of it. */
export function managersAskedReply(approval: SharedApproval, currency: Currency): Reply {
  const { account, asked, id, state } = approval;
  const about = approvalFacts(approval, currency);
  if (state !== 'WAITING') {
    const title = say.notice.ended(account.name, asked.kind, state);
    return show(title, text(endedText(approval, state)), about);
  }
  const next = asked.kind === 'PAYMENT' ? say.setAside : say.askedRule;
  return withButtons(show(say.title(account.name), about, text(next)), cancelButton(id));
}

/** The oldest, with its buttons; the others follow once it is decided. */
export function waitingReply(
  all: readonly SharedApproval[],
  { viewer, currency }: { readonly viewer: DiscordUserId; readonly currency: Currency },
): Reply {
  const decidable = all.filter(({ asker }) => asker.member !== viewer);
  const [first] = [...decidable, ...all];
  if (first === undefined) return show(say.noneTitle, text(say.none));
  const isOwn = first.asker.member === viewer;
  const others = all.length - 1;
  return withButtons(
    show(
      say.title(first.account.name),
      approvalFacts(first, currency),
      ...(isOwn ? [text(say.own)] : []),
      ...(others === 0 ? [] : [small(say.more(others))]),
    ),
    ...(isOwn ? [cancelButton(first.id)] : decideButtons(first.id)),
  );
}

/** After a press: how it stands, or how it ended. */
export function waitingDecidedReply(approval: SharedApproval, currency: Currency): Reply {
  const { account, asked, state } = approval;
  const about = approvalFacts(approval, currency);
  if (state === 'WAITING') {
    return show(say.title(account.name), text(say.counted), about);
  }
  const title = say.notice.ended(account.name, asked.kind, state);
  return withButtons(
    state === 'APPROVED'
      ? done(title, text(endedText(approval, state)), about)
      : show(title, text(endedText(approval, state)), about),
    membersButton(account.accountNumber),
  );
}

/** The confirm card of a payment that waits, once it is confirmed. */
export function waitsForManagers<Asked extends { readonly card: Reply }>(
  question: Asked,
  { approvals }: Quote,
): Asked {
  if (approvals === undefined) return question;
  return { ...question, card: withParts(question.card, text(say.waits(approvals, approvalDays))) };
}

export type RuleOrder = Readonly<{
  account: AccountNumber;
  rule: Readonly<{ above: SharedRule['above']; needed: number }> | null;
}>;

export const ruleQuestion = (
  found: {
    readonly account: SharedRef;
    readonly before: SharedRule | null;
    readonly needed: number;
    readonly needsProof: boolean;
  },
  order: RuleOrder,
  currency: Currency,
): Question<RuleOrder> => ({
  card: ask(
    say.set.question,
    facts([
      [shared.labels.account, md`${found.account.name}`],
      [shared.labels.before, ruleText(found.before, currency)],
      [say.labels.rule, ruleText(order.rule, currency)],
    ]),
    text(found.needed === 0 ? say.set.now : say.set.needs(found.needed)),
    small(say.set.note),
  ),
  order,
  needsProof: found.needsProof,
  confirms: md`${say.set.question}`,
});

export function ruleReply(
  { account, approval }: { readonly account: SharedRef; readonly approval: SharedApproval | null },
  order: RuleOrder,
  currency: Currency,
): Reply {
  if (approval !== null) return managersAskedReply(approval, currency);
  return withButtons(
    done(
      say.set.done,
      facts([
        [shared.labels.account, md`${account.name}`],
        [say.labels.rule, ruleText(order.rule, currency)],
      ]),
    ),
    membersButton(account.accountNumber),
  );
}
