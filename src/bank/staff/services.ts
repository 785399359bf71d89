/** Everything staff ask of the bank, and what a customer asks of them. */
import type { Bank, PaymentsService } from '../bank.ts';
import { guarded } from '../guard.ts';
import { createApprovals } from './approvals.ts';
import { createCorrections, type CorrectionTools } from './corrections.ts';
import { createCounter } from './counter.ts';
import { createDepositRequests } from './deposits.ts';
import { performUnfreeze } from './freezing.ts';
import { createOversight } from './oversight.ts';
import { performRelink } from './relinking.ts';
import { createStaff, performGrant } from './roles.ts';
import { createStuck } from './stuck.ts';

export type StaffServices = Pick<
  Bank,
  'staff' | 'approvals' | 'corrections' | 'counter' | 'oversight' | 'stuck'
> & { readonly askDeposit: PaymentsService['askDeposit'] };

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
    stuck: guarded(createStuck(tools)),
    askDeposit: deposits.ask,
  };
}
