/** A customer sees and changes what the bank knows of them. */
import { isDuplicate } from '../../../db/errors.ts';
import type { Tx } from '../../../db/transaction.ts';
import { assert } from '../../../lib/assert.ts';
import { changeOnce } from '../../audit/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, parseEmail, parseFullName, parsePhone } from '../../model/index.ts';
import { contactIndexes, unsealDetails } from '../details/sealed.ts';
import { proveSelf } from '../proofs/proof.ts';
import { contactTaken } from '../store/customers.ts';
import { findProfile } from '../store/profile.ts';
import {
  changeDetails,
  knownDetails,
  type ProfileChanges,
  type ProfileUpdated,
} from './details-change.ts';
import { askForEmail, confirmEmail, emailToConfirm } from './email-change.ts';
import {
  changePassword,
  lockOwn,
  type ProfileTools,
  renewRecoveryCodes,
  type PasswordChange,
} from './password-change.ts';

/** All throw SESSION_EXPIRED. */
export interface ProfileService {
  view(session: m.Session): Promise<m.Profile>;
  /** Also throws MAIL_UNAVAILABLE, CONTACT_TAKEN, CODES_TOO_MANY; then nothing has changed. */
  update(session: m.Session, changes: ProfileChanges): Promise<ProfileUpdated>;
  /** Answers the address that holds now. Throws CODE_EXPIRED, CODE_WRONG, CONTACT_TAKEN. */
  confirmEmail(session: m.Session, code: m.ProofCode): Promise<string>;
  /** Answers the session that replaces the given one. Also throws PASSWORD_WEAK. */
  changePassword(session: m.Session, change: PasswordChange): Promise<m.Session>;
  /** Eight codes, to be shown once; the former ones are void. */
  renewRecoveryCodes(session: m.Session, currentPassword: string): Promise<readonly string[]>;
}

/** What holds at once; an e-mail address waits for its code. */
const immediate = ['fullName', 'phone'] as const;

function assertNormal({ fullName, email, phone }: ProfileChanges): void {
  const fields = [
    [parseFullName(fullName), fullName],
    [parseEmail(email), email],
    [parsePhone(phone), phone],
  ] as const;
  const normal = fields.every(([result, given]) => result.ok && result.value === given);
  assert(normal, 'personal details are read by their parsers before they are used');
}

async function view({ pool, limits, keys }: ProfileTools, session: m.Session): Promise<m.Profile> {
  const row = await findProfile(pool, session, limits);
  if (row === null) throw new BankError('SESSION_EXPIRED');
  const { accountNumber, registeredAt, passwordChangedAt, recoveryCodesLeft } = row;
  return {
    details: unsealDetails(keys, row),
    accountNumber,
    registeredAt,
    passwordChangedAt,
    recoveryCodesLeft,
    emailToConfirm: await emailToConfirm(pool, keys, session.discordUserId),
  };
}

async function apply(
  tx: Tx,
  tools: ProfileTools,
  change: {
    readonly session: m.Session;
    readonly changes: ProfileChanges;
    readonly auditId: bigint;
  },
): Promise<ProfileUpdated> {
  const { session, changes, auditId } = change;
  const { customerId } = session;
  await lockOwn(tx, tools, session);
  const known = await knownDetails(tx, tools, customerId);
  const { fullName, email, phone } = changes;
  const after = { ...known.details, fullName, phone };
  const fields = immediate.filter((field) => after[field] !== known.details[field]);
  const newEmail = email !== known.details.email;
  if (newEmail && !tools.canMail) throw new BankError('MAIL_UNAVAILABLE');
  if (await contactTaken(tx, contactIndexes(tools.keys, { email, phone }), customerId)) {
    throw new BankError('CONTACT_TAKEN');
  }
  if (fields.length > 0) {
    const action = 'PROFILE_CHANGED' as const;
    await changeDetails(tx, tools, { session, known, after, fields, auditId, action });
  }
  // Whatever is written first has the id that tells whether all of it was.
  const emailAuditId = fields.length > 0 ? tools.nextId() : auditId;
  const asked = newEmail
    ? await askForEmail(tx, tools, { session, address: email, auditId: emailAuditId })
    : null;
  return { changed: fields, emailToConfirm: asked };
}

async function update(
  tools: ProfileTools,
  session: m.Session,
  changes: ProfileChanges,
): Promise<ProfileUpdated> {
  assertNormal(changes);
  await proveSelf(tools, session, changes.currentPassword);
  const auditId = tools.nextId();
  try {
    return await changeOnce(tools, auditId, async (tx) =>
      apply(tx, tools, { session, changes, auditId }),
    );
  } catch (error) {
    const taken = isDuplicate(error, 'customer_details_phone');
    throw taken ? new BankError('CONTACT_TAKEN') : error;
  }
}

export const createProfile = (tools: ProfileTools): ProfileService => ({
  view: async (session) => view(tools, session),
  update: async (session, changes) => update(tools, session, changes),
  confirmEmail: async (session, code) => confirmEmail(tools, session, code),
  changePassword: async (session, change) => changePassword(tools, session, change),
  renewRecoveryCodes: async (session, currentPassword) =>
    renewRecoveryCodes(tools, session, currentPassword),
});
