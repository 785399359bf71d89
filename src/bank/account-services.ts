/** The services of a customer's own accounts and pots. */
import { type AccountsService, createAccounts } from './accounts/index.ts';
import {
  createOwnAccounts,
  createPots,
  type OwnAccountsService,
  type PotsService,
} from './payments/index.ts';
import { type AccessLog, createAccessLog } from './people/index.ts';

export interface AccountServices {
  readonly accounts: AccountsService & OwnAccountsService & { readonly accessLog: AccessLog };
  /** Accounts that only save. */
  readonly pots: PotsService;
}

export function accountServices(
  tools: Omit<Parameters<typeof createPots>[0], 'accounts'>,
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
  };
}
