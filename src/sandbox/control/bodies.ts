import * as z from 'zod/mini';
import { Refusal } from '../protocol/refusal.ts';

/** The bodies of the control interface; see protocol.ts. */
const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));
const id = z.string().check(z.regex(/^\d{1,20}$/));
const optionValue = z.union([z.string(), z.number(), z.boolean()]);

const named = (max: number) => z.string().check(z.trim(), z.minLength(1), z.maxLength(max));

export const newPerson = z.strictObject({ displayName: named(32) });
export const personChange = z.strictObject({
  displayName: z.optional(named(32)),
  ownsApplication: z.optional(z.literal(true)),
  dmsClosed: z.optional(z.boolean()),
  locale: z.optional(text(10)),
});
export const browserLocale = z.strictObject({ locale: text(10) });
export const newChatMessage = z.strictObject({
  channelId: id,
  content: z.string().check(z.maxLength(2_000)),
  attachments: z.optional(z.array(id).check(z.maxLength(10))),
  repliesTo: z.optional(id),
  forwards: z.optional(id),
});
export const chatMessageChange = z.strictObject({ content: z.string().check(z.maxLength(2_000)) });
export const newPost = z.strictObject({
  channelId: id,
  content: text(2_000),
  name: named(32),
  by: z.literal(['webhook', 'app']),
});
export const runCommand = z.strictObject({
  channelId: id,
  command: text(110),
  options: z.optional(z.record(z.string(), optionValue)),
  targetId: z.optional(id),
  unchecked: z.optional(z.boolean()),
});
export const askForChoices = z.strictObject({
  channelId: id,
  command: text(110),
  options: z.optional(z.record(z.string(), optionValue)),
  focused: text(32),
});
export const useComponent = z.strictObject({
  messageId: id,
  customId: text(100),
  values: z.optional(z.array(z.string()).check(z.maxLength(100))),
  unchecked: z.optional(z.boolean()),
});
const fieldValue = z.nullable(z.union([z.string(), z.boolean(), z.array(z.string())]));
export const submitModal = z.strictObject({
  fields: z.record(z.string(), fieldValue),
  unchecked: z.optional(z.boolean()),
});

export const newServer = z.strictObject({ name: named(100), ownerId: id });
export const serverChange = z.strictObject({
  name: z.optional(named(100)),
  ownerId: z.optional(id),
  hasBot: z.optional(z.boolean()),
  isPrivate: z.optional(z.boolean()),
});
export const memberChange = z.strictObject({ roles: z.array(id).check(z.maxLength(100)) });
export const roleChange = z.strictObject({
  name: z.optional(named(100)),
  color: z.optional(z.int().check(z.gte(0), z.lte(0xffffff))),
  permissions: z.optional(z.string().check(z.regex(/^\d{1,20}$/))),
});
export const commandPermissions = z.strictObject({
  permissions: z
    .array(z.strictObject({ id, type: z.literal([1, 2, 3]), permission: z.boolean() }))
    .check(z.maxLength(100)),
});
// As Discord's client does: lower case, with dashes instead of spaces.
const channelName = z.pipe(
  named(100),
  z.transform((name) => name.toLowerCase().replace(/\s+/g, '-')),
);
const topic = z.optional(z.string().check(z.maxLength(1_024)));
export const newChannel = z.strictObject({ name: channelName, topic });
export const channelChange = z.strictObject({ name: z.optional(channelName), topic });

export const anything = z.unknown();

export async function read<Schema extends z.ZodMiniType>(
  request: { json(): Promise<unknown> },
  schema: Schema,
): Promise<z.infer<Schema>> {
  let json: unknown;
  try {
    json = await request.json();
  } catch {
    throw new Refusal(400, 'The body is not valid JSON');
  }
  const result = schema.safeParse(json, { error: z.locales.en().localeError });
  if (result.success) return result.data;
  throw new Refusal(400, z.prettifyError(result.error));
}
