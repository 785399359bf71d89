/** Notifies customers of changes to their account, by direct message and by mail. */
import { databaseNow } from '../../db/time.ts';
import type { Tx } from '../../db/transaction.ts';
import type { IdSource } from '../../lib/ids.ts';
import {
  type AuditActionName,
  type AuditDetails,
  insertAudit,
  placeDetails,
} from '../audit/index.ts';
import type { Keys } from '../keys/index.ts';
import type * as m from '../model/index.ts';
import type { Subject } from './kinds/registry.ts';
import { type Letter, sealMail } from './letters.ts';
import { insertDeskMessages, insertMails, insertMessages, noCustomer } from './store/outbox.ts';

export interface TellingTools {
  readonly nextId: IdSource;
  readonly keys: Keys;
  readonly canMail: boolean;
  /** The e-mail address valid in this transaction; null for an erased customer. */
  readonly addressOf: (tx: Tx, customerId: m.CustomerId) => Promise<string | null>;
}

export async function mailTo(
  tx: Tx,
  { nextId, keys, canMail }: Omit<TellingTools, 'addressOf'>,
  mail: { readonly customerId: m.CustomerId; readonly subject: Subject; readonly letter: Letter },
): Promise<void> {
  if (!canMail) return;
  const id = nextId();
  const { customerId, subject, letter } = mail;
  const row = { id, customerId, subject, sealed: sealMail(keys, id, letter) };
  await insertMails(tx, [row], await databaseNow(tx));
}

/**
 * By direct message, and by mail to the address valid in this transaction or to those given. The
 * mail reaches the customer even when the Discord account has been stolen.
 */
export async function tellOwner(
  tx: Tx,
  tools: TellingTools,
  notice: {
    readonly customerId: m.CustomerId;
    readonly subject: Subject;
    readonly addresses?: readonly string[];
  },
): Promise<void> {
  const { customerId, subject } = notice;
  const message = { id: tools.nextId(), customerId, subject };
  await insertMessages(tx, [message], await databaseNow(tx));
  if (!tools.canMail) return;
  const own = notice.addresses ? null : await tools.addressOf(tx, customerId);
  const addresses = notice.addresses ?? (own === null ? [] : [own]);
  for (const address of addresses) {
    await mailTo(tx, tools, { customerId, subject, letter: { address } });
  }
}

/** A customer's act on their own account: writes its audit row and notifies the customer. */
export async function noteOwnAct<Name extends AuditActionName>(
  tx: Tx,
  tools: TellingTools,
  act: {
    readonly auditId: bigint;
    readonly action: Name;
    readonly customerId: m.CustomerId;
    readonly discordUserId: m.DiscordUserId;
    readonly place: m.Place;
    readonly sessionId: m.SessionId | null;
    /** Facts without personal data, beside the place. */
    readonly details?: AuditDetails<Name>;
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
    details: { ...placeDetails(place), ...act.details } as AuditDetails<Name>,
  });
  const subject = { kind: 'SECURITY', auditId } as const;
  await tellOwner(tx, tools, { customerId, subject, ...(addresses ? { addresses } : {}) });
}

/** Writes the line for the staff log with a checkpoint of the log. */
export async function announceCheckpoint(tx: Tx, id: bigint, checkpoint: bigint): Promise<void> {
  const subject = { kind: 'CHECKPOINT', checkpoint } as const;
  const message = { id, customerId: noCustomer, subject };
  await insertDeskMessages(tx, 'LOG', [message], await databaseNow(tx));
}
