import { MessageReferenceType } from 'discord-api-types/v10';
import type { Upload } from '../world/files.ts';
import type { MessageBody } from '../http/bodies.ts';

/** Message fields that the sandbox does not support, and the reason given when refusing them. */
export const unservedFields: Readonly<Record<string, string>> = {
  poll: 'The sandbox has no polls',
  sticker_ids: 'The sandbox has no stickers',
  shared_client_theme: 'The sandbox has no client themes',
  username: 'Answers to interactions cannot have another name or avatar',
  avatar_url: 'Answers to interactions cannot have another name or avatar',
  thread_name: 'The sandbox has no forum channels',
  applied_tags: 'The sandbox has no forum channels',
};

/** Missing or empty. */
export const isAbsent = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0);

/** Nothing visible: no text, embed, component or file, and no forward. */
export const isNothing = (body: MessageBody, uploads: readonly Upload[]): boolean =>
  (body.content ?? '').trim() === '' &&
  (body.embeds ?? []).length === 0 &&
  (body.components ?? []).length === 0 &&
  body.message_reference?.type !== MessageReferenceType.Forward &&
  uploads.length === 0;
