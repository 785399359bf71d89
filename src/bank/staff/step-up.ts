/** Staff who move money prove themselves each time: a session left open is not enough. */
import type { Pool } from '../../db/pool.ts';
import { BankError } from '../errors.ts';
import type * as m from '../model.ts';
import { assertProved } from '../password-proof.ts';
import { findTotp } from '../store/totp.ts';

export interface StepUp {
  readonly pool: Pool;
  readonly asksProof: boolean;
  /** The proof must be a code: those with an app prove with nothing else, the others set one up. */
  readonly staffTotp: boolean;
}

const howToSetUp = 'Set one up with `/security`, then start again.';

/** Throws STEP_UP_NEEDED, TOTP_NEEDED. */
export async function assertStaffProved(
  { pool, asksProof, staffTotp }: StepUp,
  session: m.Session,
  isProved: boolean | undefined,
): Promise<void> {
  if (!asksProof) return;
  assertProved(isProved);
  if (!staffTotp) return;
  const totp = await findTotp(pool, session.customerId);
  if (totp?.isEnabled !== true) throw new BankError('TOTP_NEEDED', { how: howToSetUp });
}
