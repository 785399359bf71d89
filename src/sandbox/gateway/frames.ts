import * as z from 'zod/mini';

/** Strict parsing of client frames: an invalid one closes the connection. */
const frame = z.object({ op: z.int(), d: z.unknown() });

/** Discord accepts it with or without the prefix `Bot `. */
const token = z.pipe(
  z.string(),
  z.transform((text) => text.replace(/^Bot /, '')),
);

const identify = z.object({
  token,
  intents: z.int().check(z.nonnegative()),
  properties: z.record(z.string(), z.unknown()),
  shard: z.optional(z.readonly(z.tuple([z.int(), z.int()]))),
  compress: z.optional(z.boolean()),
  large_threshold: z.optional(z.int().check(z.gte(50), z.lte(250))),
  presence: z.optional(z.unknown()),
});
export type Identify = z.infer<typeof identify>;

const resume = z.object({
  token,
  session_id: z.string(),
  seq: z.int().check(z.nonnegative()),
});
export type Resume = z.infer<typeof resume>;

/** By ids, or by the beginning of a name; an empty one means all members. */
const requestMembers = z.object({
  guild_id: z.string(),
  query: z.optional(z.string()),
  limit: z.optional(z.int().check(z.nonnegative())),
  user_ids: z.optional(z.union([z.string(), z.array(z.string()).check(z.maxLength(100))])),
  nonce: z.optional(z.string()),
});
export type RequestMembers = z.infer<typeof requestMembers>;

export function readFrame(text: string): z.infer<typeof frame> | null {
  try {
    return frame.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
export const readIdentify = (data: unknown): Identify | null =>
  identify.safeParse(data).data ?? null;
export const readResume = (data: unknown): Resume | null => resume.safeParse(data).data ?? null;
export const readRequestMembers = (data: unknown): RequestMembers | null =>
  requestMembers.safeParse(data).data ?? null;
