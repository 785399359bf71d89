/** A manager opens a pot of a shared account. */
import { isDuplicate } from '../../../db/errors.ts';
import type { Reader } from '../../../db/pool.ts';
import {
  type AccountRow,
  insertPot,
  openAccount,
  sharedOfSession,
  sharedPotsOfSession,
} from '../../accounts/index.ts';
import { findAudit, readDone } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, mayAsMember } from '../../model/index.ts';
import { changeSharedPots } from '../../shared/index.ts';
import { assertOpenable, numberAttemptsMax } from '../own-accounts/own-accounts.ts';
import { accountsOf } from '../own-accounts/finding.ts';
import type { OwnAccountTools } from '../own-accounts/tools.ts';
import { sharedPotNow } from './changing.ts';
import type { NewPot } from './service.ts';

type SharedPot = NewPot & { readonly of: m.AccountNumber };

/** The shared account and its pots, as its member has them. */
async function accountsIn(
  reader: Reader,
  { limits }: OwnAccountTools,
  { session, of }: { readonly session: m.Session; readonly of: m.AccountNumber },
): Promise<readonly AccountRow[]> {
  const shared = await sharedOfSession(reader, session, limits);
  const account = shared.find(({ accountNumber }) => accountNumber === of);
  if (account === undefined) throw new BankError('ACCOUNT_UNKNOWN');
  const { role } = account.shared;
  if (!mayAsMember(role, 'SAVE')) throw new BankError('SHARED_ROLE', { role, action: 'SAVE' });
  if (account.status === 'CLOSED') throw new BankError('ACCOUNT_CLOSED');
  const pots = await sharedPotsOfSession(reader, session, limits);
  return [account, ...pots.filter(({ holderId }) => holderId === account.holderId)];
}

export async function judgeSharedPot(
  tools: OwnAccountTools,
  session: m.Session,
  { of, name, ...pot }: SharedPot,
): Promise<void> {
  const { pool } = tools;
  await accountsOf(pool, tools, session);
  const all = await accountsIn(pool, tools, { session, of });
  await assertOpenable(pool, all, { type: 'POT', name, pot });
}

async function openOnce(
  tools: OwnAccountTools,
  session: m.Session,
  { of, requestId, name, goal, goalDate }: SharedPot & m.Confirmed,
): Promise<void> {
  const pot = { goal, goalDate };
  await changeSharedPots(tools, session, { requestId, account: of }, async (tx, shared) => {
    const before = await accountsIn(tx, tools, { session, of });
    await assertOpenable(tx, before, { type: 'POT', name, pot });
    const opened = await openAccount(tx, {
      id: requestId as bigint as m.AccountId,
      customerId: shared.holderId,
      holderName: shared.name,
      currency: tools.currency.code,
      type: 'POT',
      name,
    });
    await insertPot(tx, opened, pot);
    const made = (await accountsIn(tx, tools, { session, of })).find(({ id }) => id === opened)!;
    const details = { account: made.accountNumber, type: 'POT' };
    return { action: 'OWN_ACCOUNT_OPENED', details };
  });
}

/** Once per request. */
export async function openSharedPot(
  tools: OwnAccountTools,
  session: m.Session,
  order: SharedPot & m.Confirmed,
): Promise<m.OwnAccount> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await openOnce(tools, session, order);
      break;
    } catch (error) {
      if (!isDuplicate(error, 'accounts_number') || attempt >= numberAttemptsMax) throw error;
    }
  }
  const audit = await readDone(async () => findAudit(tools.pool, order.requestId));
  if (audit?.action !== 'OWN_ACCOUNT_OPENED') throw new BankError('REQUEST_REUSED');
  return sharedPotNow(tools, session, (audit.details['account'] ?? '') as m.AccountNumber);
}
