/** The services of a customer's own accounts, pots, limits, fees, interest and shared accounts. */
import { type AccountsService, createAccounts } from './accounts/index.ts';
import {
  createFees,
  createInterest,
  createLimits,
  createOwnAccounts,
  createPots,
  type FeesService,
  type InterestService,
  type LimitsService,
  type OwnAccountsService,
  type PotsService,
} from './payments/index.ts';
import { type AccessLog, createAccessLog } from './people/index.ts';
import { createShared, type SharedService } from './shared/index.ts';

export interface AccountServices {
  readonly accounts: AccountsService & OwnAccountsService & { readonly accessLog: AccessLog };
  /** Accounts that only save. */
  readonly pots: PotsService;
  /** What customers allow themselves to pay. */
  readonly limits: LimitsService;
  /** Accounts that several customers use. */
  readonly shared: SharedService;
  /** What the bank charges. */
  readonly fees: FeesService;
  /** What the bank pays on saved money. */
  readonly interest: InterestService;
}

export function accountServices(
  tools: Omit<Parameters<typeof createPots>[0], 'accounts'> &
    Parameters<typeof createLimits>[0] &
    Parameters<typeof createShared>[0] &
    Parameters<typeof createInterest>[0],
): AccountServices {
  const { pool, limits } = tools;
  const own = createOwnAccounts(tools);
  return {
    accounts: {
      ...createAccounts(pool, limits),
      ...own,
      accessLog: createAccessLog(pool, limits),
    },
    pots: createPots({ ...tools, accounts: own }),
    limits: createLimits(tools),
    shared: createShared(tools),
    fees: createFees(tools),
    interest: createInterest(tools),
  };
}
