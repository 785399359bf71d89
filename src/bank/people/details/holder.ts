/** What the bank knows of an account's holder that other people do not see. */
import type { Pool } from '../../../db/pool.ts';
import type { Keys } from '../../keys/index.ts';
import type { AccountNumber, PersonalDetails } from '../../model/index.ts';
import { findHolder } from '../store/customers.ts';
import { openedDetails } from './sealed.ts';

/** Null for an account without readable details. */
export async function holderOf(
  tools: { readonly pool: Pool; readonly keys: Keys },
  accountNumber: AccountNumber,
): Promise<Pick<PersonalDetails, 'fullName' | 'dateOfBirth'> | null> {
  const row = await findHolder(tools.pool, accountNumber);
  return row === null ? null : openedDetails(tools.keys, row);
}
