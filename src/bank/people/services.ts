/** What concerns a person: registering, logging in, recovering, their details and their safety. */
import { createLocks } from './entry/locks.ts';
import { createRecovery } from './entry/recovery.ts';
import { createCustomers, type CustomersService } from './entry/registration.ts';
import { createSessions } from './entry/sessions.ts';
import { createPrivacy } from './privacy.ts';
import { createProfile } from './profile/profile.ts';
import { createSecondFactor, type SecondFactorTools } from './profile/second-factor.ts';

type Tools = Omit<SecondFactorTools, 'judgePassword'> & Parameters<typeof createCustomers>[0];

export function createPeopleServices(tools: Tools) {
  const customers = createCustomers(tools);
  const judgePassword: CustomersService['judgePassword'] = (password, details) =>
    customers.judgePassword(password, details);
  const personal = { ...tools, judgePassword };
  return {
    customers,
    sessions: createSessions(personal),
    locks: createLocks(personal),
    recovery: createRecovery(personal),
    profile: createProfile(personal),
    secondFactor: createSecondFactor(personal),
    privacy: createPrivacy(personal),
  };
}
