/** Exports of the room `records`. */
export { counterpartyOf, createStatements, type StatementsService } from './history.ts';
export { liabilitiesKind, liabilitiesLines } from './liabilities.ts';
export { indexHistory, indexKind } from './search/job.ts';
export { checkHistoryIndex, rebuildHistoryIndex } from './search/upkeep.ts';
export { createProofs, type ProofsService } from './proofs.ts';
export {
  type AccountStatementsService,
  createAccountStatements,
  pastBalance,
  type StatementAccount,
  type StatementTools,
  type StatementRequest,
  statementOf,
} from './statements.ts';
export {
  createReceipts,
  type IssuedReceipt,
  type ReceiptsService,
  type VerifiedReceipt,
} from './receipts/service.ts';
export { changeReceiptKey } from './receipts/tags.ts';
export {
  type EntryPlace,
  hasPaid,
  type HistoryRow,
  type OwnEntryRow,
  paidParties,
  readEntries,
  readHistory,
} from './store/history.ts';
export { firstSeqAt } from './store/history-days.ts';
export { knownParties, paidLately, type PaidParty, sumBetween } from './store/totals.ts';
