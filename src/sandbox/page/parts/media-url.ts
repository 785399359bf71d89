/** Addresses of a message's pictures and files. */
import type { ChatMessage } from '../../protocol/protocol.ts';
import { safeLink } from '../text/safe-link.ts';

/** Resolves `attachment://name` to the attachment's address; null if the address is not safe. */
export function mediaUrl(message: ChatMessage, url: string): string | null {
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  if (name === undefined) return safeLink(url);
  const file = message.attachments.find((attachment) => attachment.filename === name);
  return file ? safeLink(file.url) : null;
}

/** The attachments that no component shows. */
export function looseAttachments(message: ChatMessage): ChatMessage['attachments'] {
  const parts = JSON.stringify([message.components ?? [], message.embeds]);
  return message.attachments.filter(
    (file) =>
      !parts.includes(JSON.stringify(`attachment://${file.filename}`)) &&
      !parts.includes(JSON.stringify(file.url)),
  );
}

export const isPicture = (contentType: string | undefined, name: string): boolean =>
  contentType?.startsWith('image/') ?? /\.(png|jpe?g|gif|webp|avif|svg)$/i.test(name);

/** By the attachment's type, or by the file name in an external address. */
export function isVideo(message: ChatMessage, url: string): boolean {
  const file = message.attachments.find(
    (attachment) => attachment.url === url || url === `attachment://${attachment.filename}`,
  );
  return (
    file?.content_type?.startsWith('video/') ?? /\.(mp4|webm|mov)$/i.test(file?.filename ?? url)
  );
}

export const isAudio = (contentType: string | undefined): boolean =>
  contentType?.startsWith('audio/') ?? false;

export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(1)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
