/** What the bank, the bot and the offline verifier use of receipts. */
export { codeIn, codeText, readCode, type ReceiptCode, tagText } from './code.ts';
export {
  readReceiptFile,
  type ReceiptFile,
  receiptFileHeader,
  receiptFileText,
} from './file-proof.ts';
export {
  readReceipt,
  receiptIn,
  type ReceiptFacts,
  receiptHeader,
  type ReceiptParty,
  receiptText,
  type SealedReceipt,
  unsealedText,
} from './receipt.ts';
