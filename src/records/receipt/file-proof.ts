/** The proof that belongs to the PDF of a receipt: its hash and the receipt, in a signed note. */
import { base64, FormError, fromBase64, fromUtf8, utf8 } from '../base/bytes.ts';
import { readReceipt, receiptText, type SealedReceipt } from './receipt.ts';

export const receiptFileHeader = 'passbook receipt file v1';

export interface ReceiptFile {
  /** SHA-256 of the file. */
  readonly file: Uint8Array;
  readonly receipt: SealedReceipt;
}

/** What the bank signs. */
export const receiptFileText = ({ file, receipt }: ReceiptFile): string =>
  [
    receiptFileHeader,
    `file ${base64(file)}`,
    `receipt ${base64(utf8(receiptText(receipt)))}`,
    '',
  ].join('\n');

const form = new RegExp(`^${receiptFileHeader}\\nfile (\\S+)\\nreceipt (\\S+)\\n$`);

/** Reads what the bank signed. Throws FormError; checks nothing else. */
export function readReceiptFile(text: string): ReceiptFile {
  const [, file = '', encoded = ''] = form.exec(text) ?? [];
  const receipt = readReceipt(fromUtf8(fromBase64(encoded)));
  if (file === '' || receipt === null) throw new FormError('a proof of a receipt with wrong lines');
  return { file: fromBase64(file), receipt };
}
