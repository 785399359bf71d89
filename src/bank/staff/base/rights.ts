/** What each role may do. Checked by the bot before every step, and by the bank in every act. */
import type { StaffRole } from '../../model/index.ts';

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

/** Rights of the owner while there are fewer than two managers. */
const ownerRights: readonly StaffRight[] = ['roles', 'approvals'];
export const managersEnough = 2n;

/** The role in which a member of staff acts. */
export interface Standing {
  readonly staffRole: StaffRole | null;
  readonly helpsAsOwner?: boolean;
}

export const mayAsStaff = ({ staffRole, helpsAsOwner }: Standing, right: StaffRight): boolean =>
  (staffRole !== null && (roleRights[staffRole] as readonly StaffRight[]).includes(right)) ||
  (helpsAsOwner === true && ownerRights.includes(right));
