/** Registration: who may, with which password, and the one transaction that makes a customer. */
import type { Clock } from '../../lib/clock.ts';
import type { IdSource } from '../../lib/ids.ts';
import type { CustomersService } from '../bank.ts';
import { assertNormal, assertOldEnough } from './details/input.ts';
import { enrol, type EnrolmentTools } from './enrolment.ts';
import { BankError } from '../model/errors.ts';
import type * as m from '../model/types.ts';
import { doneOrUnknown } from '../audit/outcome.ts';
import { isoDate } from '../model/parse/birth-date.ts';
import type { Passwords } from './proofs/password-hashing.ts';
import { judgePassword } from './proofs/password-strength.ts';
import { contactIndexes } from './details/sealed.ts';
import { newRecoveryCodes } from '../keys/recovery-codes.ts';
import type { BankSettings } from '../model/settings.ts';
import { contactTaken, findCustomer } from './store/customers.ts';

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
