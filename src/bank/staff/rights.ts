/** What each role may do. The bot asks it before every step, the bank again when it acts. */
import type { StaffRole } from '../model/index.ts';

const roleRights = {
  TELLER: ['look', 'serve', 'approvals'],
  MANAGER: ['look', 'serve', 'manage', 'roles', 'approvals', 'oversee'],
  AUDITOR: ['look', 'approvals', 'oversee'],
} as const satisfies Record<StaffRole, readonly string[]>;

/**
 * `look` at customers and books, `serve` customers, `manage` corrections, `roles` of staff,
 * `approvals`: see what waits for a decision, which itself needs the right for its kind; `oversee`:
 * read the audit and the report of the whole bank.
 */
export type StaffRight = (typeof roleRights)[StaffRole][number];

export const staffRights: readonly StaffRight[] = roleRights.MANAGER;

/** While there are too few managers to check each other. */
const ownerRights: readonly StaffRight[] = ['roles', 'approvals'];
export const managersEnough = 2n;

/** Who is asking, as staff. */
export interface Standing {
  readonly staffRole: StaffRole | null;
  readonly helpsAsOwner?: boolean;
}

export const mayAsStaff = ({ staffRole, helpsAsOwner }: Standing, right: StaffRight): boolean =>
  (staffRole !== null && (roleRights[staffRole] as readonly StaffRight[]).includes(right)) ||
  (helpsAsOwner === true && ownerRights.includes(right));
