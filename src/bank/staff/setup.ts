/**
 * Settings that are made on Discord: by the owner of the bank while there are fewer than two
 * managers, afterwards by two managers. They are read at the next opening of the bank.
 */
import type { Pool, Reader } from '../../db/pool.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { changeOnce, insertAudit } from '../audit/index.ts';
import { isAnythingBooked, renameCurrency } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError, setupNames } from '../model/index.ts';
import { countManagers, lockCustomer } from '../people/index.ts';
import type { StaffActs } from './acts.ts';
import type { Perform } from './approvals.ts';
import type { Acted, ApprovalRequests } from './asking.ts';
import { type Desk, helpsAsOwner } from './desk.ts';
import { managersEnough } from './base/rights.ts';
import { saveSetting } from './store/saved-settings.ts';

/** The session is null where the person has not logged in, as an owner in the first minutes. */
export interface SetupAsker {
  readonly person: m.DiscordUserId;
  readonly session: m.Session | null;
}

export interface SetupState {
  readonly role: m.SetupRole;
  readonly managers: bigint;
  /** Nothing was booked yet. */
  readonly canRenameCurrency: boolean;
}

/**
 * Both throw SETUP_FORBIDDEN; once there are two managers SESSION_MISSING, SESSION_EXPIRED and
 * STAFF_RIGHT_MISSING.
 */
export interface SetupService {
  read(asker: SetupAsker): Promise<SetupState>;
  /** A manager's change waits for another manager. Throws SETUP_CURRENCY, APPROVAL_WAITING. */
  change(asker: SetupAsker, changes: m.SetupChanges): Promise<Acted>;
}

interface Tools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly desk: Desk;
  readonly acts: StaffActs;
  readonly requests: ApprovalRequests;
  readonly currency: m.Currency;
}

/** Null where the person is the owner who needs no session yet. */
async function sessionOf(
  reader: Reader,
  desk: Desk,
  { person, session }: SetupAsker,
): Promise<m.Session | null> {
  if (await helpsAsOwner(reader, desk, person)) return null;
  if (session !== null) return session;
  const needsOwner = (await countManagers(reader)) < managersEnough;
  throw new BankError(needsOwner ? 'SETUP_FORBIDDEN' : 'SESSION_MISSING');
}

/** No value in the text of a request means that the setting is no longer saved. */
const textOf = (changes: m.SetupChanges): Record<string, string> =>
  Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value ?? '']));

async function save(
  tx: Tx,
  changes: Readonly<Record<string, string | null>>,
  { code }: m.Currency,
): Promise<void> {
  for (const name of setupNames) {
    const value = changes[name];
    if (value === undefined) continue;
    if (name === 'BANK_CURRENCY' && value !== null && value !== code) {
      if (!(await renameCurrency(tx, code, value))) throw new BankError('SETUP_CURRENCY');
    }
    await saveSetting(tx, name, value);
  }
}

/** Saves what another manager has approved. */
export const performSetup =
  (currency: m.Currency): Perform =>
  async (tx, { row: { content } }) => {
    const given = Object.entries(content).map(([name, value]) => [name, value || null] as const);
    await save(tx, Object.fromEntries(given), currency);
  };

async function ask(
  { nextId, acts, requests, pool }: Tools,
  session: m.Session,
  changes: m.SetupChanges,
): Promise<Acted> {
  if (changes.BANK_CURRENCY !== undefined && (await isAnythingBooked(pool))) {
    throw new BankError('SETUP_CURRENCY');
  }
  const id = nextId() as m.RequestId;
  return acts.change(async (tx, auditId) => {
    const { customerId: target } = session;
    await lockCustomer(tx, target);
    const standing = await acts.admit(tx, session, 'manage');
    const content = textOf(changes);
    const maker = { session, standing, auditId };
    const request = { id, kind: 'SETUP', target, content, reason: '', ...maker } as const;
    return { kind: 'asked', approval: await requests.ask(tx, request) };
  });
}

const stateFor = async (reader: Reader, role: m.SetupRole): Promise<SetupState> => ({
  role,
  managers: await countManagers(reader),
  canRenameCurrency: !(await isAnythingBooked(reader)),
});

export function createSetup(tools: Tools): SetupService {
  const { pool, nextId, desk, acts, currency } = tools;
  return {
    read: async (asker) => {
      const session = await sessionOf(pool, desk, asker);
      if (session === null) return stateFor(pool, 'OWNER');
      return acts.read(session, 'manage', async (tx) => stateFor(tx, 'MANAGER'));
    },
    change: async (asker, changes) => {
      const session = await sessionOf(pool, desk, asker);
      if (session !== null) return ask(tools, session, changes);
      const id = nextId();
      return changeOnce({ pool }, id, async (tx) => {
        // A second manager may have been appointed meanwhile.
        if ((await sessionOf(tx, desk, asker)) !== null) throw new BankError('BANK_BUSY');
        await save(tx, changes, currency);
        await insertAudit(tx, {
          id,
          action: 'SETUP_CHANGED',
          actor: asker.person,
          target: null,
          sessionId: asker.session?.id ?? null,
          role: 'OWNER',
          details: textOf(changes),
        });
        return { kind: 'done' };
      });
    },
  };
}
