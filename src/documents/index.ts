/** Files that people download. */
export { beancount } from './statement/beancount.ts';
export { camt } from './statement/camt.ts';
export { csv } from './statement/csv.ts';
export { hledger } from './statement/hledger.ts';
export { ofx } from './statement/ofx.ts';
export type { Pieces } from './text/shared.ts';
export { pdfStatement } from './pdf/statement.ts';
