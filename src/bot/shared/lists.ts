/** Members of a shared account, and shared accounts beside a customer's own. */
import {
  type Currency,
  type SharedInvitation,
  type SharedMember,
  type SharedMembers,
  type SharedRule,
} from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { formatAmount } from '../../words/text/amount.ts';
import { joined, type Markup, md, time, written } from '../../words/text/markup.ts';
import {
  actionButton,
  type Button,
  type Reply,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import { grantText } from '../accounts/shared.ts';
import { member } from '../replies/member.ts';

const { shared: say } = words.replies;

function leftText({ allowance, spent }: SharedMember, currency: Currency): string[] {
  if (allowance === null) return [];
  const left = spent < allowance ? allowance - spent : 0n;
  return [say.left(formatAmount(left, currency), formatAmount(allowance, currency))];
}

function memberLine(one: SharedMember, currency: Currency): Markup {
  const about = [
    say.roles[one.role],
    ...leftText(one, currency),
    ...(one.readsAll ? [] : [say.members.fromJoining]),
  ];
  return md`**${one.name}** ${member(one.member)}\n-# ${written(about.join(' · '))}`;
}

function invitationLine(one: SharedInvitation, currency: Currency): Markup {
  const { invited, expiresAt } = one;
  const about = md`${grantText(one, currency)} · ${say.members.until(time(expiresAt))}`;
  return md`${invited.name} ${member(invited.member)}\n-# ${about}`;
}

const ruleText = ({ above, needed }: SharedRule, currency: Currency): string =>
  say.approvals.rule(formatAmount(above, currency), needed);

const beginning = (command: string, label: string, token: string): Button =>
  actionButton('begin', label, { command, token });

export const membersButton = (accountNumber: string): Button =>
  actionButton('show', say.buttons.members, {
    command: 'account share members',
    token: accountNumber,
  });
export const inviteButton = (accountNumber: string): Button =>
  actionButton('begin', say.buttons.invite, {
    style: 'primary',
    command: 'account share invite',
    token: accountNumber,
  });

/** With the buttons that the role allows. */
export function membersReply(found: SharedMembers, currency: Currency): Reply {
  const { account, role, members, invitations, rule } = found;
  const { accountNumber: number, name } = account;
  const invited =
    invitations.length === 0
      ? []
      : [
          text(
            md`**${say.members.invited}**\n${joined(invitations.map((one) => invitationLine(one, currency)))}`,
          ),
        ];
  const manages: readonly Button[] =
    role === 'MANAGER'
      ? [
          inviteButton(number),
          beginning('account share role', say.buttons.role, number),
          beginning('account share remove', say.buttons.remove, number),
          beginning('account share rule', say.approvals.buttons.rule, number),
        ]
      : [];
  return withButtons(
    show(
      say.members.title(name),
      text(joined(members.map((one) => memberLine(one, currency)))),
      ...invited,
      ...(rule === null ? [] : [small(ruleText(rule, currency))]),
    ),
    ...manages,
    beginning('account share leave', say.buttons.leave, number),
    ...(role === 'MANAGER' ? [beginning('account share close', say.close.confirm, number)] : []),
  );
}
