import {
  type CountryCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
} from 'libphonenumber-js';
import { bad, good, type Result } from '../../../lib/result.ts';

const emailLengthMax = 254;
const localPartMax = 64;
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The address in lower case: one mailbox is one customer's. */
export function parseEmail(text: string): Result<string> {
  const email = text.trim().toLowerCase();
  if (email === '') return bad('Enter an e-mail address: name@example.com.');
  if (/[^\x20-\x7e]/.test(email))
    return bad('Use only plain letters a to z, digits and signs in an e-mail address.');
  if (/\s/.test(email))
    return bad('An e-mail address has no spaces. Enter it alone: name@example.com.');
  if (email.length > emailLengthMax)
    return bad('That is too long for an e-mail address. Enter one alone.');
  const parts = email.split('@');
  if (parts.length !== 2) return bad('An e-mail address has one “@”: name@example.com.');
  const [local = '', domain = ''] = parts;
  if (local.length > localPartMax || !localPart.test(local)) {
    return bad('The part before the “@” may have letters, digits, and signs like “.” inside it.');
  }
  if (domain.endsWith('.')) return bad('Leave out the point at the end: name@example.com.');
  const labels = domain.split('.');
  if (labels.length < 2) return bad('The part after the “@” needs an ending, like example.com.');
  if (!labels.every((label) => domainLabel.test(label)) || !/^[a-z]/.test(labels.at(-1) ?? '')) {
    return bad('The part after the “@” is not a domain, like example.com.');
  }
  return good(email);
}

/** Whether a country's phone numbers are known by this code of two letters. */
export const isPhoneRegion = (code: string): code is CountryCode => isSupportedCountry(code);

/** In parentheses some write the zero that is dialled only inside the country. */
const innerZero = /\( ?0 ?\)/;

function readPhone(phone: string, region: string | null) {
  const read = (one: string) =>
    parsePhoneNumberFromString(
      one,
      region !== null && isPhoneRegion(region) ? { defaultCountry: region } : {},
    );
  const parsed = read(phone);
  return parsed?.isValid() === true || !innerZero.test(phone)
    ? parsed
    : (read(phone.replace(innerZero, '')) ?? parsed);
}

/**
 * The number in E.164 form, for example +4930123456. `region` is the country whose numbers may be
 * written as they are dialled inside it, for example DE; null: none.
 */
export function parsePhone(text: string, region: string | null = null): Result<string> {
  const phone = text.trim();
  if (phone === '') return bad('Enter a phone number, for example +49 30 123456.');
  if (!/^[\x20-\x7e\u00a0]*$/.test(phone)) return bad('Use only the plain digits 0 to 9.');
  if (region === null && !phone.startsWith('+')) {
    return bad('Begin with “+” and the country code, also instead of 00: +49 30 123456.');
  }
  if (!/^\+?[\d ()./\u00a0-]+$/.test(phone)) {
    return bad('A phone number has only digits, after a “+”; spaces and hyphens may part them.');
  }
  if (phone.length > 40) return bad('That is too long for a phone number.');
  const parsed = readPhone(phone, region);
  if (parsed === undefined) {
    return bad('There is no country with this code, or digits are missing. Check the number.');
  }
  if (!parsed.isPossible()) {
    return bad('This number is too short or too long for its country. Check the digits.');
  }
  if (!parsed.isValid()) return bad('There is no such number in its country. Check the digits.');
  return good(parsed.number);
}
