/** What buttons of an action may carry; the text comes back from whoever presses. */
import { z } from 'zod';

const digitsMax = 19;

/** The place in a list from which a page goes on. */
export const cursorToken: z.ZodType<bigint> = z
  .string()
  .regex(new RegExp(`^\\d{1,${digitsMax}}$`))
  .transform((text) => BigInt(text));

export const noToken: z.ZodType<''> = z.literal('');
