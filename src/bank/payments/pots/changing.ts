/** Changes of one pot: the customer's own, or one of a shared account that they manage. */
import type { Tx } from '../../../db/transaction.ts';
import { sharedPotsOfSession } from '../../accounts/index.ts';
import { insertAudit, placeDetails, readDone } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { changeSharedPots, type PotAct } from '../../shared/index.ts';
import { changeAccount, note } from '../own-accounts/changing.ts';
import { assertClosable } from '../own-accounts/closing.ts';
import { deleteRoundUps, lockMoney, saveClosed } from '../own-accounts/store/own-accounts.ts';
import type { OwnAccountTools } from '../own-accounts/tools.ts';
import { type PotRow, potIn, sharedOfPot } from './finding.ts';

type Own = PotAct<'POT_LOCKED' | 'POT_RELEASE_ASKED'>;
type Order = { readonly pot: m.AccountNumber } & m.Confirmed;

async function noteOwn(
  tx: Tx,
  tools: OwnAccountTools,
  session: m.Session,
  { auditId, action, details }: { readonly auditId: bigint } & Own,
): Promise<void> {
  if (action === 'POT_RELEASE_ASKED') {
    await note(tx, tools, session, { auditId, action, details: { account: details.account } });
    return;
  }
  await insertAudit(tx, {
    id: auditId,
    action,
    actor: session.discordUserId,
    target: session.customerId,
    sessionId: session.id,
    details: { ...placeDetails(session.place), ...details },
  });
}

/** As the customer sees it now. Throws SHARED_ROLE for a member who was removed since. */
export async function sharedPotNow(
  { pool, limits }: Pick<OwnAccountTools, 'pool' | 'limits'>,
  session: m.Session,
  pot: m.AccountNumber,
): Promise<m.OwnAccount> {
  const all = await readDone(async () => sharedPotsOfSession(pool, session, limits));
  const found = all.find(({ accountNumber }) => accountNumber === pot);
  if (found === undefined) throw new BankError('SHARED_ROLE', { role: null, action: 'SAVE' });
  return found;
}

async function changeOfShared(
  tools: OwnAccountTools,
  session: m.Session,
  order: Order & { readonly shared: m.SharedRef },
  change: (tx: Tx, pot: PotRow) => Promise<PotAct>,
): Promise<m.OwnAccount> {
  const { requestId, pot: number, shared } = order;
  const asked = { requestId, account: shared.accountNumber };
  await changeSharedPots(tools, session, asked, async (tx) => {
    const all = await sharedPotsOfSession(tx, session, tools.limits);
    const pot = potIn(all, { accountNumber: number });
    await lockMoney(tx, pot.id);
    return change(tx, pot);
  });
  return sharedPotNow(tools, session, number);
}

/** Once per request. Waits for money that is being moved. */
export async function changePot(
  tools: OwnAccountTools,
  session: m.Session,
  order: Order,
  change: (tx: Tx, pot: PotRow) => Promise<Own>,
): Promise<m.OwnAccount> {
  const { requestId, pot: account } = order;
  const shared = await sharedOfPot(tools.pool, account);
  if (shared !== null) return changeOfShared(tools, session, { ...order, shared }, change);
  return changeAccount(tools, session, { requestId, account }, async (tx, _found, all) => {
    const pot = potIn(all, { accountNumber: account });
    await lockMoney(tx, pot.id);
    await noteOwn(tx, tools, session, { auditId: requestId, ...(await change(tx, pot)) });
  });
}

/** Changes nothing. Throws as closing it does. */
export async function judgeSharedClosing(
  { pool, currency }: OwnAccountTools,
  { customerId }: m.Session,
  found: PotRow,
): Promise<m.OwnAccount> {
  await assertClosable(pool, { customerId, found, all: [], currency, money: found });
  return found;
}

/** Of a shared account; payments are no longer rounded up into it. */
export const closeSharedPot = async (
  tools: OwnAccountTools,
  session: m.Session,
  order: Order & { readonly shared: m.SharedRef },
): Promise<m.OwnAccount> =>
  changeOfShared(tools, session, order, async (tx, found) => {
    const { currency } = tools;
    const { customerId } = session;
    const money = await lockMoney(tx, found.id);
    await assertClosable(tx, { customerId, found, all: [], currency, money });
    await saveClosed(tx, found.id);
    await deleteRoundUps(tx, found.id);
    return { action: 'OWN_ACCOUNT_CLOSED', details: { account: found.accountNumber } };
  });
