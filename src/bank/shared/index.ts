/** The door of the room `shared`: what other rooms and the bank use of it. */
export { managersAsked } from './asking.ts';
export { approvalExpiry } from './expiring.ts';
export { changeSharedPots, type PotAct } from './saving.ts';
export { createShared } from './shared.ts';
export type {
  InvitationOrder,
  MemberOrder,
  RoleOrder,
  RuleOrder,
  SharedService,
} from './service.ts';
export { pruneInvitations } from './store/invitations.ts';
export { sharedSources } from './sources.ts';
export {
  approvalsNeeded,
  type MemberLink,
  memberLinkKind,
  memberLinks,
  sharedSpending,
} from './spending.ts';
export { leavesShared } from './leaving.ts';
export { findSharedPlace, sharedNameOf } from './store/accounts.ts';
export type { EndOrders } from './tools.ts';
export { hasPartIn, isMemberOfAny, membersOf } from './store/members.ts';
export { exportedShared } from './viewing.ts';
