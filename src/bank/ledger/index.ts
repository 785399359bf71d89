/** The door of the room `ledger`: what other rooms and the bank use of it. */
export { type BooksService, createBooks, trialBalance } from './books.ts';
export {
  cashAccount,
  ensureChart,
  equityAccount,
  feesAccount,
  interestAccount,
  isAnythingBooked,
  isOwnAccount,
  ownAccountKind,
  renameCurrency,
  suspenseAccount,
} from './chart.ts';
export type { LedgerRules } from './decide.ts';
export { type HeldSums, holdExpiry, type Holds, type HoldView } from './holds.ts';
export { createLedger, type Ledger } from './ledger.ts';
export { limitsOf, limitUses, saveLimit } from './store/own-limits.ts';
export { type Charge, type FeeBook } from './payable.ts';
export { insertFee, readFees, readFreeUses, freeKey } from './store/fees.ts';
export type { EndedBatch } from './queue/queue.ts';
export type {
  LinkedKinds,
  LinkedPayment,
  LinkedRow,
  LinkedRows,
  LinkedStep,
  PaidRow,
} from './linked.ts';
export { fingerprintOf, type Initiator, type LedgerRequest, type Posting } from './request.ts';
export { excludeOpenings, shareOpenings } from './store/chart.ts';
export { heldClause } from './store/holds.ts';
export { type BookedTransaction, findTransaction, lockReversal } from './store/transactions.ts';
export { CurrencyMismatch } from './chart.ts';
export { bookTogether } from './together.ts';
