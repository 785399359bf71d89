/**
 * PDF files. Their libraries are loaded with the first one: they need a fifth of the time of a
 * start and 20 MB, and many processes never write a PDF.
 */
import type { Pieces } from '../text/shared.ts';

export { fontPaths } from './font-files.ts';

type Statements = typeof import('./statement.ts');
type Receipts = typeof import('./receipt.ts');

export async function* pdfStatement(...given: Parameters<Statements['pdfStatement']>): Pieces {
  const { pdfStatement: make } = await import('./statement.ts');
  yield* make(...given);
}

export async function* pdfReceipt(...given: Parameters<Receipts['pdfReceipt']>): Pieces {
  const { pdfReceipt: make } = await import('./receipt.ts');
  yield* make(...given);
}
