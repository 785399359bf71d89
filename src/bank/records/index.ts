/** Exports of the room `records`. */
export { counterpartyOf, createStatements, type StatementsService } from './history.ts';
export {
  type AccountStatementsService,
  createAccountStatements,
  type StatementAccount,
  type StatementFacts,
  type StatementRequest,
  statementOf,
} from './statements.ts';
export {
  type EntryPlace,
  hasPaid,
  type HistoryRow,
  type OwnEntryRow,
  paidParties,
  readEntries,
  readHistory,
} from './store/history.ts';
export { knownParties, paidLately, type PaidParty, sumBetween } from './store/totals.ts';
