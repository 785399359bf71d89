/** Person and channel in the address after `#`, so that two tabs can be two people. */

/** Used instead of a channel id. */
export const mailboxPlace = 'mail';

export interface Address {
  readonly personId: string | null;
  /** A channel id, `mail`, or null for the default. */
  readonly place: string | null;
}

export function readAddress(hash: string): Address {
  const [personId, place] = hash.replace(/^#\/?/, '').split('/');
  return {
    personId: snowflake(personId),
    place: place === mailboxPlace ? place : snowflake(place),
  };
}

export function writeAddress(address: Address): string {
  if (!address.personId) return '#/';
  return address.place ? `#/${address.personId}/${address.place}` : `#/${address.personId}`;
}

const snowflake = (text: string | undefined): string | null =>
  text && /^\d{1,20}$/.test(text) ? text : null;
