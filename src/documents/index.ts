/** Files that people download. */
export {
  monthsOf,
  type PackedStatement,
  type Packing,
  packStatement,
  type StatementFormat,
  statementFormats,
} from './pack.ts';
export { fontPaths, pdfReceipt, pdfStatement } from './pdf/index.ts';
export { beancount } from './statement/beancount.ts';
export { camt } from './statement/camt.ts';
export { csv } from './statement/csv.ts';
export { hledger } from './statement/hledger.ts';
export { ofx } from './statement/ofx.ts';
export type { Pieces } from './text/shared.ts';
export { receiptSheet, type ReceiptSheet, verifyText } from './text/receipt.ts';
export { qrOf, qrPath } from './text/qr.ts';
export { daysOfMonth, monthBefore, parseMonth } from './text/month.ts';
