/** Registration: who may, with which password, and the one transaction that makes a customer. */
import type { Clock } from '../../../lib/clock.ts';
import type { IdSource } from '../../../lib/ids.ts';
import type { Result } from '../../../lib/result.ts';
import { doneOrUnknown } from '../../audit/index.ts';
import { newRecoveryCodes } from '../../keys/index.ts';
import type * as m from '../../model/index.ts';
import { BankError, type BankSettings, isoDate } from '../../model/index.ts';
import { assertNormal, assertOldEnough } from '../details/input.ts';
import { contactIndexes } from '../details/sealed.ts';
import type { Passwords } from '../proofs/password-hashing.ts';
import { judgePassword } from '../proofs/password-strength.ts';
import { contactTaken, findCustomer } from '../store/customers.ts';
import { enrol, type EnrolmentTools, type Registered, type Registration } from './enrolment.ts';

export interface CustomersService {
  /** Throws ALREADY_REGISTERED, UNDER_AGE, CONTACT_TAKEN: asked after the first form. */
  checkRegistration(discordUserId: m.DiscordUserId, details: m.PersonalDetails): Promise<void>;
  /** Judges a password before it is hashed; the details are the words it must not contain. */
  judgePassword(password: string, details: m.PersonalDetails | null): Result<string>;
  /** Also throws PASSWORD_WEAK. Creates customer, account and session in one transaction. */
  register(registration: Registration): Promise<Registered>;
}

export function createCustomers(
  tools: EnrolmentTools & {
    readonly nextId: IdSource;
    readonly clock: Clock;
    readonly settings: BankSettings;
    readonly passwords: Passwords;
  },
): CustomersService {
  const { pool, keys, nextId, clock, settings, passwords } = tools;
  const { passwordLengthMin: lengthMin, name: bankName, minimumAge } = settings;

  const judge = (password: string, details: m.PersonalDetails | null) =>
    judgePassword(password, details, { lengthMin, bankName });
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
    judgePassword: judge,
    register: async (registration) => {
      const { discordUserId, details, password } = registration;
      await check(discordUserId, details);
      const judged = judge(password, details);
      if (!judged.ok) throw new BankError('PASSWORD_WEAK', { why: judged.reason });
      const recoveryCodes = newRecoveryCodes();
      const plan = {
        registration,
        customerId: nextId() as m.CustomerId,
        accountId: nextId() as m.AccountId,
        sessionId: nextId() as m.SessionId,
        auditId: nextId(),
        password: await passwords.hash(password),
        recoveryCodes,
      };
      const enrolled = await doneOrUnknown(async () => enrol(tools, plan));
      return { ...enrolled, recoveryCodes };
    },
  };
}
