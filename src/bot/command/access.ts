/** Who may use a command. Rights come from the bank's own rows; Discord's permissions only hide. */
import {
  BankError,
  type ErrorCode,
  type Identity,
  mayAsStaff,
  type StaffRight,
} from '../../bank/index.ts';

export type Access = 'anyone' | 'customer' | { readonly staff: StaffRight };

export interface Refusal {
  /** For the log. */
  readonly code: ErrorCode | 'STAFF_ONLY';
  readonly sentence: string;
}

const staffOnly: Refusal = {
  code: 'STAFF_ONLY',
  sentence: 'This command is for the bank’s staff, in the staff server. Nothing happened.',
};
const refused = (code: ErrorCode, undone: string): Refusal => ({
  code,
  sentence: new BankError(code).told(undone),
});

export const isStaff = (access: Access): access is { readonly staff: StaffRight } =>
  typeof access === 'object';

/** Where and by whom something is asked; the identity is null for somebody not looked up. */
export interface Asker {
  readonly identity: Identity | null;
  readonly guildId: string | null;
  readonly staffGuildId: string | null;
}

/** Null when allowed; `undone` says what a refusal promises. */
export function refusalOf(access: Access, asker: Asker, undone = 'Nothing moved.'): Refusal | null {
  if (access === 'anyone') return null;
  const { identity, guildId, staffGuildId } = asker;
  if (isStaff(access)) {
    const inStaffServer = staffGuildId !== null && guildId === staffGuildId;
    if (!inStaffServer || identity === null || !mayAsStaff(identity, access.staff))
      return staffOnly;
  }
  if (identity === null || identity.customerId === null) return refused('NOT_REGISTERED', undone);
  return identity.session === null ? refused('SESSION_MISSING', undone) : null;
}

/** Whether somebody could use it in the right place: for lists, never for a decision. */
export function mayUse(access: Access, identity: Identity | null): boolean {
  if (access === 'anyone') return true;
  const isIn = identity !== null && identity.session !== null;
  if (!isStaff(access)) return isIn;
  return isIn && mayAsStaff(identity, access.staff);
}
