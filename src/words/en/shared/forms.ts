/** Shared accounts: commands, fields and the names of roles. */
import type { SharedRole } from '../../../bank/model/index.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const sharedCommands = {
  'account share open': {
    description: 'Open an account that you use together with others',
    title: 'Open a shared account',
  },
  'account share invite': {
    description: 'Invite a member to a shared account',
    title: 'Invite to a shared account',
  },
  'account share invitations': { description: 'Accept or decline invitations to shared accounts' },
  'account share members': {
    description: 'See who uses a shared account, and in which role',
    title: 'Members of a shared account',
  },
  'account share role': {
    description: 'Change what a member may do with a shared account',
    title: 'Change a role',
  },
  'account share remove': {
    description: 'Remove a member or an invitation from a shared account',
    title: 'Remove from a shared account',
  },
  'account share leave': {
    description: 'Leave a shared account',
    title: 'Leave a shared account',
  },
  'account share close': {
    description: 'Close an empty shared account',
    title: 'Close a shared account',
  },
  'account share rule': {
    description: 'Set from which sum on payments of a shared account need approval',
    title: 'Set approvals',
  },
  'account share approvals': {
    description: 'Approve, decline or cancel what waits in your shared accounts',
  },
} satisfies Record<string, CommandText>;

export const sharedRoleNames: Record<SharedRole, string> = {
  VIEWER: 'Viewer',
  DEPOSITOR: 'Depositor',
  SPENDER: 'Spender',
  MANAGER: 'Manager',
};

export const sharedFields = {
  sharedAccount: {
    label: 'Shared account',
    hint: 'Its name or number. Empty: your only one',
  },
  potOf: {
    label: 'Shared account',
    hint: 'Its name or number. Empty: the pot is yours alone',
  },
  sharedName: {
    label: 'Name',
    hint: 'Up to 32 letters and digits. Everyone who pays or is paid sees it.',
    example: 'Chess club',
  },
  sharedMember: { label: 'Member' },
  sharedRole: {
    label: 'Role',
    choices: {
      VIEWER: { label: sharedRoleNames.VIEWER, hint: 'Reads the balance and the history' },
      DEPOSITOR: { label: sharedRoleNames.DEPOSITOR, hint: 'Also deposits money' },
      SPENDER: { label: sharedRoleNames.SPENDER, hint: 'Also pays, up to an allowance a month' },
      MANAGER: {
        label: sharedRoleNames.MANAGER,
        hint: 'Does everything, and decides who may do what',
      },
    },
  },
  allowance: {
    label: 'Allowance a month',
    name: 'Allowance',
    hint: 'Only for a spender',
    example: '50',
  },
  sharedReads: {
    label: 'History',
    hint: 'Empty: entries from joining on',
    choices: {
      joining: { label: 'Entries from joining on' },
      all: { label: 'All entries' },
    },
  },
  ruleAbove: {
    label: 'Above',
    hint: 'Payments above this sum wait. Empty: no payment waits',
    example: '100',
  },
  ruleNeeded: {
    label: 'Approvals',
    hint: 'How many other managers must approve. Empty: one',
    example: '2',
    refusal: 'Enter a whole number from 1 to 24.',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const sharedOptions = {
  sharedAccount: 'account',
  potOf: 'shared',
  sharedName: 'name',
  sharedMember: 'member',
  sharedRole: 'role',
  allowance: 'allowance',
  sharedReads: 'history',
  ruleAbove: 'above',
  ruleNeeded: 'approvals',
};
