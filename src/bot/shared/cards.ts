/** Cards of opening, inviting, changing roles, removing, leaving and closing. */
import type {
  AccountNumber,
  Amount,
  Currency,
  DiscordUserId,
  SharedGrant,
  SharedRef,
  SharedRole,
} from '../../bank/index.ts';
import { invitationDays } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, md } from '../../words/text/markup.ts';
import {
  actionButton,
  ask,
  done,
  facts,
  type Part,
  type Reply,
  text,
  withButtons,
} from '../cards/reply.ts';
import type { Question } from '../command/command.ts';
import { member } from '../replies/member.ts';
import { grantText } from '../accounts/shared.ts';
import { inviteButton, membersButton } from './lists.ts';

const { shared: say, labels, buttons } = words.replies;

export type NamedOrder = Readonly<{ account: AccountNumber }>;
export type MemberOrder = Readonly<{ account: AccountNumber; member: DiscordUserId }>;
export type RoleOrder = MemberOrder & Readonly<{ role: SharedRole; allowance: Amount | null }>;
export type InvitationOrder = RoleOrder & Readonly<{ readsAll: boolean }>;

type Row = readonly [string, ReturnType<typeof md> | string | null];

const factsOf = ({ name, accountNumber }: SharedRef, ...more: readonly Row[]): Part =>
  facts([[say.labels.account, md`${name}`], [labels.accountNumber, code(accountNumber)], ...more]);

const grantRows = (grant: SharedGrant, currency: Currency): Row => [
  say.labels.role,
  grantText(grant, currency),
];

export const sharedOpeningQuestion = (name: string): Question<Readonly<{ name: string }>> => ({
  card: ask(say.open.question, facts([[labels.name, md`${name}`]]), text(say.open.note)),
  order: { name },
});

export const sharedOpenedReply = (account: SharedRef): Reply =>
  withButtons(
    done(say.open.done, factsOf(account)),
    inviteButton(account.accountNumber),
    membersButton(account.accountNumber),
  );

export const invitationQuestion = (
  account: SharedRef,
  order: InvitationOrder,
  { needsProof, currency }: { readonly needsProof: boolean; readonly currency: Currency },
): Question<InvitationOrder> => ({
  card: ask(
    say.invite.question,
    factsOf(account, [say.labels.member, member(order.member)], grantRows(order, currency), [
      say.labels.history,
      say.reads[`${order.readsAll}`],
    ]),
    text(say.invite.note(invitationDays)),
  ),
  order,
  needsProof,
  confirms: md`${say.invite.question}`,
});

export const invitedReply = (account: SharedRef, order: InvitationOrder, currency: Currency) =>
  withButtons(
    done(
      say.invite.done,
      factsOf(account, [say.labels.member, member(order.member)], grantRows(order, currency)),
    ),
    inviteButton(account.accountNumber),
    membersButton(account.accountNumber),
  );

export const roleQuestion = (
  { account, before }: { readonly account: SharedRef; readonly before: SharedGrant },
  order: RoleOrder,
  { needsProof, currency }: { readonly needsProof: boolean; readonly currency: Currency },
): Question<RoleOrder> => ({
  card: ask(
    say.role.question,
    factsOf(
      account,
      [say.labels.member, member(order.member)],
      [say.labels.before, grantText(before, currency)],
      grantRows(order, currency),
    ),
  ),
  order,
  needsProof,
  confirms: md`${say.role.question}`,
});

export const roleChangedReply = (account: SharedRef, order: RoleOrder, currency: Currency): Reply =>
  withButtons(
    done(
      say.role.done,
      factsOf(account, [say.labels.member, member(order.member)], grantRows(order, currency)),
    ),
    membersButton(account.accountNumber),
  );

export const removalQuestion = (
  { account, isInvited }: { readonly account: SharedRef; readonly isInvited: boolean },
  order: MemberOrder,
): Question<MemberOrder> => ({
  card: ask(
    isInvited ? say.remove.invitedQuestion : say.remove.question,
    factsOf(account, [say.labels.member, member(order.member)]),
    ...(isInvited ? [] : [text(say.remove.note)]),
  ),
  order,
  irreversible: say.remove.confirm,
});

export const removedReply = (account: SharedRef, order: MemberOrder): Reply =>
  withButtons(
    done(say.remove.done, factsOf(account, [say.labels.member, member(order.member)])),
    membersButton(account.accountNumber),
  );

export const leavingQuestion = (account: SharedRef): Question<NamedOrder> => ({
  card: ask(say.leave.question, factsOf(account), text(say.leave.note)),
  order: { account: account.accountNumber },
  irreversible: say.leave.confirm,
});

export const leftReply = (account: SharedRef): Reply => done(say.leave.done, factsOf(account));

export const sharedClosingQuestion = (account: SharedRef): Question<NamedOrder> => ({
  card: ask(say.close.question, factsOf(account), text(say.close.note)),
  order: { account: account.accountNumber },
  irreversible: say.close.confirm,
});

export const sharedClosedReply = (account: SharedRef): Reply =>
  withButtons(
    done(say.close.done, factsOf(account)),
    actionButton('recent', buttons.history, { command: 'history' }),
  );
