import { createRequire } from 'node:module';
import type { CountryCode } from 'libphonenumber-js';
import { good } from '../../../lib/result.ts';
import { type Read, unreadable } from './reasons.ts';

const load = createRequire(import.meta.url);
/** Loaded with the first phone number: its tables of all countries take 2 MB of memory. */
const phones = () => load('libphonenumber-js') as typeof import('libphonenumber-js');

const emailLengthMax = 254;
const localPartMax = 64;
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The address in lower case, so that one mailbox belongs to one customer. */
export function parseEmail(text: string): Read<string> {
  const email = text.trim().toLowerCase();
  if (email === '') return unreadable('EMAIL_EMPTY');
  if (/[^\x20-\x7e]/.test(email)) return unreadable('EMAIL_NOT_PLAIN');
  if (/\s/.test(email)) return unreadable('EMAIL_SPACES');
  if (email.length > emailLengthMax) return unreadable('EMAIL_TOO_LONG');
  const parts = email.split('@');
  if (parts.length !== 2) return unreadable('EMAIL_AT');
  const [local = '', domain = ''] = parts;
  if (local.length > localPartMax || !localPart.test(local)) {
    return unreadable('EMAIL_LOCAL_PART');
  }
  if (domain.endsWith('.')) return unreadable('EMAIL_POINT_LAST');
  const labels = domain.split('.');
  if (labels.length < 2) return unreadable('EMAIL_ENDING');
  if (!labels.every((label) => domainLabel.test(label)) || !/^[a-z]/.test(labels.at(-1) ?? '')) {
    return unreadable('EMAIL_DOMAIN');
  }
  return good(email);
}

/** Whether phone numbers of the country with this two-letter code can be parsed. */
export const isPhoneRegion = (code: string): code is CountryCode =>
  phones().isSupportedCountry(code);

/** `(0)`: a zero that is dialled only inside the country. */
const innerZero = /\( ?0 ?\)/;

function readPhone(phone: string, region: string | null) {
  const read = (one: string) =>
    phones().parsePhoneNumberFromString(
      one,
      region !== null && isPhoneRegion(region) ? { defaultCountry: region } : {},
    );
  const parsed = read(phone);
  return parsed?.isValid() === true || !innerZero.test(phone)
    ? parsed
    : (read(phone.replace(innerZero, '')) ?? parsed);
}

/**
 * The number in E.164 form, for example +4930123456. `region` is the country whose numbers need no
 * country code, for example DE; null: none.
 */
export function parsePhone(text: string, region: string | null = null): Read<string> {
  const phone = text.trim();
  if (phone === '') return unreadable('PHONE_EMPTY');
  if (!/^[\x20-\x7e\u00a0]*$/.test(phone)) return unreadable('PHONE_NOT_PLAIN');
  if (region === null && !phone.startsWith('+')) {
    return unreadable('PHONE_COUNTRY_CODE');
  }
  if (!/^\+?[\d ()./\u00a0-]+$/.test(phone)) {
    return unreadable('PHONE_NOT_DIGITS');
  }
  if (phone.length > 40) return unreadable('PHONE_TOO_LONG');
  const parsed = readPhone(phone, region);
  if (parsed === undefined) return unreadable('PHONE_COUNTRY_UNKNOWN');
  if (!parsed.isPossible()) return unreadable('PHONE_LENGTH');
  if (!parsed.isValid()) return unreadable('PHONE_UNKNOWN');
  return good(parsed.number);
}
