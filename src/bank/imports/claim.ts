/** A registration takes over the account that an import opened for the Discord user. */
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { renameHolder } from '../accounts/index.ts';
import { insertAudit } from '../audit/index.ts';
import { shareOpenings } from '../ledger/index.ts';
import { insertMessages } from '../messages/index.ts';
import type * as m from '../model/index.ts';
import { importEntries } from './store/imports.ts';
import { bindUnclaimed, takeUnclaimed, type Unclaimed } from './store/people.ts';

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
