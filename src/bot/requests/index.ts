/** Requests for money, for the command files. */
export { invitationReply, madeReply, requestQuestion } from './question.ts';
export { customerRequestsReply, requestCancelledByStaff } from './staff.ts';
export { requestReply, staffTableReply, tableReply } from './table.ts';
export {
  blockedReply,
  blocksReply,
  requestCancelled,
  cancelQuestion,
  declinedReply,
  exportedRequest,
  listReply,
  remindedReply,
  remindQuestion,
  unblockedReply,
} from './lists.ts';
export {
  pageToken,
  payRequest,
  requestBeginning,
  staffRequestBeginning,
  userToken,
} from './buttons.ts';
