/** A registration takes over the account that an import opened for the Discord user. */
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { renameHolder } from '../accounts/index.ts';
import { insertAudit } from '../audit/index.ts';
import { bookTogether, fingerprintOf, shareOpenings } from '../ledger/index.ts';
import { insertMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { amountOf, BankError } from '../model/index.ts';
import { importEntries } from './store/imports.ts';
import {
  bindUnclaimed,
  endUnclaimed,
  mainAccountOf,
  takeUnclaimed,
  type Unclaimed,
} from './store/people.ts';

/**
 * To be called first of all in the transaction of the registration: until it ends no import runs.
 * Null: the bank holds nothing for the Discord user.
 */
export async function findClaim(
  tx: Tx,
  {
    discordUserId,
    currency,
  }: { readonly discordUserId: m.DiscordUserId; readonly currency: string },
): Promise<Unclaimed | null> {
  await shareOpenings(tx, currency);
  return takeUnclaimed(tx, discordUserId);
}

/** The account gets its owner, who finds a message about each balance in the inbox. */
export async function takeOver(
  tx: Tx,
  claimed: Unclaimed,
  owner: {
    readonly discordUserId: m.DiscordUserId;
    readonly holderName: string;
    readonly nextId: IdSource;
  },
): Promise<void> {
  const { customerId, accountId, accountNumber, balance } = claimed;
  const { discordUserId, holderName, nextId } = owner;
  await bindUnclaimed(tx, customerId, discordUserId);
  await renameHolder(tx, customerId, holderName);
  const seqs = await importEntries(tx, { customerId, accountId });
  const messages = seqs.map((seq) => ({
    id: nextId(),
    customerId,
    subject: { kind: 'MOVED_IN', accountId, seq } as const,
  }));
  await insertMessages(tx, messages, await databaseNow(tx));
  await insertAudit(tx, {
    id: nextId(),
    action: 'BALANCE_CLAIMED',
    actor: discordUserId,
    target: customerId,
    sessionId: null,
    details: { account: accountNumber, amount: `${balance}` },
  });
}

/**
 * A customer gets another Discord user for whom an import has left money: it is booked into the
 * customer's main account. Throws ACCOUNT_CLOSED, and what the ledger refuses.
 */
export async function claimRelinked(
  tx: Tx,
  tools: { readonly nextId: IdSource; readonly currency: m.Currency },
  relinked: {
    readonly customerId: m.CustomerId;
    readonly member: m.DiscordUserId;
    readonly actor: m.DiscordUserId;
    readonly approvalId: m.RequestId;
  },
): Promise<void> {
  const { nextId, currency } = tools;
  const { customerId, member, actor, approvalId } = relinked;
  const claimed = await findClaim(tx, { discordUserId: member, currency: currency.code });
  if (claimed === null) return;
  const accountId = await mainAccountOf(tx, customerId);
  if (accountId === null) throw new BankError('ACCOUNT_CLOSED');
  if (claimed.balance > 0n) {
    const seq = await bookClaim(tx, tools, { claimed, accountId, approvalId });
    const subject = { kind: 'MOVED_IN', accountId, seq } as const;
    await insertMessages(tx, [{ id: nextId(), customerId, subject }], await databaseNow(tx));
  }
  await endUnclaimed(tx, claimed, customerId);
  await insertAudit(tx, {
    id: nextId(),
    action: 'BALANCE_CLAIMED',
    actor,
    target: customerId,
    sessionId: null,
    details: { account: claimed.accountNumber, amount: `${claimed.balance}` },
  });
}

/** Returns the place of the entry on the account that gets the money. */
async function bookClaim(
  tx: Tx,
  { nextId, currency }: { readonly nextId: IdSource; readonly currency: m.Currency },
  {
    claimed,
    accountId: target,
    approvalId,
  }: {
    readonly claimed: Unclaimed;
    readonly accountId: m.AccountId;
    readonly approvalId: m.RequestId;
  },
): Promise<bigint> {
  const { accountId: source, balance } = claimed;
  const wish = { kind: 'exact', amount: amountOf(balance) } as const;
  const requestId = nextId() as m.RequestId;
  const fingerprint = fingerprintOf({
    kind: 'IMPORT',
    own: source,
    payeeNumber: null,
    wish,
    currency: currency.code,
    memo: null,
    more: `${approvalId}`,
  });
  const request = {
    requestId,
    initiator: { kind: 'BANK', id: approvalId },
    postings: [{ kind: 'IMPORT', source, target, amount: wish }],
    memo: null,
    fingerprint,
  } as const;
  return (await bookTogether(tx, { nextId, currency }, [request])).get(requestId)!;
}
