/** Staff who move money prove themselves each time: a session left open is not enough. */
import { BankError } from '../errors.ts';

export interface StepUp {
  readonly asksProof: boolean;
}

/** Throws STEP_UP_NEEDED. */
export function assertProved({ asksProof }: StepUp, isProved: boolean | undefined): void {
  if (asksProof && isProved !== true) throw new BankError('STEP_UP_NEEDED');
}
