/** Exports of the room `staff`. */
export { createApprovalCards } from './approval-cards.ts';
export type { ApprovalsService } from './approvals.ts';
export { type Acted, approvalView } from './asking.ts';
export type { Corrected, CorrectionsService } from './corrections.ts';
export type { StaffFeesService, WantedFee } from './fees.ts';
export type { StaffInterestService, WantedRate } from './interest.ts';
export type { CustomerOrdersService } from './customer-orders.ts';
export type { CustomerRequests, CustomerRequestsService } from './customer-requests.ts';
export type { CounterService } from './serving.ts';
export { createDesk, type Desk, helpsAsOwner } from './desk.ts';
export type { ServedAccount, ServedCustomer, ServedPast } from './serving.ts';
export { movedByStaff } from './notices/moved-notice.ts';
export {
  accountActedOn,
  type AuditEntry,
  type AuditPage,
  type BankReport,
  type DayFlow,
  type OversightService,
} from './oversight.ts';
export type { StaffMember, StaffService } from './roles.ts';
export type { SetupAsker, SetupService, SetupState } from './setup.ts';
export { readSavedSettings } from './store/saved-settings.ts';
export { createStaffServices } from './services.ts';
export { findApproval } from './store/approvals.ts';
export { type StuckService, stuckView } from './stuck.ts';
export { mayAsStaff, type StaffRight, staffRights } from './base/rights.ts';
