/** From what a customer typed for a payee to the number of one account. */
import type { Pool } from '../../../db/pool.ts';
import { accountIdsOf, accountNumberOfMember, accountsOfSession } from '../../accounts/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, nicknameKey, numberTail, type SessionLimits } from '../../model/index.ts';
import { paidLately } from '../../records/index.ts';
import { ownTransfer } from './own-transfer.ts';
import { findPayee } from './store/payees.ts';

export type Target = m.Payee | { readonly discordUserId: m.DiscordUserId };

/** Older payments than the newest so many entries are not searched for a name. */
const depth = 5_000;
const partiesMax = 500;

async function numberOfParty(
  pool: Pool,
  { customerId }: m.Session,
  party: { readonly name: string; readonly numberTail: string },
): Promise<m.AccountNumber> {
  const numbers = new Set<m.AccountNumber>();
  for (const own of await accountIdsOf(pool, customerId)) {
    for (const paid of await paidLately(pool, own, { depth, limit: partiesMax })) {
      const isMeant =
        numberTail(paid.accountNumber) === party.numberTail &&
        nicknameKey(paid.name) === nicknameKey(party.name);
      if (isMeant) numbers.add(paid.accountNumber);
    }
  }
  const [only, ...others] = numbers;
  if (only === undefined || others.length > 0) throw new BankError('PAYEE_UNCLEAR');
  return only;
}

/**
 * Null for a member without an account that can be paid. Throws NICKNAME_UNKNOWN, PAYEE_UNCLEAR,
 * and TRANSACTION_UNKNOWN for the payer of a transfer that the customer did not receive. Whether an
 * account has the number is for the caller to check.
 */
export async function numberOfTarget(
  tools: { readonly pool: Pool; readonly limits: SessionLimits },
  session: m.Session,
  target: Target,
): Promise<m.AccountNumber | null> {
  const { pool } = tools;
  if ('accountNumber' in target) return target.accountNumber;
  if ('discordUserId' in target) return accountNumberOfMember(pool, target.discordUserId);
  if ('party' in target) return numberOfParty(pool, session, target.party);
  if ('payerOf' in target) {
    const received = { id: target.payerOf, end: 'target' } as const;
    return (await ownTransfer(tools, session, received)).source.accountNumber;
  }
  const saved = await findPayee(pool, session.customerId, nicknameKey(target.nickname));
  if (saved !== null) return saved.accountNumber;
  const key = nicknameKey(target.nickname);
  const own = (await accountsOfSession(pool, session, tools.limits)).find(
    ({ name, status }) => status !== 'CLOSED' && name !== null && nicknameKey(name) === key,
  );
  if (own === undefined) throw new BankError('NICKNAME_UNKNOWN');
  return own.accountNumber;
}
