import type { Upload } from '../files.ts';
import type { MessageBody } from '../rest/bodies.ts';

/** Nothing to see: no text, embed, component, file or poll. */
export const isNothing = (body: MessageBody, uploads: readonly Upload[]): boolean =>
  (body.content ?? '').trim() === '' &&
  (body.embeds ?? []).length === 0 &&
  (body.components ?? []).length === 0 &&
  !body.poll &&
  uploads.length === 0;
