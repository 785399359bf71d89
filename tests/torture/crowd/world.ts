/** What the crowd has besides its customers. */
import type * as m from '../../../src/bank/model/index.ts';
import type { FeeTerms } from '../history/model.ts';
import type { Club } from './customer.ts';

/** What time alone would do. Each throws Lost if nobody knows whether it happened. */
export interface PassingTime {
  /** Ends the time in which the session moves money without a proof; it still reads. */
  idle(session: m.Session): Promise<void>;
  /** The time in which managers decide about it is over so many milliseconds from now. */
  endApproval(id: m.RequestId, inMs: number): Promise<void>;
  /** A raised limit of the customer's own holds. */
  raiseLimit(customerId: m.CustomerId): Promise<void>;
}

/** What there is besides the customers. */
export interface World {
  /** What the bank has announced. */
  readonly fees: FeeTerms[];
  readonly clubs: Club[];
  /** The managers of the bank; none while it is set up. */
  readonly staff: m.Session[];
}
