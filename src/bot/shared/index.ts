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
  sharedAccountField,
  sharedBeginning,
  sharedNameField,
  sharedReadsField,
  sharedRoleField,
} from './fields.ts';
export { answeredReply, invitationsReply } from './invitations.ts';
export { membersReply } from './lists.ts';
