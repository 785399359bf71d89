/** The services for a customer: registration, login, recovery, details, security and privacy. */
import type { Clock } from '../../lib/clock.ts';
import type { FullSettings } from '../model/index.ts';
import type { OwnData } from './details/own.ts';
import { createLocks } from './entry/locks.ts';
import { createRecovery } from './entry/recovery.ts';
import { createCustomers } from './entry/registration.ts';
import { createSessions } from './entry/sessions.ts';
import { createNotices } from './notices/settings.ts';
import { createPrivacy, type ExportedMore, type Leaves } from './privacy.ts';
import { createPasskeys } from './profile/passkeys.ts';
import { createProfile } from './profile/profile.ts';
import { createSecondFactor } from './profile/second-factor.ts';
import { createAttempts } from './proofs/login-throttle.ts';
import type { Passwords } from './proofs/password-hashing.ts';
import { type JudgePassword, judgePassword as judge } from './proofs/password-strength.ts';
import { createProve } from './proofs/proof.ts';
import { createTimeZones } from './time-zones.ts';

export function createPeopleServices(tools: {
  readonly own: OwnData;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly settings: FullSettings;
  readonly more: ExportedMore;
  readonly leaves: Leaves;
}) {
  const { own, clock, passwords, settings, more, leaves } = tools;
  const { name: bankName, currency, loginFloorMs, minimumAge, page } = settings;
  const rules = { lengthMin: settings.passwordLengthMin, bankName };
  const judgePassword: JudgePassword = (password, details) => judge(password, details, rules);
  const attempts = createAttempts(own, clock);
  const prove = createProve({ own, clock, attempts, passwords, page });
  return {
    prove,
    customers: createCustomers({ own, clock, currency, minimumAge, passwords, judgePassword }),
    sessions: createSessions({ own, attempts, passwords, page, loginFloorMs }),
    locks: createLocks({ own, attempts, passwords, loginFloorMs }),
    recovery: createRecovery({ own, passwords, judgePassword, loginFloorMs }),
    profile: createProfile({ own, prove, passwords, judgePassword }),
    /** Their calls need no throttle. */
    free: {
      secondFactor: createSecondFactor({ own, clock, attempts, bankName }),
      passkeys: createPasskeys({ own, prove, bankName, page }),
      privacy: createPrivacy({ own, prove, currency, more, leaves }),
      timeZones: createTimeZones({ own, clock }),
      notices: createNotices({ own, clock }),
    },
  };
}
