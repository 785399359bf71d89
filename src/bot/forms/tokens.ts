/** What buttons of an action may carry; the text comes back from whoever presses. */
import { z } from 'zod';
import type { RequestId } from '../../bank/index.ts';

const digitsMax = 19;

/** The place in a list from which a page goes on. */
export const cursorToken: z.ZodType<bigint> = z
  .string()
  .regex(new RegExp(`^\\d{1,${digitsMax}}$`))
  .transform((text) => BigInt(text));

/** The id of a request that waits for a decision. */
export const requestToken: z.ZodType<RequestId> = z
  .string()
  .regex(new RegExp(`^\\d{1,${digitsMax}}$`))
  .transform((text) => BigInt(text) as RequestId);

export const noToken: z.ZodType<''> = z.literal('');
