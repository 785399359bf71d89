/** Writes changed details; the former version is kept sealed, and the audit row names both. */
import type { Tx } from '../../../db/transaction.ts';
import { assert } from '../../../lib/assert.ts';
import { renameHolder } from '../../accounts/index.ts';
import type { Keys } from '../../keys/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { maskedName, type ProfileField } from '../../model/index.ts';
import type { OwnData } from '../details/own.ts';
import { wordIndexes } from '../details/name-words.ts';
import { resealDetails, unsealDetails } from '../details/sealed.ts';
import { type DetailsRow, findDetails, replaceDetails } from '../store/customers.ts';
import { replaceWords } from '../store/name-words.ts';

export interface ProfileChanges extends Pick<m.PersonalDetails, ProfileField> {
  /** A proof as in `AccessService.prove`, judged before anything else. */
  readonly currentPassword: string;
}

export interface ProfileUpdated {
  /** Changed at once; a new e-mail address needs its code first. */
  readonly changed: readonly ProfileField[];
  readonly emailToConfirm: { readonly address: string; readonly until: Date } | null;
}

export interface Known {
  readonly row: DetailsRow;
  readonly details: m.PersonalDetails;
}

/** The customer's row must be locked. */
export async function knownDetails(tx: Tx, keys: Keys, id: m.CustomerId): Promise<Known> {
  const row = await findDetails(tx, id);
  assert(row !== null, 'a customer with a session has details');
  return { row, details: unsealDetails(keys, row) };
}

export async function changeDetails(
  tx: Tx,
  { keys, notify }: OwnData,
  change: {
    readonly session: m.Session;
    readonly known: Known;
    readonly after: m.PersonalDetails;
    readonly fields: readonly ProfileField[];
    readonly auditId: bigint;
    readonly action: 'PROFILE_CHANGED' | 'EMAIL_CHANGED';
    /** Mail addresses to notify; unless given, the customer's current one. */
    readonly addresses?: readonly string[];
  },
): Promise<void> {
  const { session, known, after, fields, auditId, action, addresses } = change;
  const { customerId } = session;
  const { row } = known;
  await replaceDetails(tx, resealDetails(keys, row, after));
  if (fields.includes('fullName')) {
    await renameHolder(tx, customerId, maskedName(after.fullName));
    await replaceWords(tx, customerId, wordIndexes(keys, after.fullName));
  }
  const versions = { from: `${row.version}`, to: `${row.version + 1}` };
  await noteOwnAct(tx, notify, {
    ...session,
    auditId,
    action,
    sessionId: session.id,
    details: { ...versions, fields: fields.join(' ') },
    ...(addresses ? { addresses } : {}),
  });
}
