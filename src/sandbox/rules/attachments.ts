/** Files of a message: an edit lists all remaining ones, old ones by id and new ones by index. */
import type { APIAttachment, APIMessage } from 'discord-api-types/v10';
import type { MessageBody } from '../http/bodies.ts';
import type { NamedUpload } from '../http/read.ts';
import type { Issue } from '../http/issue.ts';

const attachmentsMax = 10;

export interface Files {
  /** The message being edited, or null. */
  readonly old: Pick<APIMessage, 'attachments'> | null;
  readonly uploads: readonly Pick<NamedUpload, 'index' | 'name'>[];
}

/** Old attachments that an edit keeps: all of them if it lists none. */
export function keptAttachments(
  { attachments: named }: MessageBody,
  old: Files['old'],
): readonly APIAttachment[] {
  const all = old?.attachments ?? [];
  if (named === undefined) return all;
  return all.filter(({ id }) => named?.some((entry) => `${entry.id}` === id));
}

/** A new message gets all uploads; an edit that lists attachments gets only those. */
export function addedUploads<Added extends Files['uploads'][number]>(
  { attachments: named }: MessageBody,
  files: { readonly old: Files['old']; readonly uploads: readonly Added[] },
): readonly Added[] {
  if (files.old === null || named === undefined) return files.uploads;
  return files.uploads.filter(({ index }) => named?.some((entry) => `${entry.id}` === index));
}

export function attachmentIssues(body: MessageBody, files: Files): Issue[] {
  const known = new Set([
    ...(files.old?.attachments ?? []).map(({ id }) => id),
    ...files.uploads.map(({ index }) => index),
  ]);
  const unknown = (body.attachments ?? []).flatMap(({ id }, index): Issue[] => {
    if (known.has(`${id}`)) return [];
    const code = 'ATTACHMENT_NOT_FOUND';
    return [{ path: ['attachments', index], code, message: 'Attachment data not found' }];
  });
  const count = keptAttachments(body, files.old).length + addedUploads(body, files).length;
  if (count <= attachmentsMax) return unknown;
  const message = `Must be ${attachmentsMax} or fewer in length.`;
  return [...unknown, { path: ['attachments'], code: 'BASE_TYPE_MAX_LENGTH', message }];
}
