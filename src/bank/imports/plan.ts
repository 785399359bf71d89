/** What an import would book, and for whom: reads only. */
import type { Reader } from '../../db/pool.ts';
import { assert } from '../../lib/assert.ts';
import type * as m from '../model/index.ts';
import { moneyMax } from '../model/index.ts';
import { importedBefore, positionsBefore } from './store/imports.ts';
import { findOwners, type Owner } from './store/people.ts';

/** One balance of a file, ready to be booked. */
export interface BalanceToImport {
  readonly line: number;
  readonly file: string | null;
  /** Among all balances of the file, from 1; null: it is not in the file itself. */
  readonly position: number | null;
  readonly discordUserId: string;
  /** Minor units, 1 to `moneyMax`. Each Discord id comes once. */
  readonly units: bigint;
}

export interface FileToImport {
  /** People are imported once per source. */
  readonly source: string;
  readonly sha256: Buffer;
  readonly balances: readonly BalanceToImport[];
}

/** IMPORTED_BEFORE: with another sum. */
export type ImportRefusal = 'IMPORTED_BEFORE' | 'ACCOUNT_CLOSED' | 'BALANCE_TOO_LARGE';

export interface PlannedBalance {
  readonly balance: BalanceToImport;
  /** Null: a new customer, who has not registered. */
  readonly owner: Owner | null;
}

export interface ImportPlan {
  /** To customers who have registered. */
  readonly linked: readonly PlannedBalance[];
  /** To people who have not. */
  readonly unlinked: readonly PlannedBalance[];
  /** Imported before with the same sum: nothing is booked. */
  readonly before: readonly BalanceToImport[];
  readonly refused: readonly {
    readonly balance: BalanceToImport;
    readonly reason: ImportRefusal;
  }[];
}

/** Null where it can be booked. */
function refusalOf({ units }: BalanceToImport, owner: Owner | undefined): ImportRefusal | null {
  if (owner === undefined) return null;
  const { account } = owner;
  if (account === null || account.status === 'CLOSED') return 'ACCOUNT_CLOSED';
  return account.balance + units > moneyMax ? 'BALANCE_TOO_LARGE' : null;
}

export const sumOf = (balances: readonly BalanceToImport[]): bigint =>
  balances.reduce((sum, { units }) => sum + units, 0n);

const planned = ({ linked, unlinked }: ImportPlan): BalanceToImport[] =>
  [...linked, ...unlinked].map(({ balance }) => balance);

/** Every balance of the file is in one part of the plan, to the unit. */
export async function planImport(reader: Reader, file: FileToImport): Promise<ImportPlan> {
  const { source, balances } = file;
  const idOf = (balance: BalanceToImport) => balance.discordUserId as m.DiscordUserId;
  const owners = await findOwners(reader, balances.map(idOf));
  const customers = [...owners.values()].map(({ customerId }) => customerId);
  const byPerson = await importedBefore(reader, customers, source);
  const byPosition = await positionsBefore(reader, file);
  const [linked, unlinked]: [PlannedBalance[], PlannedBalance[]] = [[], []];
  const before: BalanceToImport[] = [];
  const refused: { balance: BalanceToImport; reason: ImportRefusal }[] = [];
  for (const balance of balances) {
    const owner = owners.get(idOf(balance));
    const former =
      (owner && byPerson.get(owner.customerId)) ??
      (balance.position === null ? undefined : byPosition.get(balance.position));
    const reason = refusalOf(balance, owner);
    if (former === balance.units) before.push(balance);
    else if (former !== undefined) refused.push({ balance, reason: 'IMPORTED_BEFORE' });
    else if (reason !== null) refused.push({ balance, reason });
    else (owner?.isRegistered ? linked : unlinked).push({ balance, owner: owner ?? null });
  }
  const plan = { linked, unlinked, before, refused };
  const parts = [...planned(plan), ...before, ...refused.map(({ balance }) => balance)];
  assert(sumOf(parts) === sumOf(balances), 'each balance of the file is in one part of the plan');
  return plan;
}
