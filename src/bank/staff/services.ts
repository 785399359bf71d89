/** Composes the services for staff, and the deposits that a customer asks staff to approve. */
import type { Pool } from '../../db/pool.ts';
import type { IdSource } from '../../lib/ids.ts';
import type { JobQueue, Jobs } from '../jobs/index.ts';
import type { Keys } from '../keys/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { TellingTools } from '../messages/index.ts';
import type { OrderControl } from '../payments/index.ts';
import type * as m from '../model/index.ts';
import type { StatementTools } from '../records/index.ts';
import { createStaffActs, createStaffProof } from './acts.ts';
import { createApprovals } from './approvals.ts';
import { createApprovalRequests } from './asking.ts';
import { createCorrections } from './corrections.ts';
import { createCounter } from './counter.ts';
import { createDepositRequests } from './deposits.ts';
import type { Desk } from './desk.ts';
import { createStaffFees, performFee } from './fees.ts';
import { createStaffInterest, performInterest } from './interest.ts';
import { createFreezing, performUnfreeze } from './freezing.ts';
import { createLooking, createPastViews } from './looking.ts';
import { createStaffMoney } from './money.ts';
import { createOversight } from './oversight.ts';
import { createRelinking, performRelink } from './relinking.ts';
import { createStaff, performGrant } from './roles.ts';
import { createSetup, performSetup } from './setup.ts';
import type { CounterService } from './serving.ts';
import { createCustomerOrders } from './customer-orders.ts';
import { createCustomerRequests } from './customer-requests.ts';
import { createStuck } from './stuck.ts';

export interface StaffDependencies {
  readonly pool: Pool;
  readonly nextId: IdSource;
  readonly keys: Keys;
  readonly notify: TellingTools;
  readonly desk: Desk;
  readonly jobs: JobQueue & Pick<Jobs, 'stuck'>;
  readonly ledger: Ledger;
  readonly orders: OrderControl;
  readonly currency: m.Currency;
  readonly statements: StatementTools;
  /** Of sessions. */
  readonly limits: m.SessionLimits;
  /** The country whose phone numbers need no country code; null: none. */
  readonly defaultRegion: string | null;
  readonly fourEyesAbove: bigint;
  readonly staffLimitPerDay: bigint | null;
  readonly asksProof: boolean;
  readonly staffTotp: boolean;
}

export function createStaffServices(given: StaffDependencies) {
  const { pool, nextId, keys, notify: notices, desk, jobs, ledger, currency } = given;
  const { limits: sessionLimits, defaultRegion, fourEyesAbove } = given;
  const { staffLimitPerDay, asksProof, staffTotp } = given;
  const acts = createStaffActs({ pool, nextId, desk, sessionLimits });
  const requests = createApprovalRequests({ nextId, desk, acts });
  const money = createStaffMoney({ ledger, currency, notices, staffLimitPerDay, asksProof });
  const proof = createStaffProof({ pool, asksProof, staffTotp });
  const correcting = { pool, nextId, acts, requests, money, proof, fourEyesAbove };
  const corrections = createCorrections(correcting);
  const deposits = createDepositRequests({ pool, nextId, acts, requests, money, sessionLimits });
  const counter: CounterService = {
    ...createLooking({ acts, search: { keys, defaultRegion } }),
    ...createPastViews({ pool, acts, statements: given.statements }),
    ...createFreezing({ pool, nextId, acts, requests, notices, sessionLimits }),
    relink: createRelinking({ pool, nextId, acts, requests }),
    ...createCounter({ pool, nextId, acts, money, proof }),
  };
  const approvals = createApprovals(
    { pool, nextId, acts, proof },
    {
      ROLE_GRANT: { perform: performGrant },
      UNFREEZE: { perform: performUnfreeze(notices) },
      RELINK: { perform: performRelink(notices, { sessionLimits, currency }) },
      ADJUST: { book: corrections.bookApproved },
      REVERSE: { book: corrections.bookApproved },
      SETUP: { perform: performSetup(currency) },
      DEPOSIT: { book: deposits.bookApproved, declined: deposits.tellDeclined },
      FEE: { perform: performFee(jobs) },
      INTEREST: { perform: performInterest(jobs) },
    },
  );
  return {
    staff: createStaff({ pool, nextId, desk, acts, requests }),
    approvals,
    corrections: corrections.service,
    counter,
    customerOrders: createCustomerOrders({ pool, acts, orders: given.orders, notices }),
    customerRequests: createCustomerRequests({ pool, acts, notices }),
    staffFees: createStaffFees({ acts, requests }),
    staffInterest: createStaffInterest({ acts, requests }),
    oversight: createOversight({ pool, acts }),
    setup: createSetup({ pool, nextId, desk, acts, requests, currency }),
    stuck: createStuck({ nextId, acts, jobs }),
    askDeposit: deposits.ask,
  };
}
