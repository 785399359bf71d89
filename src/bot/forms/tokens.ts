/** Schemas for the tokens of action buttons, which may be forged. */
import { z } from 'zod';
import type { RequestId } from '../../bank/index.ts';

const digitsMax = 19;

/** The cursor from which a page of a list continues. */
export const cursorToken: z.ZodType<bigint> = z
  .string()
  .regex(new RegExp(`^\\d{1,${digitsMax}}$`))
  .transform((text) => BigInt(text));

/** The id of a request that is waiting for a decision. */
export const requestToken: z.ZodType<RequestId> = z
  .string()
  .regex(new RegExp(`^\\d{1,${digitsMax}}$`))
  .transform((text) => BigInt(text) as RequestId);

/** The id of a row of the customer's own. */
export const idToken: z.ZodType<bigint> = cursorToken;

/** Of a button that turns something on or off. */
export const switchToken = z.enum(['on', 'off']);

export const noToken: z.ZodType<''> = z.literal('');
