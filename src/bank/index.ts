/** The only door of the bank for the bot, the app and the tools. */
export type { Bank } from './bank.ts';
export { type BankDependencies, createBank } from './create.ts';
export { isRefused } from '../db/errors.ts';
export * from './model/index.ts';
export type {
  BackupReport,
  RestoreReport,
  UnreadableRowError,
  UnsettledError,
} from './backup/index.ts';
export {
  BackupError,
  checkBackup,
  copyBackup,
  restoreBackup,
  rotateKeys,
  writeBackup,
} from './backup/index.ts';
export {
  findHalt,
  type Head,
  isSigned,
  liftAllHalts,
  signHead,
  verifyBooks,
  verifyChain,
  verifyLog,
} from './audit/index.ts';
export { countStuckConfirmations } from './conversations/index.ts';
export {
  bookImport,
  type FileToImport,
  type Imported,
  type ImportPlan,
  type ImportRefusal,
  type ImportSummary,
  type ImportTools,
  planImport,
  readImports,
  type TouchedAccount,
  type Undone,
  undoImport,
} from './imports/index.ts';
export { countStuckJobs } from './jobs/index.ts';
export { deriveKeys } from './keys/index.ts';
export type * from './links/index.ts';
export { CurrencyMismatch, type EndedBatch, ensureChart, ownAccountKind } from './ledger/index.ts';
export { mayAsStaff, readSavedSettings, type StaffRight, staffRights } from './staff/index.ts';
export { aboutCard, aboutPerson } from './people/index.ts';
export type * from './messages/index.ts';
export type * from './staff/index.ts';
export type * from './conversations/index.ts';
export type * from './people/index.ts';
export type * from './payments/index.ts';
export type * from './shared/index.ts';
export type { IssuedReceipt, VerifiedReceipt } from './records/index.ts';
export { checkHistoryIndex, indexHistory, rebuildHistoryIndex } from './records/index.ts';
export type { ReceiptFacts, SealedReceipt } from '../records/receipt/index.ts';
export { codeIn, readCode, readReceipt, receiptIn } from '../records/receipt/index.ts';
export type * from './throttle/index.ts';
export type { AuditActionName, LogService, StaffMove } from './audit/index.ts';
