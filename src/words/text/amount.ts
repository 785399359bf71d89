/** Amounts as people read them. */
import { type Currency, formatAmount as neutral } from '../../bank/model/index.ts';

/** With two decimals and the code of the currency, in the language of the request underway. */
export const formatAmount = (minorUnits: bigint, currency: Currency): string =>
  neutral(minorUnits, currency);
