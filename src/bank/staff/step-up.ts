/** Staff who move money prove themselves each time: an open session is not enough. */
import type { Pool } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { assertProved, provesByApp } from '../people/index.ts';

export interface StaffProof {
  /** Throws STEP_UP_NEEDED, TOTP_NEEDED. */
  assertProved(session: m.Session, isProved: boolean | undefined): Promise<void>;
}

export const createStaffProof = (given: {
  readonly pool: Pool;
  readonly asksProof: boolean;
  /** Staff need an authenticator app; its codes are then their proof. */
  readonly staffTotp: boolean;
}): StaffProof => ({
  assertProved: async (session, isProved) => {
    if (!given.asksProof) return;
    assertProved(isProved);
    if (given.staffTotp && !(await provesByApp(given.pool, session.customerId))) {
      throw new BankError('TOTP_NEEDED');
    }
  },
});
