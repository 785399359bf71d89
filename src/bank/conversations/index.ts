/** What other rooms and the bank use of the room `conversations`. */
export { createPending, prunePending } from './pending.ts';
export {
  type PendingAction,
  type PendingKind,
  type PendingService,
  type PendingState,
} from './service.ts';
export {
  countStuckConfirmations,
  findUnsettled,
  hasHappened,
  lockUnsettled,
  moveUnsettled,
  stuckRows,
  type UnsettledRow,
} from './store/unsettled.ts';
export { endAndTell, freshMs } from './unsettled.ts';
