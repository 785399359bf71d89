/** A new e-mail address takes effect when the customer types the code mailed to it. */
import { isDuplicate } from '../../../db/errors.ts';
import type { Reader } from '../../../db/pool.ts';
import type { Tx } from '../../../db/transaction.ts';
import { assert } from '../../../lib/assert.ts';
import { insertAudit, placeDetails } from '../../audit/index.ts';
import { type Keys, seal, unseal } from '../../keys/index.ts';
import { noteOwnAct } from '../../messages/index.ts';
import type * as m from '../../model/index.ts';
import { BankError } from '../../model/index.ts';
import { changeOwn, lockOwn, type OwnData } from '../details/own.ts';
import {
  issueCode,
  judgeCode,
  refusalOf,
  spend,
  tooManyCodes,
  type Verdict,
} from '../proofs/codes.ts';
import { type CodeRow, findNewestCode } from '../store/codes.ts';
import { changeDetails, knownDetails } from './details-change.ts';

const purpose = 'EMAIL';
const placeOf = (codeId: bigint): string => `codes.sealed ${codeId}`;
const addressIn = (keys: Keys, { id, sealed }: CodeRow): string | null =>
  sealed === null ? null : unseal(keys.conversations, sealed, placeOf(id)).toString();

export type EmailToConfirm = NonNullable<m.Profile['emailToConfirm']>;

export async function emailToConfirm(
  reader: Reader,
  keys: Keys,
  discordUserId: m.DiscordUserId,
): Promise<EmailToConfirm | null> {
  const row = await findNewestCode(reader, { purpose, discordUserId });
  if (row === null || row.used || row.expired) return null;
  const address = addressIn(keys, row);
  return address === null ? null : { address, until: row.expiresAt };
}

/** Mails a code to the new address and a notice to the old one. Throws CODES_TOO_MANY. */
export async function askForEmail(
  tx: Tx,
  { keys, notify }: OwnData,
  change: {
    readonly session: m.Session;
    readonly address: string;
    readonly auditId: bigint;
  },
): Promise<EmailToConfirm> {
  const { session, address, auditId } = change;
  const { customerId, discordUserId } = session;
  const issued = await issueCode(tx, notify, {
    purpose,
    discordUserId,
    match: { customerId, address },
    seal: (id) => seal(keys.conversations, Buffer.from(address), placeOf(id)),
  });
  if (!issued.ok) throw tooManyCodes(issued.againInMs);
  const act = { auditId, action: 'EMAIL_CHANGE_ASKED' as const, sessionId: session.id };
  await noteOwnAct(tx, notify, { ...session, ...act });
  const waiting = await emailToConfirm(tx, keys, discordUserId);
  assert(waiting !== null, 'the new code can be read');
  return waiting;
}

type Outcome = Exclude<Verdict, { kind: 'right' }> | { kind: 'changed'; address: string };

async function confirm(
  tx: Tx,
  own: OwnData,
  asked: { readonly session: m.Session; readonly code: m.ProofCode; readonly auditId: bigint },
): Promise<Outcome> {
  const { session, code, auditId } = asked;
  const { discordUserId, customerId, place } = session;
  await lockOwn(tx, own, session);
  const verdict = await judgeCode(tx, own.keys, { purpose, discordUserId }, code);
  if (verdict.kind !== 'right') {
    const details = placeDetails(place);
    const row = { id: auditId, action: 'EMAIL_CODE_WRONG' as const, actor: discordUserId, details };
    if (verdict.kind === 'wrong') {
      await insertAudit(tx, { ...row, target: customerId, sessionId: session.id });
    }
    return verdict;
  }
  const { row } = verdict.code;
  const address = row === null ? null : addressIn(own.keys, row);
  if (address === null || !(await spend(tx, customerId, verdict.code))) return { kind: 'none' };
  const known = await knownDetails(tx, own.keys, customerId);
  await changeDetails(tx, own, {
    session,
    known,
    after: { ...known.details, email: address },
    fields: ['email'],
    auditId,
    action: 'EMAIL_CHANGED',
    addresses: [known.details.email, address],
  });
  return { kind: 'changed', address };
}

export async function confirmEmail(
  own: OwnData,
  session: m.Session,
  code: m.ProofCode,
): Promise<string> {
  try {
    const outcome = await changeOwn(own, async (tx, auditId) =>
      confirm(tx, own, { session, code, auditId }),
    );
    if (outcome.kind === 'changed') return outcome.address;
    throw refusalOf(purpose, outcome);
  } catch (error) {
    // Another customer has taken the address since the code was mailed.
    throw isDuplicate(error, 'customer_details_email') ? new BankError('CONTACT_TAKEN') : error;
  }
}
