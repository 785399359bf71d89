/** Takes an import back while its money is untouched: each booking is reversed, or none. */
import { databaseNow } from '../../db/time.ts';
import { type Tx, withTransaction } from '../../db/transaction.ts';
import { insertAudit, untilKnown } from '../audit/index.ts';
import {
  bookTogether,
  equityAccount,
  excludeOpenings,
  fingerprintOf,
  type LedgerRequest,
} from '../ledger/index.ts';
import { insertMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, numberTail, referenceOf } from '../model/index.ts';
import { assertNotHalted, type ImportTools, knownWithinMs, limitsOf, noActor } from './booking.ts';
import * as store from './store/imports.ts';
import { pagesOf } from './store/people.ts';

/** An account whose owner has registered, and that has changed since. */
export interface TouchedAccount {
  readonly numberTail: string;
  readonly amount: bigint;
}

export type Undone =
  | { readonly kind: 'UNKNOWN' }
  | { readonly kind: 'UNDONE_BEFORE'; readonly at: Date }
  /** Nothing was changed. */
  | { readonly kind: 'TOUCHED'; readonly accounts: readonly TouchedAccount[] }
  | { readonly kind: 'UNDONE'; readonly rows: number; readonly units: bigint };

/** Money that waits for a registration is untouched by definition. */
const isTouched = (row: store.ImportedRow, account: store.HeldAccount): boolean =>
  account.status === 'CLOSED' ||
  (!account.isUnclaimed && (account.lastSeq !== row.seq || account.held > 0n));

function requestOf(
  importId: m.RequestId,
  { accountId, transactionId, amount: units }: store.ImportedRow,
  { requestId, currency }: { readonly requestId: m.RequestId; readonly currency: m.Currency },
): LedgerRequest {
  const wish = { kind: 'exact', amount: amountOf(units) } as const;
  const fingerprint = fingerprintOf({
    kind: 'REVERSAL',
    own: accountId,
    payeeNumber: null,
    wish,
    currency: currency.code,
    memo: null,
    more: `${transactionId}`,
  });
  const posting = { kind: 'REVERSAL', source: accountId, target: equityAccount.id } as const;
  return {
    requestId,
    initiator: { kind: 'IMPORT', id: importId },
    postings: [{ ...posting, amount: wish }],
    memo: null,
    links: { reverses: transactionId },
    fingerprint,
  };
}

type Reversed = store.ImportedRow & { readonly requestId: m.RequestId };

async function tell(
  tx: Tx,
  { nextId }: ImportTools,
  told: {
    readonly rows: readonly Reversed[];
    readonly seqs: ReadonlyMap<m.RequestId, bigint>;
    readonly at: string;
  },
): Promise<void> {
  for (const page of pagesOf(told.rows)) {
    const messages = page.map(({ customerId, accountId, requestId }) => {
      const seq = told.seqs.get(requestId)!;
      return { id: nextId(), customerId, subject: { kind: 'MOVED_BACK', accountId, seq } as const };
    });
    await insertMessages(tx, messages, told.at);
  }
}

async function reverse(tx: Tx, tools: ImportTools, found: store.ImportRecord): Promise<Undone> {
  const { nextId, currency } = tools;
  const rows = await store.importedRows(tx, found.id);
  const accounts = await store.lockImportAccounts(
    tx,
    rows.map(({ accountId }) => accountId),
  );
  const touched = rows.filter((row) => isTouched(row, accounts.get(row.accountId)!));
  if (touched.length > 0) {
    const named = touched.map(({ accountId, amount }) => {
      return { numberTail: numberTail(accounts.get(accountId)!.accountNumber), amount };
    });
    return { kind: 'TOUCHED', accounts: named };
  }
  const reversed = rows.map((row) => ({ ...row, requestId: nextId() as m.RequestId }));
  const requests = reversed.map((row) =>
    requestOf(found.id, row, { requestId: row.requestId, currency }),
  );
  const seqs = await bookTogether(tx, { nextId, currency }, requests);
  const at = await databaseNow(tx);
  await store.markImportUndone(tx, found.id, at);
  const registered = reversed.filter(({ accountId }) => !accounts.get(accountId)!.isUnclaimed);
  await tell(tx, tools, { rows: registered, seqs, at });
  const units = rows.reduce((sum, { amount }) => sum + amount, 0n);
  await insertAudit(tx, {
    id: nextId(),
    action: 'IMPORT_UNDONE',
    actor: noActor,
    target: null,
    sessionId: null,
    details: {
      import: referenceOf(found.id),
      source: found.source,
      file: found.sha256.toString('hex'),
      rows: `${rows.length}`,
      amount: `${units}`,
    },
  });
  return { kind: 'UNDONE', rows: rows.length, units };
}

/** Throws as `bookImport`. */
export async function undoImport(tools: ImportTools, id: m.RequestId): Promise<Undone> {
  const work = async (tx: Tx): Promise<Undone> => {
    await excludeOpenings(tx, tools.currency.code);
    await assertNotHalted(tx);
    const found = await store.lockImport(tx, id);
    if (found === null) return { kind: 'UNKNOWN' };
    if (found.undoneAt !== null) return { kind: 'UNDONE_BEFORE', at: found.undoneAt };
    return reverse(tx, tools, found);
  };
  return untilKnown(async () => withTransaction(tools.pool, work, limitsOf(tools)), {
    withinMs: knownWithinMs,
  });
}
