/** What is left of a customer after an erasure: the books, and no person. */
import { bigintOf, booleanOf, textOf } from '../../db/rows.ts';
import type { Tx } from '../../db/transaction.ts';
import type * as m from '../model.ts';
import { bindCustomer } from './customers.ts';

const lockAccounts = `
  SELECT id, status, balance, held, locked_at IS NOT NULL AS locked
  FROM accounts
  WHERE customer_id = ?
  ORDER BY id
  FOR UPDATE`;
const closeAccounts = `
  UPDATE accounts
  SET status = 'CLOSED', holder_name = ?
  WHERE customer_id = ?`;
const ofCustomer = [
  'DELETE FROM customer_details WHERE customer_id = ?',
  'DELETE FROM name_words WHERE customer_id = ?',
  'DELETE FROM credentials WHERE customer_id = ?',
  'DELETE FROM recovery_codes WHERE customer_id = ?',
  'DELETE FROM totp WHERE customer_id = ?',
  'DELETE FROM outbox WHERE customer_id = ?',
];
const ofDiscordUser = [
  'DELETE FROM codes WHERE discord_user_id = ?',
  "DELETE FROM pending WHERE discord_user_id = ? AND state NOT IN ('TAKEN', 'STUCK')",
];

export interface ErasedAccount {
  readonly status: m.AccountStatus;
  readonly locked: boolean;
  readonly isEmpty: boolean;
}

/** The customer's row must be locked; waits for payments under way. */
export async function lockOwnAccounts(tx: Tx, id: m.CustomerId): Promise<ErasedAccount[]> {
  const rows = await tx.rows(lockAccounts, [id]);
  return rows.map((row) => ({
    status: textOf(row, 'status') as m.AccountStatus,
    locked: booleanOf(row, 'locked'),
    isEmpty: bigintOf(row, 'balance') === 0n && bigintOf(row, 'held') === 0n,
  }));
}

/** Everything personal goes, and with the customer's key every former version of it. */
export async function erasePerson(
  tx: Tx,
  person: {
    readonly id: m.CustomerId;
    readonly discordUserId: m.DiscordUserId;
    readonly holderName: string;
  },
): Promise<void> {
  const { id, discordUserId, holderName } = person;
  for (const statement of ofCustomer) await tx.write(statement, [id]);
  for (const statement of ofDiscordUser) await tx.write(statement, [discordUserId]);
  await tx.write(closeAccounts, [holderName, id]);
  // No Discord id begins so; the column stays unique, and the person may register anew.
  await bindCustomer(tx, id, `x${id}` as m.DiscordUserId);
}
