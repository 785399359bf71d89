/** Shared accounts, for command files. */
export {
  invitationQuestion,
  invitedReply,
  leavingQuestion,
  leftReply,
  removalQuestion,
  removedReply,
  roleChangedReply,
  roleQuestion,
  sharedClosedReply,
  sharedClosingQuestion,
  sharedOpenedReply,
  sharedOpeningQuestion,
} from './cards.ts';
export {
  allowanceField,
  allowanceProblem,
  ruleAboveField,
  ruleNeededField,
  sharedAccountField,
  sharedBeginning,
  sharedNameField,
  sharedReadsField,
  sharedRoleField,
} from './fields.ts';
export { answeredReply, invitationsReply } from './invitations.ts';
export {
  waitingReply,
  waitingDecidedReply,
  managersAskedReply,
  ruleQuestion,
  ruleReply,
  waitsForManagers,
} from './approvals.ts';
export { membersReply } from './lists.ts';
