/** Exports of the room `imports`. */
export { bookImport, type Imported, type ImportTools } from './booking.ts';
export { claimRelinked, findClaim, takeOver } from './claim.ts';
export {
  type BalanceToImport,
  type FileToImport,
  type ImportPlan,
  type ImportRefusal,
  type PlannedBalance,
  planImport,
} from './plan.ts';
export { sumUnclaimed } from './store/people.ts';
export { type ImportSummary, readImports } from './store/imports.ts';
export { type TouchedAccount, type Undone, undoImport } from './undo.ts';
