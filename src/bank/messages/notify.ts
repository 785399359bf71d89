/** Tells a customer what was done to their account, on every channel there is. */
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import { insertAudit } from '../audit/index.ts';
import type { Keys } from '../keys/index.ts';
import type * as m from '../model/index.ts';
import { findDetails, unsealDetails } from '../people/index.ts';
import { type Letter, sealMail } from './letters.ts';
import { placeDetails } from './notices.ts';
import { insertMails, insertMessages, type Subject } from './store/outbox.ts';

export interface TellingTools {
  readonly nextId: IdSource;
  readonly keys: Keys;
  readonly canMail: boolean;
}

async function addressOf(tx: Tx, keys: Keys, customerId: m.CustomerId): Promise<string | null> {
  const row = await findDetails(tx, customerId);
  return row === null ? null : unsealDetails(keys, row).email;
}

export async function mailTo(
  tx: Tx,
  { nextId, keys, canMail }: TellingTools,
  mail: { readonly customerId: m.CustomerId; readonly subject: Subject; readonly letter: Letter },
): Promise<void> {
  if (!canMail) return;
  const id = nextId();
  const { customerId, subject, letter } = mail;
  const row = { id, customerId, subject, sealed: sealMail(keys, id, letter) };
  await insertMails(tx, [row], await databaseNow(tx));
}

/**
 * By direct message and by mail: to the address that holds in this transaction, or to those given.
 * Whoever has stolen the Discord account reads the one and not the other.
 */
export async function tellOwner(
  tx: Tx,
  tools: TellingTools,
  told: {
    readonly customerId: m.CustomerId;
    readonly subject: Subject;
    readonly addresses?: readonly string[];
  },
): Promise<void> {
  const { customerId, subject } = told;
  const message = { id: tools.nextId(), customerId, subject };
  await insertMessages(tx, [message], await databaseNow(tx));
  if (!tools.canMail) return;
  const own = told.addresses ? null : await addressOf(tx, tools.keys, customerId);
  const addresses = told.addresses ?? (own === null ? [] : [own]);
  for (const address of addresses) {
    await mailTo(tx, tools, { customerId, subject, letter: { address } });
  }
}

/** What somebody did about their own account: a row of the audit, of which its owner is told. */
export async function noteOwnAct(
  tx: Tx,
  tools: TellingTools,
  act: {
    readonly auditId: bigint;
    readonly action: string;
    readonly customerId: m.CustomerId;
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly sessionId: m.SessionId | null;
    /** Facts without personal data, beside the place. */
    readonly details?: Readonly<Record<string, string>>;
    readonly addresses?: readonly string[];
  },
): Promise<void> {
  const { auditId, action, customerId, discordUserId, place, sessionId, addresses } = act;
  await insertAudit(tx, {
    id: auditId,
    action,
    actor: discordUserId,
    target: customerId,
    sessionId,
    details: { ...placeDetails(place), ...act.details },
  });
  const subject = { kind: 'SECURITY', auditId } as const;
  await tellOwner(tx, tools, { customerId, subject, ...(addresses ? { addresses } : {}) });
}
