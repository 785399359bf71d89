/** Everything staff ask of the bank, and what a customer asks of them. */
import type {
  ApprovalsService,
  CorrectionsService,
  CounterService,
  OversightService,
  StaffService,
} from '../bank-staff.ts';
import { guarded } from '../guard.ts';
import { createApprovals } from './approvals.ts';
import { createCorrections, type CorrectionTools } from './corrections.ts';
import { createCounter } from './counter.ts';
import { createDepositRequests, type DepositRequests } from './deposits.ts';
import { performUnfreeze } from './freezing.ts';
import { createOversight } from './oversight.ts';
import { performRelink } from './relinking.ts';
import { createStaff, performGrant } from './roles.ts';

export interface StaffServices {
  readonly staff: StaffService;
  readonly approvals: ApprovalsService;
  readonly corrections: CorrectionsService;
  readonly counter: CounterService;
  readonly oversight: OversightService;
  readonly askDeposit: DepositRequests['ask'];
}

export function createStaffServices(tools: CorrectionTools): StaffServices {
  const corrections = createCorrections(tools);
  const deposits = createDepositRequests(tools);
  return {
    staff: guarded(createStaff(tools)),
    approvals: guarded(
      createApprovals(tools, {
        ROLE_GRANT: { perform: performGrant },
        UNFREEZE: { perform: performUnfreeze(tools) },
        RELINK: { perform: performRelink(tools) },
        ADJUST: { book: corrections.bookApproved },
        REVERSE: { book: corrections.bookApproved },
        DEPOSIT: { book: deposits.bookApproved, declined: deposits.tellDeclined },
      }),
    ),
    corrections: guarded(corrections.service),
    counter: guarded(createCounter(tools)),
    oversight: guarded(createOversight(tools)),
    askDeposit: deposits.ask,
  };
}
