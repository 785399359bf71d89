/** Registration: checks the details and the password, and creates the customer. */
import type { Clock } from '../../../lib/clock.ts';
import { doneOrUnknown } from '../../audit/index.ts';
import { newRecoveryCodes } from '../../keys/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, isoDate } from '../../model/index.ts';
import { assertNormal, assertOldEnough } from '../details/input.ts';
import type { OwnData } from '../details/own.ts';
import { contactIndexes } from '../details/sealed.ts';
import type { Passwords } from '../proofs/password-hashing.ts';
import type { JudgePassword } from '../proofs/password-strength.ts';
import { contactTaken, findCustomer } from '../store/customers.ts';
import { enrol, type Registered, type Registration } from './enrolment.ts';

export interface CustomersService {
  /** For the first form. Throws ALREADY_REGISTERED, UNDER_AGE, CONTACT_TAKEN. */
  checkRegistration(discordUserId: m.DiscordUserId, details: m.PersonalDetails): Promise<void>;
  readonly judgePassword: JudgePassword;
  /**
   * Creates customer, account and session in one transaction. Throws as `checkRegistration`, and
   * PASSWORD_WEAK.
   */
  register(registration: Registration): Promise<Registered>;
}

export function createCustomers(tools: {
  readonly own: OwnData;
  readonly clock: Clock;
  readonly passwords: Passwords;
  readonly judgePassword: JudgePassword;
  readonly currency: m.Currency;
  readonly minimumAge: number;
}): CustomersService {
  const { clock, passwords, judgePassword, minimumAge } = tools;
  const { pool, keys, nextId } = tools.own;

  const check = async (
    discordUserId: m.DiscordUserId,
    details: m.PersonalDetails,
  ): Promise<void> => {
    const today = isoDate(clock.now());
    assertNormal(details, today);
    if ((await findCustomer(pool, discordUserId)) !== null) {
      throw new BankError('ALREADY_REGISTERED');
    }
    assertOldEnough(details, { today, minimumAge });
    if (await contactTaken(pool, contactIndexes(keys, details))) {
      throw new BankError('CONTACT_TAKEN');
    }
  };

  return {
    checkRegistration: check,
    judgePassword,
    register: async (registration) => {
      const { discordUserId, details, password } = registration;
      await check(discordUserId, details);
      const judged = judgePassword(password, details);
      if (!judged.ok) throw new BankError('PASSWORD_WEAK', { fault: judged.reason });
      const recoveryCodes = newRecoveryCodes();
      const plan = {
        registration,
        customerId: nextId() as m.CustomerId,
        accountId: nextId() as m.AccountId,
        sessionId: nextId() as m.SessionId,
        auditId: nextId(),
        password: await passwords.hash(password),
        recoveryCodes,
        currency: tools.currency,
      };
      const enrolled = await doneOrUnknown(async () => enrol(tools.own, plan));
      return { ...enrolled, recoveryCodes };
    },
  };
}
