/** Binds an account to another Discord user of its owner; needs two managers. */
import { isDuplicate } from '../../db/errors.ts';
import type { Pool } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { claimRelinked } from '../imports/index.ts';
import { insertMessages, type TellingTools, tellOwner } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import {
  bindCustomer,
  endLiveSession,
  findCustomer,
  isErased,
  lockCustomer,
} from '../people/index.ts';
import type { StaffActs } from './acts.ts';
import type { Perform } from './approvals.ts';
import type { ApprovalRequests } from './asking.ts';
import { servedBy } from './looking.ts';
import type { CounterService } from './serving.ts';

interface Tools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly acts: StaffActs;
  readonly requests: ApprovalRequests;
}

/** A Discord user has one account. Throws MEMBER_HAS_ACCOUNT. */
async function assertFree(tx: Tx, member: m.DiscordUserId): Promise<void> {
  if ((await findCustomer(tx, member)) !== null) throw new BankError('MEMBER_HAS_ACCOUNT');
}

export const createRelinking =
  ({ pool, nextId, acts, requests }: Tools): CounterService['relink'] =>
  async (session, { accountNumber, member, reason }) => {
    const { customerId: target, accountId } = await servedBy(pool, accountNumber);
    const id = nextId() as m.RequestId;
    return acts.change(async (tx, auditId) => {
      await lockCustomer(tx, target);
      const standing = await acts.admit(tx, session, 'manage');
      if (target === session.customerId) throw new BankError('STAFF_SELF');
      if (await isErased(tx, target)) throw new BankError('ACCOUNT_CLOSED');
      await assertFree(tx, member);
      const content = { member };
      const maker = { session, standing, auditId };
      const about = { kind: 'RELINK', target, accountId, content, reason } as const;
      const request = { id, ...about, ...maker };
      return { kind: 'asked', approval: await requests.ask(tx, request) };
    });
  };

/**
 * Carries out an approved relinking, with what an import has left for the new user. Notifies both
 * Discord users and the account's address.
 */
export const performRelink =
  (
    notices: TellingTools,
    rules: { readonly sessionLimits: m.SessionLimits; readonly currency: m.Currency },
  ): Perform =>
  async (tx, { row, session, auditId }) => {
    const { sessionLimits, currency } = rules;
    const { target: customerId, member: former, content } = row;
    const member = content['member'] as m.DiscordUserId;
    await assertFree(tx, member);
    await endLiveSession(tx, customerId, { ...sessionLimits, reason: 'RELINKED' });
    await bindCustomer(tx, customerId, member).catch((error: unknown) => {
      // The member registered after the check above.
      throw isDuplicate(error) ? new BankError('MEMBER_HAS_ACCOUNT') : error;
    });
    const { nextId } = notices;
    const { discordUserId: actor } = session;
    const relinked = { customerId, member, actor, approvalId: row.id };
    await claimRelinked(tx, { nextId, currency }, relinked);
    const subject = { kind: 'SECURITY', auditId } as const;
    await tellOwner(tx, notices, { customerId, subject });
    const message = { id: nextId(), customerId, subject, recipient: former };
    await insertMessages(tx, [message], await databaseNow(tx));
  };
