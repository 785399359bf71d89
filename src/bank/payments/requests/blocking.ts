/** People from whom a customer accepts no requests. */
import type { Pool, Reader } from '../../../db/pool.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { findCustomer } from '../../people/index.ts';
import type { RequestsService } from './offered.ts';
import { blockAsker, blockedBy, countBlocked, unblockAsker } from './store/payers.ts';
import { assertReads } from './viewing.ts';

const blocksMax = 100;

async function memberOf(reader: Reader, member: m.DiscordUserId): Promise<m.CustomerId> {
  const found = await findCustomer(reader, member);
  if (found === null) throw new BankError('CUSTOMER_UNKNOWN');
  return found;
}

export const createBlocks = ({
  pool,
  limits,
}: {
  readonly pool: Pool;
  readonly limits: m.SessionLimits;
}): Pick<RequestsService, 'block' | 'unblock' | 'blocked'> => ({
  block: async (session, member) => {
    await assertReads(pool, session, limits);
    const blocked = await memberOf(pool, member);
    if (blocked === session.customerId) throw new BankError('REQUEST_SELF');
    if ((await countBlocked(pool, session.customerId)) >= blocksMax) {
      throw new BankError('BLOCKS_TOO_MANY', { max: blocksMax });
    }
    return blockAsker(pool, session.customerId, blocked);
  },
  unblock: async (session, member) => {
    await assertReads(pool, session, limits);
    return unblockAsker(pool, session.customerId, await memberOf(pool, member));
  },
  blocked: async (session) => {
    await assertReads(pool, session, limits);
    return blockedBy(pool, session.customerId, blocksMax);
  },
});
