/** Writes changed details: the version that was stays sealed, and the audit row names both. */
import type { Tx } from '../../../db/transaction.ts';
import { assert } from '../../../lib/assert.ts';
import { renameHolder } from '../../accounts/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { maskedName, type ProfileField } from '../../model/index.ts';
import { wordIndexes } from '../details/name-words.ts';
import { resealDetails, unsealDetails } from '../details/sealed.ts';
import type { LoginTools } from '../entry/login.ts';
import { type DetailsRow, findDetails, replaceDetails } from '../store/customers.ts';
import { replaceWords } from '../store/name-words.ts';

export interface ProfileChanges extends Pick<m.PersonalDetails, ProfileField> {
  /** A proof as in `AccessService.prove`, judged before anything else is looked at. */
  readonly currentPassword: string;
}

export interface ProfileUpdated {
  /** What holds from now on; a new address holds only after its code. */
  readonly changed: readonly ProfileField[];
  readonly emailToConfirm: { readonly address: string; readonly until: Date } | null;
}

export interface Known {
  readonly row: DetailsRow;
  readonly details: m.PersonalDetails;
}

/** The customer's row must be locked. */
export async function knownDetails(tx: Tx, tools: LoginTools, id: m.CustomerId): Promise<Known> {
  const row = await findDetails(tx, id);
  assert(row !== null, 'a customer with a session has details');
  return { row, details: unsealDetails(tools.keys, row) };
}

export async function changeDetails(
  tx: Tx,
  tools: LoginTools,
  change: {
    readonly session: m.Session;
    readonly known: Known;
    readonly after: m.PersonalDetails;
    readonly fields: readonly ProfileField[];
    readonly auditId: bigint;
    readonly action: 'PROFILE_CHANGED' | 'EMAIL_CHANGED';
    /** Who is told by mail; the address that holds unless given. */
    readonly addresses?: readonly string[];
  },
): Promise<void> {
  const { session, known, after, fields, auditId, action, addresses } = change;
  const { customerId } = session;
  const { row } = known;
  await replaceDetails(tx, resealDetails(tools.keys, row, after));
  if (fields.includes('fullName')) {
    await renameHolder(tx, customerId, maskedName(after.fullName));
    await replaceWords(tx, customerId, wordIndexes(tools.keys, after.fullName));
  }
  const versions = { from: `${row.version}`, to: `${row.version + 1}` };
  await noteOwnAct(tx, tools, {
    ...session,
    auditId,
    action,
    sessionId: session.id,
    details: { ...versions, fields: fields.join(' ') },
    ...(addresses ? { addresses } : {}),
  });
}
