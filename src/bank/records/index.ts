/** Exports of the room `records`. */
export { counterpartyOf, createStatements, type StatementsService } from './history.ts';
export {
  type EntryPlace,
  hasPaid,
  type HistoryRow,
  type OwnEntryRow,
  paidParties,
  readEntries,
  readHistory,
} from './store/history.ts';
export { knownParties, paidLately, type PaidParty } from './store/totals.ts';
