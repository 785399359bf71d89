/**
 * Books the balances of a file, from EQUITY, in one database transaction: all of it, or nothing.
 * Registrations and other imports wait until it ends.
 */
import type { Pool } from '../../db/pool.ts';
import { databaseNow } from '../../db/time.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import { assert } from '../../lib/assert.ts';
import { hourMs } from '../../lib/durations.ts';
import type { IdSource } from '../../lib/ids.ts';
import { findHalt, insertAudit, untilKnown } from '../audit/index.ts';
import {
  bookTogether,
  equityAccount,
  excludeOpenings,
  fingerprintOf,
  type LedgerRequest,
} from '../ledger/index.ts';
import { insertMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, BankError, randomAccountNumber, referenceOf } from '../model/index.ts';
import { type FileToImport, type ImportPlan, type PlannedBalance, planImport } from './plan.ts';
import { bookedBy, type ImportedRow, insertImported, lockImport } from './store/imports.ts';
import { insertUnclaimed, type Newcomer, pagesOf, takenNumbers } from './store/people.ts';

export interface ImportTools {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly currency: m.Currency;
  /** No bank uses the database now, so that the import may take its time. */
  readonly isClosed?: boolean;
}

export interface Imported {
  /** Null: nothing new was in the file. */
  readonly reference: m.Reference | null;
  readonly plan: ImportPlan;
}

/** Of what no Discord user has done. */
export const noActor = '' as m.DiscordUserId;

/**
 * Below the two minutes after which the running bank takes the ids of its own entries for complete
 * (`settledAfterMs`): a later COMMIT would look to its verifier like books that do not balance.
 */
const openWorkMs = 100_000;
const closedWorkMs = hourMs;
export const limitsOf = ({ isClosed }: ImportTools) => ({
  workMs: isClosed === true ? closedWorkMs : openWorkMs,
});
export const knownWithinMs = 30_000;

interface Booked extends PlannedBalance {
  readonly customerId: m.CustomerId;
  readonly accountId: m.AccountId;
  readonly transactionId: m.RequestId;
}

/** Numbers that no account has, each once. */
async function freeNumbers(tx: Tx, count: number): Promise<readonly m.AccountNumber[]> {
  const free = new Set<m.AccountNumber>();
  while (free.size < count) {
    const drawn = Array.from({ length: count - free.size }, randomAccountNumber);
    const taken = await takenNumbers(tx, drawn);
    for (const number of drawn) if (!taken.has(number)) free.add(number);
  }
  return [...free];
}

/** With a new customer for each who has none. */
async function withAccounts(
  tx: Tx,
  { nextId, currency }: ImportTools,
  { planned, at }: { readonly planned: readonly PlannedBalance[]; readonly at: string },
): Promise<Booked[]> {
  const unknown = planned.filter(({ owner }) => owner === null).length;
  const numbers = await freeNumbers(tx, unknown);
  const newcomers: Newcomer[] = [];
  const booked = planned.map(({ balance, owner }) => {
    const customerId = owner?.customerId ?? (nextId() as m.CustomerId);
    const accountId = owner?.account?.id ?? (nextId() as m.AccountId);
    if (owner === null) {
      const discordUserId = balance.discordUserId as m.DiscordUserId;
      const accountNumber = numbers[newcomers.length]!;
      newcomers.push({ discordUserId, customerId, accountId, accountNumber });
    }
    return { balance, owner, customerId, accountId, transactionId: nextId() as m.RequestId };
  });
  await insertUnclaimed(tx, newcomers, { currency: currency.code, at });
  return booked;
}

function requestOf(
  importId: m.RequestId,
  { accountId, transactionId, balance }: Booked,
  currency: m.Currency,
): LedgerRequest {
  const wish = { kind: 'exact', amount: amountOf(balance.units) } as const;
  const fingerprint = fingerprintOf({
    kind: 'IMPORT',
    own: accountId,
    payeeNumber: null,
    wish,
    currency: currency.code,
    memo: null,
    more: `${importId}`,
  });
  const posting = { kind: 'IMPORT', source: equityAccount.id, target: accountId } as const;
  return {
    requestId: transactionId,
    initiator: { kind: 'IMPORT', id: importId },
    postings: [{ ...posting, amount: wish }],
    memo: null,
    fingerprint,
  };
}

