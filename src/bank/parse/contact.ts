import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { bad, good, type Result } from '../../lib/result.ts';

const emailLengthMax = 254;
const localPartMax = 64;
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const domainLabel = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The address in lower case: one mailbox is one customer's. */
export function parseEmail(text: string): Result<string> {
  const email = text.trim().toLowerCase();
  if (email === '') return bad('Enter an e-mail address.');
  if (/[^\x20-\x7e]/.test(email)) return bad('Use only plain letters, digits and signs here.');
  if (/\s/.test(email)) return bad('An e-mail address has no spaces.');
  if (email.length > emailLengthMax) return bad('That is too long for an e-mail address.');
  const parts = email.split('@');
  if (parts.length !== 2) return bad('An e-mail address has one “@”: name@example.com.');
  const [local = '', domain = ''] = parts;
  if (local.length > localPartMax || !localPart.test(local)) {
    return bad('The part before the “@” is not an e-mail name.');
  }
  const labels = domain.split('.');
  if (labels.length < 2) return bad('The part after the “@” needs an ending, like example.com.');
  if (!labels.every((label) => domainLabel.test(label)) || !/^[a-z]/.test(labels.at(-1) ?? '')) {
    return bad('The part after the “@” is not a domain, like example.com.');
  }
  return good(email);
}

/** The number in E.164 form, for example +4930123456. */
export function parsePhone(text: string): Result<string> {
  const phone = text.trim();
  if (phone === '') return bad('Enter a phone number, for example +49 30 123456.');
  if (!/^[\x20-\x7e\u00a0]*$/.test(phone)) return bad('Use only the plain digits 0 to 9.');
  if (!phone.startsWith('+')) return bad('Begin with “+” and the country code: +49 30 123456.');
  if (!/^\+[\d ()./\u00a0-]+$/.test(phone)) {
    return bad('A phone number has only digits after the “+”; spaces and hyphens may part them.');
  }
  if (phone.length > 40) return bad('That is too long for a phone number.');
  const parsed = parsePhoneNumberFromString(phone);
  if (parsed === undefined)
    return bad('There is no country with this code, or digits are missing.');
  if (!parsed.isPossible()) return bad('This number is too short or too long for its country.');
  if (!parsed.isValid()) return bad('There is no such number in its country. Check the digits.');
  return good(parsed.number);
}
