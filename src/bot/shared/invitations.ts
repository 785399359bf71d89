/** Invitations to shared accounts, as the invited person sees and answers them. */
import type { Currency, SharedInvitation } from '../../bank/index.ts';
import { words } from '../../words/index.ts';
import { code, md, time } from '../../words/text/markup.ts';
import {
  done,
  facts,
  type Part,
  type Reply,
  show,
  small,
  text,
  withButtons,
} from '../cards/reply.ts';
import { member } from '../replies/member.ts';
import { answerButtons, grantText } from '../accounts/shared.ts';
import { membersButton } from './lists.ts';

const { shared: say, labels } = words.replies;

const factsOf = (invitation: SharedInvitation, currency: Currency): Part => {
  const { account, inviter, readsAll, expiresAt } = invitation;
  return facts([
    [say.labels.invitedBy, md`${inviter.name} · ${member(inviter.member)}`],
    [labels.accountNumber, code(account.accountNumber)],
    [say.labels.role, grantText(invitation, currency)],
    [say.labels.history, say.reads[`${readsAll}`]],
    [say.labels.expires, time(expiresAt)],
  ]);
};

/** The oldest, with its buttons; the others follow once it is answered. */
export function invitationsReply(all: readonly SharedInvitation[], currency: Currency): Reply {
  const [first, ...others] = all;
  if (first === undefined) return show(say.invitation.noneTitle, text(say.invitation.none));
  return withButtons(
    show(
      say.invitation.title(first.account.name),
      factsOf(first, currency),
      text(say.invitation.sentence),
      ...(others.length === 0 ? [] : [small(say.invitation.more(others.length))]),
    ),
    ...answerButtons(first.id),
  );
}

export function answeredReply(invitation: SharedInvitation, currency: Currency): Reply {
  const { account, state } = invitation;
  if (state !== 'ACCEPTED') return show(say.invitation.declined(account.name));
  return withButtons(
    done(
      say.invitation.accepted(account.name),
      facts([
        [labels.accountNumber, code(account.accountNumber)],
        [say.labels.role, grantText(invitation, currency)],
        [say.labels.history, say.reads[`${invitation.readsAll}`]],
      ]),
    ),
    membersButton(account.accountNumber),
  );
}
