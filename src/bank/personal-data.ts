import { createHmac, randomBytes } from 'node:crypto';
import type { CustomerId, PersonalDetails } from './model.ts';
import { seal, unseal } from './sealing.ts';
import type { Keys } from './secrets.ts';
import type { ContactIndexes, SealedDetails } from './store/customers.ts';

const keyPlace = (id: CustomerId): string => `customer_details.wrapped_key ${id}`;
const detailsPlace = (id: CustomerId): string => `customer_details.sealed ${id}`;

const blindIndex = (keys: Keys, kind: 'email' | 'phone', value: string): Buffer =>
  createHmac('sha256', keys.blindIndex).update(`${kind}\0${value}`).digest();

/** Equal for equal contacts; without the key nobody can tell which. */
export const contactIndexes = (
  keys: Keys,
  contact: Pick<PersonalDetails, 'email' | 'phone'>,
): ContactIndexes => ({
  emailIndex: blindIndex(keys, 'email', contact.email),
  phoneIndex: blindIndex(keys, 'phone', contact.phone),
});

/** Sealed with a fresh key of the customer's own, which is itself wrapped by the bank's. */
export function sealDetails(
  keys: Keys,
  customerId: CustomerId,
  details: PersonalDetails,
): SealedDetails {
  const { fullName, email, phone, dateOfBirth, gender } = details;
  const plain = Buffer.from(JSON.stringify({ fullName, email, phone, dateOfBirth, gender }));
  const key = randomBytes(32);
  return {
    customerId,
    sealed: seal(key, plain, detailsPlace(customerId)),
    wrappedKey: seal(keys.wrapping, key, keyPlace(customerId)),
    ...contactIndexes(keys, details),
  };
}

export function unsealDetails(
  keys: Keys,
  row: Pick<SealedDetails, 'customerId' | 'sealed' | 'wrappedKey'>,
): PersonalDetails {
  const key = unseal(keys.wrapping, row.wrappedKey, keyPlace(row.customerId));
  const plain = unseal(key, row.sealed, detailsPlace(row.customerId));
  return JSON.parse(plain.toString()) as PersonalDetails;
}
