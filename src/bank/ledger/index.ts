/** The door of the room `ledger`: what other rooms and the bank use of it. */
export { type BooksService, createBooks, trialBalance } from './books.ts';
export { ensureChart, suspenseAccount } from './chart.ts';
export type { LedgerRules } from './decide.ts';
export { createLedger, type Ledger } from './ledger.ts';
export { fingerprintOf, type LedgerRequest, type PaymentKind } from './request.ts';
export { type BookedTransaction, findTransaction, lockReversal } from './store/transactions.ts';
export { CurrencyMismatch } from './chart.ts';
