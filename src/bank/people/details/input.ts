import { assert } from '../../../lib/assert.ts';
import {
  ageOn,
  BankError,
  parseDateOfBirth,
  parseEmail,
  parseFullName,
  parsePhone,
  type PersonalDetails,
} from '../../model/index.ts';

/** Forms have parsed each field; asserts that only normal forms are stored. */
export function assertNormal(details: PersonalDetails, today: string): void {
  const fields = [
    [parseFullName(details.fullName), details.fullName],
    [parseEmail(details.email), details.email],
    [parsePhone(details.phone), details.phone],
    [parseDateOfBirth(details.dateOfBirth, today), details.dateOfBirth],
  ] as const;
  const normal = fields.every(([result, given]) => result.ok && result.value === given);
  assert(normal, 'personal details are parsed before they are stored');
}

/** Throws UNDER_AGE. `today` is YYYY-MM-DD in UTC. */
export function assertOldEnough(
  details: PersonalDetails,
  rules: { readonly today: string; readonly minimumAge: number },
): void {
  const age = ageOn({ born: details.dateOfBirth, today: rules.today });
  if (age >= rules.minimumAge) return;
  throw new BankError('UNDER_AGE', { minimumAge: rules.minimumAge });
}
