/** What staff type to find a customer; the form of the text decides what is searched. */
import { good } from '../../../lib/result.ts';
import type { AccountNumber, DiscordUserId } from '../base/types.ts';
import { parseAccountNumber, parseNumberTail } from './account-number.ts';
import { parseEmail, parsePhone } from './contact.ts';
import { parseDiscordUser } from './discord-user.ts';
import { type Read, unreadable } from './reasons.ts';

export type CustomerQuery =
  | { readonly by: 'number'; readonly number: AccountNumber }
  | { readonly by: 'tail'; readonly tail: string }
  | { readonly by: 'member'; readonly member: DiscordUserId }
  | { readonly by: 'phone'; readonly phone: string }
  | { readonly by: 'email'; readonly email: string }
  | { readonly by: 'name'; readonly name: string };

/** Digits with separators; a name contains no digits. */
const onlyDigits = /^[+(]*[0-9][0-9 ()./\u00a0-]*$/;

function digitsQuery(text: string, region: string | null): Read<CustomerQuery> {
  const number = parseAccountNumber(text);
  if (number.ok) return good({ by: 'number', number: number.value });
  const phone = parsePhone(text, region);
  if (phone.ok) return good({ by: 'phone', phone: phone.value });
  if (text.startsWith('+')) return phone;
  return unreadable('CUSTOMER_QUERY_DIGITS', { number: number.reason });
}

/** A text that can only be a phone, an e-mail and so on, but is invalid, gives that reason. */
export function parseCustomerQuery(text: string, region: string | null): Read<CustomerQuery> {
  const query = text.trim();
  const member = parseDiscordUser(query);
  if (member.ok) return good({ by: 'member', member: member.value });
  const tail = parseNumberTail(query);
  if (tail !== null) return good({ by: 'tail', tail });
  if (onlyDigits.test(query)) return digitsQuery(query, region);
  if (query.startsWith('<@')) return member;
  if (!query.includes('@')) return good({ by: 'name', name: query });
  const email = parseEmail(query);
  return email.ok ? good({ by: 'email', email: email.value }) : email;
}
