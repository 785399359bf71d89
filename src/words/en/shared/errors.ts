/** Refusals of shared accounts. */
import type { ErrorCode, ErrorData, Money, SharedAction } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { approvalSentences } from './approvals.ts';
import { sharedRoleNames } from './forms.ts';

const actions: Record<SharedAction, string> = {
  READ: 'read it',
  LEAVE: 'leave it',
  DEPOSIT: 'deposit money into it',
  PAY: 'pay from it',
  INVITE: 'invite others',
  CHANGE_ROLE: 'change roles',
  REMOVE: 'remove members',
  APPROVE: 'approve requests',
  SET_RULE: 'set approvals',
  SAVE: 'manage its pots',
  CLOSE: 'close it',
};
const selves: Record<ErrorData['SHARED_SELF']['tried'], string> = {
  INVITE: 'You are a member already.',
  CHANGE_ROLE: 'You cannot change your own role or allowance. Ask another manager of this account.',
  REMOVE: 'To leave the account yourself, use `/account share leave`.',
  APPROVE: 'You asked for this yourself: another manager decides. To end it, cancel it.',
};
const already: Record<ErrorData['SHARED_ALREADY']['what'], string> = {
  MEMBER: 'This person is a member of this account already.',
  INVITED: 'This person is invited already, and has not answered yet.',
  ROLE: 'This member has this role already.',
  RULE: 'This rule holds already.',
  RULE_ASKED: 'A change of the approvals waits already. Decide or cancel it first.',
};
const over: Record<NonNullable<ErrorData['SHARED_INVITATION_OVER']['state']>, string> = {
  ACCEPTED: 'You have already accepted this invitation.',
  DECLINED: 'You have already declined this invitation.',
  WITHDRAWN: 'This invitation was withdrawn.',
  EXPIRED: 'This invitation has expired. Ask for another one.',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const sharedSentences = {
  SHARED_ROLE: ({ role, action }, nothing) =>
    role === null
      ? `You are not a member of this shared account. ${nothing}`
      : `As ${sharedRoleNames[role].toLowerCase()} of this account you may not ${actions[action]}. ` +
        `${nothing} Ask one of its managers.`,
  SHARED_ALLOWANCE: ({ limit, left }, nothing) =>
    `You may pay ${sum(limit)} a month from this account; ${sum(left)} is left this month. ${nothing}`,
  SHARED_NAME: (_, nothing) =>
    `A name with a full stop could be taken for the name of a person. ${nothing} Leave it out.`,
  SHARED_SELF: ({ tried }, nothing) => `${selves[tried]} ${nothing}`,
  SHARED_LAST_MANAGER: (_, nothing) =>
    'You are the only manager of this account. ' +
    `${nothing} Make another member a manager first, or close the account.`,
  SHARED_MEMBER_UNKNOWN: (_, nothing) =>
    `This person is neither a member of this account nor invited. ${nothing}`,
  SHARED_INVITEE_UNKNOWN: (_, nothing) =>
    `This member has no account at this bank. ${nothing} Ask them to open one first.`,
  SHARED_ALREADY: ({ what }, nothing) => `${already[what]} ${nothing}`,
  SHARED_TOO_MANY: ({ what, max }, nothing) => {
    if (what === 'APPROVALS') {
      return `At most ${max} requests wait in one account. ${nothing} Wait until some are decided.`;
    }
    return what === 'ACCOUNTS'
      ? `A customer can use at most ${max} shared accounts. ${nothing} Leave or close one first.`
      : `A shared account has at most ${max} members, open invitations included. ${nothing}`;
  },
  SHARED_INVITATION_OVER: ({ state }, nothing) =>
    `${state === null ? 'You have no such invitation.' : over[state]} ${nothing}`,
  ...approvalSentences,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};
