/** Readers of announced terms, by the ids that the outbox stores. */
import type * as m from '../../model/index.ts';

type Found<Facts> = Promise<Facts | null>;

/** What the bank charges and pays. */
export interface TermsSources {
  readonly fee: (feeId: bigint) => Found<m.ComingFee>;
  readonly interestRate: (rateId: bigint) => Found<m.ComingRate>;
}
