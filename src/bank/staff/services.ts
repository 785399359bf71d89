/** Everything staff ask of the bank, and what a customer asks of them. */
import { createApprovals } from './approvals.ts';
import { type CorrectionTools, createCorrections } from './corrections.ts';
import { createCounter } from './counter.ts';
import { createDepositRequests } from './deposits.ts';
import { performUnfreeze } from './freezing.ts';
import { createOversight } from './oversight.ts';
import { performRelink } from './relinking.ts';
import { createStaff, performGrant } from './roles.ts';
import { createStuck, type StuckTools } from './stuck.ts';

export function createStaffServices(tools: CorrectionTools & StuckTools) {
  const corrections = createCorrections(tools);
  const deposits = createDepositRequests(tools);
  return {
    staff: createStaff(tools),
    approvals: createApprovals(tools, {
      ROLE_GRANT: { perform: performGrant },
      UNFREEZE: { perform: performUnfreeze(tools) },
      RELINK: { perform: performRelink(tools) },
      ADJUST: { book: corrections.bookApproved },
      REVERSE: { book: corrections.bookApproved },
      DEPOSIT: { book: deposits.bookApproved, declined: deposits.tellDeclined },
    }),
    corrections: corrections.service,
    counter: createCounter(tools),
    oversight: createOversight(tools),
    stuck: createStuck(tools),
    askDeposit: deposits.ask,
  };
}
