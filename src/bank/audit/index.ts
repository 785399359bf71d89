/** Exports of the room `audit`. */
export { background } from './base/background.ts';
export {
  type AuditActionName,
  type AuditDetails,
  eventOf,
  isStaffMove,
  type StaffMove,
} from './catalogue.ts';
export { type Head, isSigned, signHead } from './chain-hash.ts';
export { verifyChain } from './chain-verify.ts';
export { watchBooks } from './halt.ts';
export { changeOnce } from './once.ts';
export { doneOrUnknown, readDone, untilKnown } from './outcome.ts';
export { findLink } from './store/chain.ts';
export { type OwnEntry, provenEntries } from './log/proven-entries.ts';
export {
  createLogService,
  type LogService,
  newestCosignedNote,
  proofOf,
  type SignText,
  textSigner,
} from './log/service.ts';
export { changeLogKey } from './log/keys.ts';
export { verifyLog } from './log/verify.ts';
export { startLog } from './log/worker.ts';
export { findCheckpoint, latestCheckpoint } from './store/log.ts';
export { findHalt, liftAllHalts } from './store/halts.ts';
export { placeDetails, placeIn } from './place.ts';
export { findAudit, isAudited } from './store/trail.ts';
export { insertAudit } from './trail.ts';
export { verifyBooks } from './verifier-full.ts';
