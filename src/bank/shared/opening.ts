/** A new shared account: its holder, the account, and the first manager. */
import { isDuplicate } from '../../db/errors.ts';
import type { Reader } from '../../db/pool.ts';
import type { Tx } from '../../db/transaction.ts';
import { type AccountRow, accountsOfSession, countShared, openAccount } from '../accounts/index.ts';
import { changeOnce, findAudit } from '../audit/index.ts';
import type * as m from '../model/index.ts';
import { BankError, holderMark, sharedAccountsMax } from '../model/index.ts';
import { insertCustomer, lockCustomer, lockLiveSession } from '../people/index.ts';
import type { SharedService } from './service.ts';
import { findOfHolder, findSharedAccount } from './store/accounts.ts';
import { insertMember } from './store/members.ts';
import { noteShared, refOf, type SharedTools } from './tools.ts';

const numberAttemptsMax = 8;

/** People are shown as `Anna M.`, so that no account can be taken for one of them. */
const looksLikePerson = (name: string): boolean => name.includes('.');

/** Throws SHARED_NAME, ACCOUNT_FROZEN, SHARED_TOO_MANY. */
async function assertOpenable(
  reader: Reader,
  own: readonly AccountRow[],
  { session, name }: { readonly session: m.Session; readonly name: string },
): Promise<void> {
  if (own.length === 0) throw new BankError('SESSION_EXPIRED');
  if (looksLikePerson(name)) throw new BankError('SHARED_NAME');
  if (own.some(({ status }) => status === 'FROZEN')) throw new BankError('ACCOUNT_FROZEN');
  if ((await countShared(reader, session.customerId)) >= sharedAccountsMax) {
    throw new BankError('SHARED_TOO_MANY', { what: 'ACCOUNTS', max: sharedAccountsMax });
  }
}

async function openIn(
  tx: Tx,
  tools: SharedTools,
  { session, order }: { session: m.Session; order: { readonly name: string } & m.Confirmed },
): Promise<m.SharedRef> {
  const { nextId, limits, currency } = tools;
  const { customerId } = session;
  const { requestId: auditId, name } = order;
  await lockCustomer(tx, customerId);
  if (!(await lockLiveSession(tx, session, limits))) throw new BankError('SESSION_EXPIRED');
  const earlier = await findAudit(tx, auditId);
  if (earlier !== null) {
    const number = (earlier.details['account'] ?? '') as m.AccountNumber;
    const isOwn = earlier.details['member'] === `${customerId}`;
    const made = isOwn ? await findSharedAccount(tx, number) : null;
    if (made === null) throw new BankError('REQUEST_REUSED');
    return refOf(made);
  }
  await assertOpenable(tx, await accountsOfSession(tx, session, limits), { session, name });
  const holderId = nextId() as m.CustomerId;
  await insertCustomer(tx, { id: holderId, discordUserId: holderMark(holderId) });
  const account = { id: nextId() as m.AccountId, customerId: holderId, holderName: name };
  await openAccount(tx, { ...account, currency: currency.code, type: 'SHARED' });
  const made = (await findOfHolder(tx, holderId))!;
  const grant = { role: 'MANAGER', allowance: null } as const;
  await insertMember(tx, { id: nextId(), holderId, customerId, ...grant, readsAfter: 0n });
  const act = { auditId, action: 'SHARED_OPENED', account: made, customerId, grant } as const;
  await noteShared(tx, session, act);
  return refOf(made);
}

export const createOpening = (
  tools: SharedTools,
): Pick<SharedService, 'judgeOpening' | 'open'> => ({
  judgeOpening: async (session, name) => {
    const { pool, limits } = tools;
    await assertOpenable(pool, await accountsOfSession(pool, session, limits), { session, name });
  },
  open: async (session, order) => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await changeOnce(tools, order.requestId, async (tx) =>
          openIn(tx, tools, { session, order }),
        );
      } catch (error) {
        if (!isDuplicate(error, 'accounts_number') || attempt >= numberAttemptsMax) throw error;
      }
    }
  },
});
