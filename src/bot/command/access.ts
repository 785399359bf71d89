/** Access to commands. Rights come from the bank's database; Discord's permissions only hide. */
import { type ErrorCode, type Identity, mayAsStaff, type StaffRight } from '../../bank/index.ts';
import { words } from '../../words/index.ts';

export type Access = 'anyone' | 'customer' | { readonly staff: StaffRight };

export interface Refusal {
  /** For the log. */
  readonly code: ErrorCode | 'STAFF_ONLY';
  readonly sentence: string;
}

const staffOnly = (): Refusal => ({ code: 'STAFF_ONLY', sentence: words.errors.staffOnly });
const refused = (
  code: Extract<ErrorCode, 'NOT_REGISTERED' | `SESSION_${string}`>,
  undone: string,
): Refusal => ({
  code,
  sentence: words.errors.sentence({ code, data: null }, undone),
});

export const isStaff = (access: Access): access is { readonly staff: StaffRight } =>
  typeof access === 'object';

/** The person and the server of a request; the identity is null if it was not looked up. */
export interface Asker {
  readonly identity: Identity | null;
  readonly guildId: string | null;
  readonly staffGuildId: string | null;
}

/** Null when allowed; `undone` is the assurance of the command, from `undoneBy`. */
export function refusalOf(access: Access, asker: Asker, undone: string): Refusal | null {
  if (access === 'anyone') return null;
  const { identity, guildId, staffGuildId } = asker;
  if (isStaff(access)) {
    const inStaffServer = staffGuildId !== null && guildId === staffGuildId;
    if (!inStaffServer || identity === null || !mayAsStaff(identity, access.staff))
      return staffOnly();
  }
  if (identity === null || identity.customerId === null) return refused('NOT_REGISTERED', undone);
  const { session } = identity;
  if (session === null) return refused('SESSION_MISSING', undone);
  // Staff see and change the accounts of others: a session that only reads is not enough.
  return isStaff(access) && !session.canMove ? refused('SESSION_EXPIRED', undone) : null;
}

/** Whether the person could use it in the right server. For lists, not for access checks. */
export function mayUse(access: Access, identity: Identity | null): boolean {
  if (access === 'anyone') return true;
  const isIn = identity !== null && identity.session !== null;
  if (!isStaff(access)) return isIn;
  return isIn && mayAsStaff(identity, access.staff);
}
