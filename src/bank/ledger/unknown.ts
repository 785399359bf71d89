/** Outcomes whose COMMIT was not answered. */
import type * as m from '../model/index.ts';
import { BankError, referenceOf, type ReportEvent } from '../model/index.ts';

/** The longest a person waits for a lost answer before the outcome is called unknown. */
export const knownWithinMs = 8_000;

/** Reports it, and returns the error for the caller. */
export function unknownOutcome(requestId: m.RequestId, report: ReportEvent): BankError {
  const reference = referenceOf(requestId);
  report({ name: 'outcomeUnknown', requestId, reference });
  return new BankError('OUTCOME_UNKNOWN', { reference });
}
