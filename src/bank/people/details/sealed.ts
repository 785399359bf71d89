/** Personal details: sealed, and found by keyed hashes of e-mail and phone. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Tx } from '../../../db/transaction.ts';
import { type Keys, seal, unseal } from '../../keys/index.ts';
import type { CustomerId, PersonalDetails } from '../../model/index.ts';
import { type ContactIndexes, findDetails, type SealedDetails } from '../store/customers.ts';

const keyPlace = (id: CustomerId): string => `customer_details.wrapped_key ${id}`;
const detailsPlace = (id: CustomerId): string => `customer_details.sealed ${id}`;

const blindIndex = (keys: Keys, kind: 'email' | 'phone', value: string): Buffer =>
  createHmac('sha256', keys.blindIndex).update(`${kind}\0${value}`).digest();

/** Equal contacts have equal indexes, which show nothing without the key. */
export const contactIndexes = (
  keys: Keys,
  contact: Pick<PersonalDetails, 'email' | 'phone'>,
): ContactIndexes => ({
  emailIndex: blindIndex(keys, 'email', contact.email),
  phoneIndex: blindIndex(keys, 'phone', contact.phone),
});

const plainOf = (details: PersonalDetails): Buffer => {
  const { fullName, email, phone, dateOfBirth, gender } = details;
  return Buffer.from(JSON.stringify({ fullName, email, phone, dateOfBirth, gender }));
};

/** Seals with a new key of the customer's own, which is wrapped with the bank's key. */
export function sealDetails(
  keys: Keys,
  customerId: CustomerId,
  details: PersonalDetails,
): SealedDetails {
  const key = randomBytes(32);
  return {
    customerId,
    sealed: seal(key, plainOf(details), detailsPlace(customerId)),
    wrappedKey: seal(keys.wrapping, key, keyPlace(customerId)),
    ...contactIndexes(keys, details),
  };
}

const detailsKey = (keys: Keys, row: Pick<SealedDetails, 'customerId' | 'wrappedKey'>): Buffer =>
  unseal(keys.wrapping, row.wrappedKey, keyPlace(row.customerId));

/** Wraps the customer's own key with another bank key. */
export const rewrapKey = (
  keys: { readonly from: Keys; readonly to: Keys },
  row: Pick<SealedDetails, 'customerId' | 'wrappedKey'>,
): Buffer => seal(keys.to.wrapping, detailsKey(keys.from, row), keyPlace(row.customerId));

/** Seals changed details with the customer's own key: deleting that key erases all versions. */
export function resealDetails(
  keys: Keys,
  row: Pick<SealedDetails, 'customerId' | 'wrappedKey'>,
  details: PersonalDetails,
): Omit<SealedDetails, 'wrappedKey'> {
  const { customerId } = row;
  const sealed = seal(detailsKey(keys, row), plainOf(details), detailsPlace(customerId));
  return { customerId, sealed, ...contactIndexes(keys, details) };
}

export function unsealDetails(
  keys: Keys,
  row: Pick<SealedDetails, 'customerId' | 'sealed' | 'wrappedKey'>,
): PersonalDetails {
  const plain = unseal(detailsKey(keys, row), row.sealed, detailsPlace(row.customerId));
  return JSON.parse(plain.toString()) as PersonalDetails;
}

/** Null where `unsealDetails` would throw. */
export function openedDetails(
  keys: Keys,
  row: Parameters<typeof unsealDetails>[1],
): PersonalDetails | null {
  try {
    return unsealDetails(keys, row);
  } catch {
    return null;
  }
}

/** Reads the customer's e-mail address; null for an erased customer. */
export const addressFinder =
  (keys: Keys) =>
  async (tx: Tx, customerId: CustomerId): Promise<string | null> => {
    const row = await findDetails(tx, customerId);
    return row === null ? null : unsealDetails(keys, row).email;
  };
