/** The door of the room `records`: what other rooms and the bank use of it. */
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
