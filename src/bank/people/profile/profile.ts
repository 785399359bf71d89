/** A customer reads and changes their own details. */
import { isDuplicate } from '../../../db/errors.ts';
import type { Tx } from '../../../db/transaction.ts';
import { assert } from '../../../lib/assert.ts';
import type * as m from '../../model/index.ts';
import { BankError, parseEmail, parseFullName, parsePhone } from '../../model/index.ts';
import { changeOwn, lockOwn, type OwnData } from '../details/own.ts';
import { contactIndexes, unsealDetails } from '../details/sealed.ts';
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
  type ProfileTools,
  renewRecoveryCodes,
  type PasswordChange,
} from './password-change.ts';

/** All throw SESSION_EXPIRED. */
export interface ProfileService {
  view(session: m.Session): Promise<m.Profile>;
  /** Also throws MAIL_UNAVAILABLE, CONTACT_TAKEN, CODES_TOO_MANY; then nothing has changed. */
  update(session: m.Session, changes: ProfileChanges): Promise<ProfileUpdated>;
  /** Returns the address, now in effect. Throws CODE_EXPIRED, CODE_WRONG, CONTACT_TAKEN. */
  confirmEmail(session: m.Session, code: m.ProofCode): Promise<string>;
  /** Returns the session that replaces the given one. Also throws PASSWORD_WEAK. */
  changePassword(session: m.Session, change: PasswordChange): Promise<m.Session>;
  /** Returns eight codes, to be shown once; former codes become invalid. */
  renewRecoveryCodes(session: m.Session, currentPassword: string): Promise<readonly string[]>;
}

/** Fields that change at once; a new e-mail address needs its code first. */
const immediate = ['fullName', 'phone'] as const;

function assertNormal({ fullName, email, phone }: ProfileChanges): void {
  const fields = [
    [parseFullName(fullName), fullName],
    [parseEmail(email), email],
    [parsePhone(phone), phone],
  ] as const;
  const normal = fields.every(([result, given]) => result.ok && result.value === given);
  assert(normal, 'personal details are parsed before they are stored');
}

async function view({ pool, limits, keys }: OwnData, session: m.Session): Promise<m.Profile> {
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
  own: OwnData,
  change: {
    readonly session: m.Session;
    readonly changes: ProfileChanges;
    readonly auditId: bigint;
  },
): Promise<ProfileUpdated> {
  const { session, changes, auditId } = change;
  const { customerId } = session;
  await lockOwn(tx, own, session);
  const known = await knownDetails(tx, own.keys, customerId);
  const { fullName, email, phone } = changes;
  const after = { ...known.details, fullName, phone };
  const fields = immediate.filter((field) => after[field] !== known.details[field]);
  const newEmail = email !== known.details.email;
  if (newEmail && !own.notify.canMail) throw new BankError('MAIL_UNAVAILABLE');
  if (await contactTaken(tx, contactIndexes(own.keys, { email, phone }), customerId)) {
    throw new BankError('CONTACT_TAKEN');
  }
  if (fields.length > 0) {
    const action = 'PROFILE_CHANGED' as const;
    await changeDetails(tx, own, { session, known, after, fields, auditId, action });
  }
  // The first audit row has the id by which `changeOwn` finds out whether the work was committed.
  const emailAuditId = fields.length > 0 ? own.nextId() : auditId;
  const asked = newEmail
    ? await askForEmail(tx, own, { session, address: email, auditId: emailAuditId })
    : null;
  return { changed: fields, emailToConfirm: asked };
}

async function update(
  { own, prove }: ProfileTools,
  session: m.Session,
  changes: ProfileChanges,
): Promise<ProfileUpdated> {
  assertNormal(changes);
  await prove(session, changes.currentPassword);
  try {
    return await changeOwn(own, async (tx, auditId) =>
      apply(tx, own, { session, changes, auditId }),
    );
  } catch (error) {
    const taken = isDuplicate(error, 'customer_details_phone');
    throw taken ? new BankError('CONTACT_TAKEN') : error;
  }
}

export const createProfile = (tools: ProfileTools): ProfileService => ({
  view: async (session) => view(tools.own, session),
  update: async (session, changes) => update(tools, session, changes),
  confirmEmail: async (session, code) => confirmEmail(tools.own, session, code),
  changePassword: async (session, change) => changePassword(tools, session, change),
  renewRecoveryCodes: async (session, currentPassword) =>
    renewRecoveryCodes(tools, session, currentPassword),
});
