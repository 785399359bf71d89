import { MessageReferenceType } from 'discord-api-types/v10';
import type { Upload } from '../world/files.ts';
import type { MessageBody } from '../http/bodies.ts';

/** Fields of messages that the sandbox has no use for, and why it refuses them. */
export const unservedFields: Readonly<Record<string, string>> = {
  poll: 'The sandbox has no polls',
  sticker_ids: 'The sandbox has no stickers',
  shared_client_theme: 'The sandbox has no client themes',
  username: 'Answers to interactions come from the bot itself',
  avatar_url: 'Answers to interactions come from the bot itself',
  thread_name: 'The sandbox has no forum channels',
  applied_tags: 'The sandbox has no forum channels',
};

/** Not given, or given as nothing. */
export const isAbsent = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** Nothing to see: no text, embed, component or file, and nothing forwarded. */
export const isNothing = (body: MessageBody, uploads: readonly Upload[]): boolean =>
  (body.content ?? '').trim() === '' &&
  (body.embeds ?? []).length === 0 &&
  (body.components ?? []).length === 0 &&
  body.message_reference?.type !== MessageReferenceType.Forward &&
  uploads.length === 0;
