/** Opens, names and closes a customer's further accounts. */
import { isDuplicate } from '../../../db/errors.ts';
import type { Reader } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import {
  type AccountRow,
  accountsOfSession,
  findParty,
  openAccount,
} from '../../accounts/index.ts';
import { changeOnce, findAudit, insertAudit, isAudited, placeDetails } from '../../audit/index.ts';
import { noteOwnAct, type TellingTools } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, nicknameKey, numberTail } from '../../model/index.ts';
import { lockCustomer, lockLiveSession } from '../../people/index.ts';
import { assertClosable } from './closing.ts';
import type { NewOwnAccount, OwnAccountsService } from './service.ts';
import { lockMoney, saveClosed, saveMain, saveName } from './store/own-accounts.ts';
import type { OwnAccountTools } from './tools.ts';

/** Open ones of one customer. */
export const openAccountsMax = 20;
/** With closed ones, so that opening and closing ends somewhere. */
export const allAccountsMax = 100;
const numberAttemptsMax = 8;

const isOpen = ({ status }: AccountRow): boolean => status !== 'CLOSED';

async function accountsOf(reader: Reader, { limits }: OwnAccountTools, session: m.Session) {
  const all = await accountsOfSession(reader, session, limits);
  if (all.length === 0) throw new BankError('SESSION_EXPIRED');
  return all;
}

const matching = (accounts: readonly AccountRow[], meant: m.OwnAccountRef): AccountRow[] =>
  accounts.filter(({ accountNumber, name }) => {
    if ('accountNumber' in meant) return accountNumber === meant.accountNumber;
    if ('tail' in meant) return numberTail(accountNumber) === meant.tail;
    return name !== null && nicknameKey(name) === nicknameKey(meant.name);
  });

/** Throws ACCOUNT_UNKNOWN unless it is exactly one. */
function exactly(found: readonly AccountRow[]): AccountRow {
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) throw new BankError('ACCOUNT_UNKNOWN');
  return only;
}

const meantIn = (all: readonly AccountRow[], meant: m.OwnAccountRef): AccountRow =>
  exactly(matching(all.filter(isOpen), meant));

/** A closed account if no open one is meant. */
function meantInAny(all: readonly AccountRow[], meant: m.OwnAccountRef): AccountRow {
  const open = matching(all.filter(isOpen), meant);
  return exactly(open.length > 0 ? open : matching(all, meant));
}

function assertNameFree(all: readonly AccountRow[], name: string | null, id?: m.AccountId): void {
  if (name === null) return;
  const key = nicknameKey(name);
  const isTaken = all.some(
    (one) => isOpen(one) && one.id !== id && one.name !== null && nicknameKey(one.name) === key,
  );
  if (isTaken) throw new BankError('ACCOUNT_NAME_TAKEN');
}

function assertOpenable(all: readonly AccountRow[], { name }: NewOwnAccount): void {
  if (all.some(({ status }) => status === 'FROZEN')) throw new BankError('ACCOUNT_FROZEN');
  if (all.filter(isOpen).length >= openAccountsMax) {
    throw new BankError('ACCOUNTS_TOO_MANY', { max: openAccountsMax, counted: 'OPEN' });
  }
  if (all.length >= allAccountsMax) {
    throw new BankError('ACCOUNTS_TOO_MANY', { max: allAccountsMax, counted: 'ALL' });
  }
  assertNameFree(all, name);
}

/** Locks the customer, then the session. Throws SESSION_EXPIRED. */
async function lockOwner(tx: Tx, { limits }: OwnAccountTools, session: m.Session): Promise<void> {
  await lockCustomer(tx, session.customerId);
  if (!(await lockLiveSession(tx, session, limits))) throw new BankError('SESSION_EXPIRED');
}

async function openIn(
  tx: Tx,
  tools: OwnAccountTools,
  { session, order }: { readonly session: m.Session; readonly order: NewOwnAccount & m.Confirmed },
): Promise<m.OwnAccount> {
  const { customerId } = session;
  const { requestId: auditId, type, name } = order;
  await lockOwner(tx, tools, session);
  const before = await accountsOf(tx, tools, session);
  const earlier = await findAudit(tx, auditId);
  if (earlier !== null) {
    const number = earlier.details['account'];
    const made = before.find(({ accountNumber }) => accountNumber === number);
    if (made === undefined) throw new BankError('REQUEST_REUSED');
    return made;
  }
  assertOpenable(before, order);
  const holderName = (await findParty(tx, customerId))?.holderName ?? '';
  const id = auditId as bigint as m.AccountId;
  const currency = tools.currency.code;
  const opened = await openAccount(tx, { id, customerId, holderName, currency, type, name });
  const made = (await accountsOf(tx, tools, session)).find((one) => one.id === opened)!;
  const details = { account: made.accountNumber, type };
  await note(tx, tools, session, { auditId, action: 'OWN_ACCOUNT_OPENED', details });
  return made;
}

type Act = 'OWN_ACCOUNT_OPENED' | 'MAIN_ACCOUNT_CHANGED' | 'OWN_ACCOUNT_CLOSED';

async function note<Name extends Act>(
  tx: Tx,
  tools: TellingTools,
  { customerId, discordUserId, place, id: sessionId }: m.Session,
  act: Pick<Parameters<typeof noteOwnAct<Name>>[2], 'auditId' | 'action' | 'details'>,
): Promise<void> {
  await noteOwnAct(tx, tools, { ...act, customerId, discordUserId, place, sessionId });
}

type AccountOrder = { readonly account: m.AccountNumber } & m.Confirmed;

/** Once per request: a repeated one finds its audit row and returns the account as it is. */
async function changeAccount(
  tools: OwnAccountTools,
  session: m.Session,
  { requestId, account }: AccountOrder,
  change: (tx: Tx, found: AccountRow, all: readonly AccountRow[]) => Promise<void>,
): Promise<m.OwnAccount> {
  return changeOnce(tools, requestId, async (tx) => {
    await lockOwner(tx, tools, session);
    const all = await accountsOf(tx, tools, session);
    const known = all.find((one) => one.accountNumber === account);
    if (known !== undefined && (await isAudited(tx, requestId))) return known;
    await change(tx, meantIn(all, { accountNumber: account }), all);
    return (await accountsOf(tx, tools, session)).find((one) => one.accountNumber === account)!;
  });
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
    const details = { account: found.accountNumber };
    const act = { auditId: order.requestId, action: 'OWN_ACCOUNT_CLOSED', details } as const;
    await note(tx, tools, session, act);
  });

export function createOwnAccounts(tools: OwnAccountTools): OwnAccountsService {
  const { pool, currency } = tools;
  return {
    find: async (session, meant, among = 'OPEN') => {
      const all = await accountsOf(pool, tools, session);
      return among === 'ANY' ? meantInAny(all, meant) : meantIn(all, meant);
    },
    judgeOpening: async (session, wanted) =>
      assertOpenable(await accountsOf(pool, tools, session), wanted),
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
