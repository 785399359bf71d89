/** Shared accounts: labels and cards. */
import { type Markup, md } from '../../text/markup.ts';
import { pluralIn } from '../../text/plural.ts';
import { approvalAudits, approvals } from './approvals.ts';
import { sharedRoleNames } from './forms.ts';
import { moved, notice } from './notices.ts';
import { sharedPots } from './pots.ts';

const plural = pluralIn('en');

/** Labels in the audit trail. */
export const sharedAudits = {
  SHARED_OPENED: 'Shared account opened',
  SHARED_INVITED: 'Invited to a shared account',
  SHARED_JOINED: 'Joined a shared account',
  SHARED_DECLINED: 'Invitation declined',
  SHARED_WITHDRAWN: 'Invitation withdrawn',
  SHARED_ROLE_CHANGED: 'Role in a shared account changed',
  SHARED_REMOVED: 'Removed from a shared account',
  SHARED_LEFT: 'Left a shared account',
  SHARED_CLOSED: 'Shared account closed',
  ...approvalAudits,
};

export const sharedSteps = {
  sharedMembers: 'Members',
  sharedInvitations: 'Your invitations',
  sharedRole: 'Change a role',
  sharedClose: 'Close the account',
  sharedApprovals: approvals.buttons.open,
  sharedRule: approvals.buttons.rule,
};
export const sharedTopics = {
  shared: 'Shared accounts',
  sharedMembers: 'Shared accounts: roles and leaving',
};

export const shared = {
  type: 'Shared account',
  roles: sharedRoleNames,
  labels: {
    account: 'Shared account',
    member: 'Member',
    role: 'Role',
    before: 'Before',
    allowance: 'Allowance',
    history: 'History',
    invitedBy: 'Invited by',
    expires: 'Expires',
    by: 'By',
  },
  reads: { true: 'All entries', false: 'Entries from joining on' },
  perMonth: (sum: string): string => `${sum} a month`,
  left: (left: string, allowance: string): string => `${left} of ${allowance} left this month`,
  by: (name: Markup): Markup => md`by ${name}`,
  form: {
    allowanceMissing: 'A spender needs an allowance. Enter how much they may pay in a month.',
    allowanceUnused: 'Only a spender has an allowance. Leave this empty.',
  },
  section: 'Shared accounts',
  open: {
    question: 'Open a shared account?',
    note:
      'You become its first manager. Members see who did what; each of them logs in with their ' +
      'own account.',
    done: 'Shared account opened',
  },
  invite: {
    question: 'Send this invitation?',
    note: (days: number): string =>
      `It can be accepted for ${plural(days, { one: 'one day', other: `${days} days` })}. All ` +
      'members see each other’s names, and who did what.',
    done: 'Invitation sent',
  },
  invitation: {
    title: (account: string): string => `You are invited to “${account}”`,
    sentence:
      'If you accept, its managers and members see your name and what you do with the account.',
    none: 'You have no open invitations to shared accounts.',
    noneTitle: 'Your invitations',
    more: (count: number): string =>
      plural(count, { one: 'One more waits.', other: `${count} more wait.` }),
    accepted: (account: string): string => `You are now a member of “${account}”`,
    declined: (account: string): string => `You have declined the invitation to “${account}”`,
  },
  role: { question: 'Change this role?', done: 'Role changed' },
  remove: {
    question: 'Remove this member?',
    invitedQuestion: 'Withdraw this invitation?',
    note: 'It holds at once, also for payments that wait to be confirmed.',
    confirm: 'Remove',
    done: 'Removed',
  },
  leave: {
    question: 'Leave this account?',
    note: 'You can no longer see or use it, unless a manager invites you again.',
    confirm: 'Leave the account',
    done: 'You have left the account',
  },
  close: {
    question: 'Close this shared account?',
    note: 'It cannot be opened again. Its members can still read its history.',
    confirm: 'Close the account',
    done: 'The shared account is closed',
  },
  members: {
    title: (account: string): string => `Members of “${account}”`,
    invited: 'Invited',
    until: (at: Markup): Markup => md`until ${at}`,
    fromJoining: 'reads from joining on',
  },
  moved,
  notice,
  approvals,
  pots: sharedPots,
  buttons: {
    open: 'Open a shared account',
    invite: 'Invite',
    role: 'Change a role',
    remove: 'Remove',
    leave: 'Leave',
    members: 'Members',
    accept: 'Accept',
    decline: 'Decline',
  },
};
