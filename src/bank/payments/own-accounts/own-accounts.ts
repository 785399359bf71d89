/** Opens, names and closes a customer's further accounts. */
import { isDuplicate } from '../../../db/errors.ts';
import type { Reader } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import {
  type AccountRow,
  findParty,
  insertPot,
  openAccount,
  sharedOfSession,
  sharedReadBy,
} from '../../accounts/index.ts';
import { changeOnce, findAudit, insertAudit, placeDetails } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, mayAsMember, nicknameKey } from '../../model/index.ts';
import { type AccountOrder, changeAccount, lockOwner, note } from './changing.ts';
import { assertClosable } from './closing.ts';
import { accountsOf, isOpen, meantIn, meantInAny } from './finding.ts';
import { assertDay } from './pot-day.ts';
import type { NewOwnAccount, OwnAccountsService } from './service.ts';
import { deleteRoundUps, lockMoney, saveClosed, saveMain, saveName } from './store/own-accounts.ts';
import type { OwnAccountTools } from './tools.ts';

/** Open ones of one customer. */
export const openAccountsMax = 20;
/** With closed ones, so that opening and closing ends somewhere. */
export const allAccountsMax = 100;
export const numberAttemptsMax = 8;

function assertNameFree(all: readonly AccountRow[], name: string | null, id?: m.AccountId): void {
  if (name === null) return;
  const key = nicknameKey(name);
  const isTaken = all.some(
    (one) => isOpen(one) && one.id !== id && one.name !== null && nicknameKey(one.name) === key,
  );
  if (isTaken) throw new BankError('ACCOUNT_NAME_TAKEN');
}

/** Throws ACCOUNT_FROZEN, ACCOUNTS_TOO_MANY, ACCOUNT_NAME_TAKEN and, of a pot's goal, POT_DATE. */
export async function assertOpenable(
  reader: Reader,
  all: readonly AccountRow[],
  { name, pot }: NewOwnAccount,
): Promise<void> {
  if (all.some(({ status }) => status === 'FROZEN')) throw new BankError('ACCOUNT_FROZEN');
  if (all.filter(isOpen).length >= openAccountsMax) {
    throw new BankError('ACCOUNTS_TOO_MANY', { max: openAccountsMax, counted: 'OPEN' });
  }
  if (all.length >= allAccountsMax) {
    throw new BankError('ACCOUNTS_TOO_MANY', { max: allAccountsMax, counted: 'ALL' });
  }
  assertNameFree(all, name);
  const goalDate = pot?.goalDate ?? null;
  if (goalDate !== null) await assertDay(reader, goalDate, 'GOAL');
}

async function openIn(
  tx: Tx,
  tools: OwnAccountTools,
  { session, order }: { readonly session: m.Session; readonly order: NewOwnAccount & m.Confirmed },
): Promise<m.OwnAccount> {
  const { customerId } = session;
  const { requestId: auditId, type, name, pot } = order;
  await lockOwner(tx, tools, session);
  const before = await accountsOf(tx, tools, session);
  const earlier = await findAudit(tx, auditId);
  if (earlier !== null) {
    const number = earlier.details['account'];
    const made = before.find(({ accountNumber }) => accountNumber === number);
    if (made === undefined) throw new BankError('REQUEST_REUSED');
    return made;
  }
  await assertOpenable(tx, before, order);
  const holderName = (await findParty(tx, customerId))?.holderName ?? '';
  const id = auditId as bigint as m.AccountId;
  const currency = tools.currency.code;
  const opened = await openAccount(tx, { id, customerId, holderName, currency, type, name });
  if (pot !== undefined) await insertPot(tx, opened, pot);
  const made = (await accountsOf(tx, tools, session)).find((one) => one.id === opened)!;
  const details = { account: made.accountNumber, type };
  await note(tx, tools, session, { auditId, action: 'OWN_ACCOUNT_OPENED', details });
  return made;
}

async function rename(
  tools: OwnAccountTools,
  session: m.Session,
  { account, name }: { readonly account: m.AccountNumber; readonly name: string },
): Promise<m.OwnAccount> {
  const auditId = tools.nextId();
  return changeOnce(tools, auditId, async (tx) => {
    await lockOwner(tx, tools, session);
    const all = await accountsOf(tx, tools, session);
    const found = meantIn(all, { accountNumber: account });
    assertNameFree(all, name, found.id);
    await saveName(tx, found.id, name);
    await insertAudit(tx, {
      id: auditId,
      action: 'OWN_ACCOUNT_RENAMED',
      actor: session.discordUserId,
      target: session.customerId,
      sessionId: session.id,
      details: { ...placeDetails(session.place), account },
    });
    return { ...found, name };
  });
}

const makeMain = async (
  tools: OwnAccountTools,
  session: m.Session,
  order: AccountOrder,
): Promise<m.OwnAccount> =>
  changeAccount(tools, session, order, async (tx, found) => {
    if (found.isMain) return;
    if (found.type === 'POT') throw new BankError('POT_ONLY_SAVES', { tried: 'MAIN' });
    if (found.status === 'FROZEN') throw new BankError('ACCOUNT_FROZEN');
    await saveMain(tx, session.customerId, found.id);
    const details = { account: found.accountNumber };
    const act = { auditId: order.requestId, action: 'MAIN_ACCOUNT_CHANGED', details } as const;
    await note(tx, tools, session, act);
  });

const close = async (
  tools: OwnAccountTools,
  session: m.Session,
  order: AccountOrder,
): Promise<m.OwnAccount> =>
  changeAccount(tools, session, order, async (tx, found, all) => {
    const { customerId } = session;
    const { currency } = tools;
    const money = await lockMoney(tx, found.id);
    await assertClosable(tx, { customerId, found, all, currency, money });
    await saveClosed(tx, found.id);
    await deleteRoundUps(tx, found.id);
    const details = { account: found.accountNumber };
    const act = { auditId: order.requestId, action: 'OWN_ACCOUNT_CLOSED', details } as const;
    await note(tx, tools, session, act);
  });

/** Pots of shared accounts are only read: for money there are acts of their own. */
async function sharedFor(
  reader: Reader,
  session: m.Session,
  {
    limits,
    action,
  }: { readonly limits: m.SessionLimits; readonly action: m.SharedAction | undefined },
): Promise<readonly AccountRow[]> {
  if (action === undefined) return [];
  return action === 'READ'
    ? sharedReadBy(reader, session, limits)
    : sharedOfSession(reader, session, limits);
}

export function createOwnAccounts(tools: OwnAccountTools): OwnAccountsService {
  const { pool, currency, limits } = tools;
  return {
    find: async (session, meant, among = 'OPEN', action) => {
      const own = await accountsOf(pool, tools, session);
      const shared = await sharedFor(pool, session, { limits, action });
      const all = [...own, ...shared];
      const found = among === 'ANY' ? meantInAny(all, meant) : meantIn(all, meant);
      const role = found.shared?.role;
      if (action !== undefined && role !== undefined && !mayAsMember(role, action)) {
        throw new BankError('SHARED_ROLE', { role, action });
      }
      return found;
    },
    judgeOpening: async (session, wanted) =>
      assertOpenable(pool, await accountsOf(pool, tools, session), wanted),
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
    rename: async (session, change) => rename(tools, session, change),
    makeMain: async (session, order) => makeMain(tools, session, order),
    judgeClosing: async (session, meant) => {
      const all = await accountsOf(pool, tools, session);
      const found = meantIn(all, meant);
      const { customerId } = session;
      await assertClosable(pool, { customerId, found, all, currency, money: found });
      return found;
    },
    close: async (session, order) => close(tools, session, order),
  };
}
