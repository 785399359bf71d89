/** Staff who move money prove themselves each time: a session left open is not enough. */
import type { Pool } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { assertProved, provesByApp } from '../people/index.ts';

export interface StepUp {
  readonly pool: Pool;
  readonly asksProof: boolean;
  /** Staff must have an app, whose codes are then their proof. */
  readonly staffTotp: boolean;
}

/** Throws STEP_UP_NEEDED, TOTP_NEEDED. */
export async function assertStaffProved(
  { pool, asksProof, staffTotp }: StepUp,
  session: m.Session,
  isProved: boolean | undefined,
): Promise<void> {
  if (!asksProof) return;
  assertProved(isProved);
  if (staffTotp && !(await provesByApp(pool, session.customerId))) {
    throw new BankError('TOTP_NEEDED');
  }
}
