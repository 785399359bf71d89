/** Tokens of the buttons of standing orders, which may be forged. */
import { z } from 'zod';

const digits = z.string().regex(/^\d{1,5}$/);

/** The number of an order. */
export const orderToken: z.ZodType<number> = digits.transform(Number);

/** An order, and the day that its card showed as the next one. */
export const skipToken: z.ZodType<{ readonly number: number; readonly date: string }> = z
  .string()
  .regex(/^\d{1,5}_\d{4}-\d{2}-\d{2}$/)
  .transform((text) => {
    const [number = '', date = ''] = text.split('_');
    return { number: Number(number), date };
  });
