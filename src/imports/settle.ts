/** What of a file can be booked: each balance is taken, changed by an option, or refused. */
import { isDiscordId } from './amount.ts';
import { type Decimal, isSame, minorUnits, negated, sumOf, zero } from './decimal.ts';
import { type Found, type FoundBalance, membersFile, refuseFile } from './source.ts';

/** What to do with sums that the bank cannot hold; null: the row is refused. */
export interface Mapping {
  readonly negative: 'zero' | null;
  readonly round: 'down' | null;
  /** Minor units in place of Infinity. */
  readonly infinity: bigint | null;
  readonly duplicates: 'sum' | null;
}

export type RowRefusal =
  | 'ID_INVALID'
  | 'NOT_LINKED'
  | 'COLUMNS'
  | 'YAML'
  | 'AMOUNT_MISSING'
  | 'AMOUNT_UNREADABLE'
  | 'AMOUNT_INFINITE'
  | 'AMOUNT_NEGATIVE'
  | 'AMOUNT_FRACTION'
  | 'AMOUNT_TOO_LARGE'
  | 'TOTAL_DIFFERS'
  | 'DUPLICATE';

export interface RefusedRow<Reason = RowRefusal> {
  readonly line: number;
  readonly file: string | null;
  readonly owner: string;
  readonly reason: Reason;
  /** Null when the file has no number. */
  readonly amount: Decimal | null;
}

/** Can be booked. */
export interface SettledRow {
  readonly line: number;
  /** Among all balances of the file, from 1; null: it comes from a list beside the file. */
  readonly position: number | null;
  readonly file: string | null;
  readonly discordUserId: string;
  /** Minor units, above zero. */
  readonly units: bigint;
}

export interface Settled {
  readonly found: number;
  /** The sum of all numbers in the file. */
  readonly total: Decimal;
  readonly rows: readonly SettledRow[];
  /** Nothing to book. */
  readonly zeros: number;
  readonly refused: readonly RefusedRow[];
  /** How many sums an option changed, and how much less is booked for them than the file says. */
  readonly changed: { readonly rows: number; readonly difference: Decimal };
}

/** 2^53 - 1: the most an account may hold. */
const unitsMax = 9_007_199_254_740_991n;
/** All rows are booked in one database transaction. */
const rowsMax = 250_000;

type Fitted = { readonly reason: RowRefusal } | { readonly units: bigint };

const numberIn = ({ amount }: FoundBalance): Decimal | null =>
  typeof amount === 'object' ? amount : null;

function fitted({ amount }: FoundBalance, mapping: Mapping, scale: number): Fitted {
  if (amount === 'TOTAL_DIFFERS') return { reason: amount };
  if (amount === 'INFINITE') {
    return mapping.infinity === null ? { reason: 'AMOUNT_INFINITE' } : { units: mapping.infinity };
  }
  if (typeof amount !== 'object') return { reason: `AMOUNT_${amount}` };
  if (amount.units < 0n) {
    return mapping.negative === null ? { reason: 'AMOUNT_NEGATIVE' } : { units: 0n };
  }
  const { units, isExact } = minorUnits(amount, scale);
  if (!isExact && mapping.round === null) return { reason: 'AMOUNT_FRACTION' };
  return units > unitsMax ? { reason: 'AMOUNT_TOO_LARGE' } : { units };
}

function ownerFault({ fault, discordUserId }: FoundBalance): RowRefusal | null {
  if (fault) return fault;
  if (discordUserId === null) return 'NOT_LINKED';
  return isDiscordId(discordUserId) ? null : 'ID_INVALID';
}

/** Ids that several rows name. */
function namedTwice(balances: readonly FoundBalance[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { discordUserId: id } of balances) {
    if (id !== null && seen.has(id)) twice.add(id);
    if (id !== null) seen.add(id);
  }
  return twice;
}

/** Rows of one id become its first row. Refuses those whose sum is too large. */
function added(rows: readonly SettledRow[]): ReadonlyMap<string, SettledRow> {
  const sums = new Map<string, SettledRow>();
  for (const row of rows) {
    const former = sums.get(row.discordUserId);
    const units = (former?.units ?? 0n) + row.units;
    sums.set(row.discordUserId, { ...(former ?? row), units });
  }
  return sums;
}

const total = (values: readonly (Decimal | null)[]): Decimal =>
  values.reduce<Decimal>((sum, value) => (value === null ? sum : sumOf(sum, value)), zero);

/**
 * `scale`: decimals of the bank's currency. The sum of the file is that of what is booked, what is
 * refused and what an option changed, to the unit.
 */
export function settle({ balances }: Found, mapping: Mapping, scale: number): Settled {
  if (balances.length > rowsMax) return refuseFile({ code: 'TOO_MANY', rowsMax });
  const twice = mapping.duplicates === null ? namedTwice(balances) : new Set<string>();
  const refused: RefusedRow[] = [];
  const taken: SettledRow[] = [];
  let [changedRows, difference] = [0, zero];
  for (const [index, balance] of balances.entries()) {
    const { line, file, owner, discordUserId } = balance;
    const amount = numberIn(balance);
    const result = fitted(balance, mapping, scale);
    const fault =
      ownerFault(balance) ??
      (twice.has(discordUserId!) ? 'DUPLICATE' : 'reason' in result ? result.reason : null);
    if (fault !== null || 'reason' in result) {
      refused.push({ line, file, owner, reason: fault!, amount });
      continue;
    }
    const { units } = result;
    const lost = sumOf(amount ?? zero, { units: -units, scale });
    if (lost.units !== 0n) [changedRows, difference] = [changedRows + 1, sumOf(difference, lost)];
    const position = file === membersFile ? null : index + 1;
    taken.push({ line, file, position, discordUserId: discordUserId!, units });
  }
  const rows: SettledRow[] = [];
  let zeros = 0;
  for (const row of added(taken).values()) {
    const { line, file, discordUserId: owner, units } = row;
    if (units > unitsMax) {
      const amount = { units, scale };
      refused.push({ line, file, owner, reason: 'AMOUNT_TOO_LARGE', amount });
    } else if (units === 0n) zeros += 1;
    else rows.push(row);
  }
  const settled = {
    found: balances.length,
    total: total(balances.map(numberIn)),
    rows,
    zeros,
    refused,
    changed: { rows: changedRows, difference },
  };
  assertReconciled(settled, scale);
  return settled;
}

function assertReconciled(settled: Settled, scale: number): void {
  const booked = { units: settled.rows.reduce((sum, { units }) => sum + units, 0n), scale };
  const rest = sumOf(
    total(settled.refused.map(({ amount }) => amount)),
    settled.changed.difference,
  );
  const all = sumOf(booked, rest);
  if (!isSame(all, settled.total)) {
    throw new Error(`Defect: the sums of the file do not agree: ${negated(all).units}`);
  }
}
