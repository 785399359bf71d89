/** Readers of other bots' files: the door of the folder. Knows neither the bank nor Discord. */
export { type Decimal, decimalText, isSame, minorUnits, sumOf, zero } from './decimal.ts';
export { type LoadedFile, loadFile } from './load.ts';
export { type ImportOrder, type Order, type OrderFault, readOrder } from './order.ts';
export {
  type Mapping,
  type RefusedRow,
  type RowRefusal,
  settle,
  type Settled,
  type SettledRow,
} from './settle.ts';
export { type FileFault, ImportFileError, type SourceKind, sourceKinds } from './source.ts';