/** Customers who have registered read of it at once; the others when they register. */
async function tell(
  tx: Tx,
  { nextId }: ImportTools,
  told: { readonly rows: readonly ImportedRow[]; readonly at: string },
): Promise<void> {
  for (const page of pagesOf(told.rows)) {
    const messages = page.map(({ customerId, accountId, seq }) => {
      const subject = { kind: 'MOVED_IN', accountId, seq } as const;
      return { id: nextId(), customerId, subject };
    });
    await insertMessages(tx, messages, told.at);
  }
}

async function bookPlan(
  tx: Tx,
  tools: ImportTools,
  {
    importId,
    file,
    plan,
  }: {
    readonly importId: m.RequestId;
    readonly file: FileToImport;
    readonly plan: ImportPlan;
  },
): Promise<void> {
  const { nextId, currency } = tools;
  const at = await databaseNow(tx);
  // Accounts in use come last, in the order of their ids: they are locked for less time.
  const inUse = plan.linked.toSorted((one, other) =>
    one.owner!.account!.id < other.owner!.account!.id ? -1 : 1,
  );
  const booked = await withAccounts(tx, tools, { planned: [...plan.unlinked, ...inUse], at });
  const requests = booked.map((one) => requestOf(importId, one, currency));
  const seqs = await bookTogether(tx, { nextId, currency }, requests);
  const rows = booked.map(({ customerId, accountId, transactionId, balance }) => ({
    customerId,
    position: balance.position,
    accountId,
    seq: seqs.get(transactionId)!,
    transactionId,
    amount: balance.units,
  }));
  await insertImported(tx, { id: importId, source: file.source, sha256: file.sha256, at }, rows);
  const amount = rows.reduce((sum, row) => sum + row.amount, 0n);
  const found = await bookedBy(tx, importId);
  assert(found.rows === rows.length && found.units === amount, 'the books have what was planned');
  await tell(tx, tools, { rows: rows.slice(plan.unlinked.length), at });
  await insertAudit(tx, {
    id: nextId(),
    action: 'BALANCES_IMPORTED',
    actor: noActor,
    target: null,
    sessionId: null,
    details: {
      import: referenceOf(importId),
      source: file.source,
      file: file.sha256.toString('hex'),
      rows: `${rows.length}`,
      amount: `${amount}`,
    },
  });
}

/** Throws BANK_HALTED. */
export async function assertNotHalted(tx: Tx): Promise<void> {
  if ((await findHalt(tx)) !== null) throw new BankError('BANK_HALTED');
}

/**
 * Throws BANK_HALTED, and OutcomeUnknown where the COMMIT was not answered: the same import can be
 * run again, and books no one twice.
 */
export async function bookImport(tools: ImportTools, file: FileToImport): Promise<Imported> {
  const importId = tools.nextId() as m.RequestId;
  const reference = referenceOf(importId);
  let planned: ImportPlan | null = null;
  const work = async (tx: Tx): Promise<Imported> => {
    await excludeOpenings(tx, tools.currency.code);
    // An earlier attempt, whose COMMIT was not answered.
    if (planned !== null && (await lockImport(tx, importId)) !== null) {
      return { reference, plan: planned };
    }
    await assertNotHalted(tx);
    const plan = await planImport(tx, file);
    planned = plan;
    if (plan.linked.length + plan.unlinked.length === 0) return { reference: null, plan };
    await bookPlan(tx, tools, { importId, file, plan });
    return { reference, plan };
  };
  return untilKnown(async () => withTransaction(tools.pool, work, limitsOf(tools)), {
    withinMs: knownWithinMs,
  });
}
