/** Strict parsing of faults and fault scripts; errors name the step and field. */
import * as z from 'zod/mini';
import { Refusal } from '../protocol/refusal.ts';
import type { FaultStep } from '../protocol/protocol.ts';

const stepsMax = 200;
const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const times = z.optional(z.int().check(z.gte(1), z.lte(1_000)));

export const fault = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum([
      'lose-request',
      'lose-answer',
      'double-request',
      'delay-request',
      'delay-answer',
      'rate-limit',
      'server-error',
      'expire-token',
    ]),
    route: z.optional(text(200)),
    times,
    delayMs: z.optional(z.int().check(z.gte(0), z.lte(120_000))),
    global: z.optional(z.boolean()),
    status: z.optional(z.literal([500, 502, 503, 504])),
  }),
  z.strictObject({ kind: z.enum(['lose-event', 'duplicate-event']), times }),
  z.strictObject({
    kind: z.enum(['reconnect', 'invalid-session', 'cut-sockets', 'forget-sessions']),
    resumable: z.optional(z.boolean()),
    code: z.optional(z.int().check(z.gte(4_000), z.lte(4_999))),
  }),
  z.strictObject({ kind: z.enum(['close-dms', 'open-dms']), person: text(32) }),
  z.strictObject({ kind: z.enum(['members-intent-off', 'members-intent-on']) }),
]);

const step = z.strictObject({
  onInteraction: z.optional(text(110)),
  afterMs: z.optional(z.int().check(z.gte(0), z.lte(3_600_000))),
  arm: fault,
});
const script = z.array(step).check(z.minLength(1), z.maxLength(stepsMax));

/** Throws a Refusal that names the first invalid step and field. */
export function readScript(json: unknown): FaultStep[] {
  const result = script.safeParse(json, { error: z.locales.en().localeError });
  if (result.success) return result.data as FaultStep[];
  const [{ path, message } = { path: [], message: 'This is not a fault' }] = result.error.issues;
  const [index, ...fields] = path;
  throw new Refusal(400, `${whereIn(Number(index ?? -1), fields.join('.'))}: ${message}`);
}

/** `Step 2, arm.kind`; no index for the script as a whole. */
export function whereIn(index: number, field: string): string {
  if (index < 0) return 'The script';
  return [`Step ${index + 1}`, field].filter(Boolean).join(', ');
}
