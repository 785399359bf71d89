/** Buttons that begin a command about a request, and the tokens of its pages. */
import { z } from 'zod';
import { type DiscordUserId, referenceOf, type RequestId } from '../../bank/index.ts';
import type { Beginning } from '../command/command.ts';
import { typedAmount } from '../forms/fields.ts';
import { requestToken } from '../forms/tokens.ts';

/** Begins the command with the reference of a request that the customer made. */
export const requestBeginning: Beginning<'customer', RequestId> = {
  token: requestToken,
  values: async ({ bank, session }, id) => {
    const { reference } = await bank.requests.show(session, id);
    return { request: reference };
  },
};

/** Opens the form of staff with the reference of a customer's request. */
export const staffRequestBeginning: Beginning<{ readonly staff: 'serve' }, RequestId> = {
  token: requestToken,
  opens: (id) => ({ request: referenceOf(id) }),
  values: async ({ bank, session }, id) => {
    const { reference } = await bank.customerRequests.show(session, id);
    return { request: reference };
  },
};

/** *Pay*: begins a transfer of what is left; the reference stands for the asker's account. */
export const payRequest: Beginning<'customer', RequestId> = {
  token: requestToken,
  values: async ({ bank, session }, id) => {
    const { request, due } = await bank.requests.due(session, id);
    const left = due.amount - due.paid;
    const amount = typedAmount(left > 0n ? left : due.amount, bank.currency);
    return { to: referenceOf(due.id), amount, memo: request.memo ?? '' };
  },
};

/** A request and the page of its table. */
export const pageToken = z
  .string()
  .regex(/^\d{1,19}-\d{1,3}$/)
  .transform((text) => {
    const [id = '', page = ''] = text.split('-');
    return { id: BigInt(id) as RequestId, page: Number(page) };
  });

export const userToken: z.ZodType<DiscordUserId> = z
  .string()
  .regex(/^\d{17,20}$/)
  .transform((id) => id as DiscordUserId);
