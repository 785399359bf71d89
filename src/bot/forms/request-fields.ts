/** Fields of requests for money. */
import { z } from 'zod';
import {
  type Amount,
  type DiscordUserId,
  type Expiry,
  isoDate,
  parseAmount,
  parseDay,
  parseReference,
  type RequestId,
} from '../../bank/index.ts';
import { dayMs } from '../../lib/durations.ts';
import { bad, good } from '../../lib/result.ts';
import { words } from '../../words/index.ts';
import { field, readWith, textControl } from './field.ts';
import { payeeField } from './payee-field.ts';

/** Discord's member list offers at most so many at once. */
export const membersMax = 25;
const expiryDaysMax = 90;

const snowflake = /^\d{17,20}$/;
const { form: reasons } = words.reasons;

export const membersField = () =>
  field<readonly DiscordUserId[]>('askMembers', {
    control: { kind: 'people', most: membersMax },
    schema: () =>
      z
        .array(z.string().regex(snowflake, reasons.memberFromList))
        .min(1, reasons.member)
        .max(membersMax, reasons.choices)
        .transform((ids) => ids as readonly string[] as readonly DiscordUserId[]),
  });

/** A role of the server where the command is used. */
export const serverRoleField = () =>
  field<string>('askRole', {
    control: { kind: 'serverRole' },
    schema: () =>
      z
        .array(z.string().regex(snowflake, reasons.choice))
        .length(1, reasons.choice)
        .transform(([id]) => id!),
  });

/** Whom to ask: an account number, a nickname, or a person paid before. */
export const askedAccountField = () => payeeField('askAccount');

export const sumField = (key: 'askEach' | 'askTotal') =>
  field<Amount>(key, {
    control: textControl(60),
    schema: ({ currency }) =>
      readWith((text) => {
        const read = parseAmount(text, currency, { shares: false, writing: words.amounts });
        if (!read.ok) return read;
        return read.value.kind === 'exact' ? good(read.value.amount) : bad(reasons.unfit);
      }),
  });

export const dueDateField = () =>
  field<string>('dueDate', {
    control: textControl(20),
    schema: ({ locale = null, today }) =>
      readWith((text) => {
        const read = parseDay(text, { locale, example: words.fields.dueDate.example });
        if (!read.ok) return read;
        return read.value < today ? bad(words.replies.requests.expiry.past) : read;
      }),
  });

/** A number of days, or the last day; at most 90 days from now. */
export const expiryField = () =>
  field<Expiry>('expires', {
    control: textControl(20),
    schema: ({ locale = null, today }) =>
      readWith<Expiry>((text) => {
        const say = words.replies.requests.expiry;
        const typed = text.trim();
        if (/^-?\d{1,6}$/.test(typed)) {
          const days = Number(typed);
          const isFit = days >= 1 && days <= expiryDaysMax;
          return isFit ? good({ days }) : bad(say.days(expiryDaysMax));
        }
        const read = parseDay(typed, { locale, example: words.fields.dueDate.example });
        if (!read.ok) return read.reason.code === 'DATE_SHAPE' ? bad(say.unreadable) : read;
        if (read.value < today) return bad(say.past);
        const last = isoDate(Date.parse(today) + expiryDaysMax * dayMs);
        return read.value > last ? bad(say.days(expiryDaysMax)) : good({ day: read.value });
      }),
  });

/** A request of any customer, by its reference. */
export const staffRequestField = () =>
  field<RequestId>('customerRequest', {
    control: textControl(40),
    schema: () => readWith(parseReference),
  });

const ownRequest = (suggests: 'REQUESTS' | 'MADE_REQUESTS') =>
  field<RequestId>('request', {
    suggests,
    control: textControl(40),
    schema: () => readWith(parseReference),
  });

/** A request that the customer made or has to pay. */
export const requestField = () => ownRequest('REQUESTS');

/** A request that the customer made. */
export const madeRequestField = () => ownRequest('MADE_REQUESTS');
