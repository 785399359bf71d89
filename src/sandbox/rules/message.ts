/** Messages: which parts can be combined, and their limits. */
import {
  ComponentType,
  MessageFlags,
  MessageReferenceType,
  type APIEmbed,
  type APIMessage,
} from 'discord-api-types/v10';
import { lengthOf } from '../protocol/lengths.ts';
import type { MessageBody } from '../http/bodies.ts';
import { addedUploads, attachmentIssues, keptAttachments, type Files } from './attachments.ts';
import { componentIssues, placedComponents, type Component, type Placed } from './components.ts';
import type { Issue } from '../http/issue.ts';
import { isAbsent, unservedFields } from './message-content.ts';

/** The schemas of channel messages allow the longer text of subscribers. */
const contentMax = 2_000;
const rowsMax = 5;
const componentsMax = 40;
const textMax = 4_000;
const embedsTextMax = 6_000;
const flagsAllowed =
  MessageFlags.SuppressEmbeds |
  MessageFlags.Ephemeral |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsVoiceMessage |
  MessageFlags.IsComponentsV2;

const onlyV2: ReadonlySet<ComponentType> = new Set([
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.Thumbnail,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
  ComponentType.Container,
]);

const notWithV2 = ['content', 'embeds', 'poll', 'sticker_ids'] as const;

/** A forward must not contain any of these. */
const notWithForward = [...notWithV2, 'components', 'attachments'] as const;

export interface MessageContext extends Files {
  readonly old: APIMessage | null;
}

export function messageIssues(body: MessageBody, context: MessageContext): Issue[] {
  const flags = (body.flags ?? 0) | (context.old?.flags ?? 0);
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const placed = placedComponents(body.components ?? [], ['components']);
  return [
    ...flagIssues(body),
    ...unservedIssues(body),
    ...forwardIssues(body, context),
    ...contentIssues(body),
    ...(isV2 ? v2Issues(body, placed, context.old) : legacyIssues(body, placed)),
    ...componentIssues(placed),
    ...embedIssues(body.embeds ?? []),
    ...mentionIssues(body),
    ...attachmentIssues(body, context),
    ...mediaIssues(placed, context, body),
  ];
}

function flagIssues(body: MessageBody): Issue[] {
  const flags = body.flags ?? 0;
  if (Number.isInteger(flags) && (flags & ~flagsAllowed) === 0) return [];
  const message = 'Only SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS, IS_VOICE_MESSAGE and ';
  const code = 'MESSAGE_FLAGS_INVALID';
  return [{ path: ['flags'], code, message: `${message}IS_COMPONENTS_V2 can be set` }];
}

/** Refused, because a bot would otherwise assume that people see it. */
function unservedIssues(body: MessageBody): Issue[] {
  const given = body as Readonly<Record<string, unknown>>;
  return Object.entries(unservedFields)
    .filter(([key]) => !isAbsent(given[key]))
    .map(([key, message]) => ({ path: [key], code: 'SANDBOX_NOT_SERVED', message }));
}

function forwardIssues(body: MessageBody, { uploads }: MessageContext): Issue[] {
  if (body.message_reference?.type !== MessageReferenceType.Forward) return [];
  const extra = notWithForward.filter((key) => !isAbsent(body[key]));
  const said = extra.length > 0 || uploads.length === 0 ? extra : (['attachments'] as const);
  const message = 'A forward must not contain anything else';
  return said.map((key) => ({ path: [key], code: 'MESSAGE_FORWARD_CANNOT_HAVE_CONTENT', message }));
}

function contentIssues({ content }: MessageBody): Issue[] {
  if (lengthOf(content ?? '') <= contentMax) return [];
  const message = `Must be ${contentMax} or fewer in length.`;
  return [{ path: ['content'], code: 'BASE_TYPE_MAX_LENGTH', message }];
}

/** Fields missing from an edit are kept, so text and embeds must be removed with null. */
function v2Issues(
  body: MessageBody,
  placed: readonly Placed[],
  old: MessageContext['old'],
): Issue[] {
  const issues: Issue[] = [];
  for (const key of notWithV2) {
    const before = key === 'sticker_ids' ? undefined : old?.[key];
    if (isAbsent(body[key] === undefined ? before : body[key])) continue;
    const message = `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
    issues.push({ path: [key], code, message });
  }
  if (placed.length > componentsMax) {
    const message = `The maximum number of components is ${componentsMax}, nested ones included`;
    const code = 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED';
    issues.push({ path: ['components'], code, message });
  }
  const text = placed
    .filter(({ component }) => component.type === ComponentType.TextDisplay)
    .reduce((sum, { component }) => sum + lengthOf(component['content'] as string), 0);
  if (text > textMax) {
    const message = `The text of all components together exceeds ${textMax} characters`;
    const code = 'COMPONENT_MAX_TOTAL_TEXT_EXCEEDED';
    issues.push({ path: ['components'], code, message });
  }
  return issues;
}

function legacyIssues(body: MessageBody, placed: readonly Placed[]): Issue[] {
  const issues: Issue[] = [];
  if ((body.components ?? []).length > rowsMax) {
    const message = `Must be ${rowsMax} or fewer in length.`;
    issues.push({ path: ['components'], code: 'BASE_TYPE_MAX_LENGTH', message });
  }
  for (const { component, path } of placed) {
    if (!onlyV2.has(component.type)) continue;
    const message = 'Value of field "type" must be one of (1,) without IS_COMPONENTS_V2.';
    issues.push({ path: [...path, 'type'], code: 'UNION_TYPE_CHOICES', message });
  }
  return issues;
}

function embedIssues(embeds: readonly APIEmbed[]): Issue[] {
  const issues: Issue[] = [];
  let total = 0;
  embeds.forEach((embed, index) => {
    const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
    const fields = embed.fields ?? [];
    total += [...texts, ...fields.flatMap((field) => [field.name, field.value])]
      .map((text) => lengthOf(text ?? ''))
      .reduce((sum, length) => sum + length, 0);
    const pictures = [embed.image?.url, embed.thumbnail?.url];
    if ([...texts, ...pictures].every((part) => !part) && fields.length === 0) {
      const message = 'This field is required';
      const path = ['embeds', index, 'description'];
      issues.push({ path, code: 'BASE_TYPE_REQUIRED', message });
    }
    fields.forEach((field, position) => {
      for (const key of ['name', 'value'] as const) {
        if (field[key].trim() !== '') continue;
        const message = 'This field is required';
        const path = ['embeds', index, 'fields', position, key];
        issues.push({ path, code: 'BASE_TYPE_REQUIRED', message });
      }
    });
  });
  if (total > embedsTextMax) {
    const message = `Embed size exceeds maximum size of ${embedsTextMax}`;
    issues.push({ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message });
  }
  return issues;
}

function mentionIssues(body: MessageBody): Issue[] {
  const allowed = body.allowed_mentions;
  return (['users', 'roles'] as const).flatMap((kind) => {
    if (!allowed?.parse?.includes(kind) || (allowed[kind] ?? []).length === 0) return [];
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    const path = ['allowed_mentions'];
    return [{ path, code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message }];
  });
}

/** `attachment://` refers to this message's attachments; a file component allows nothing else. */
function mediaIssues(
  placed: readonly Placed[],
  context: MessageContext,
  body: MessageBody,
): Issue[] {
  const kept = keptAttachments(body, context.old);
  const names = new Set([
    ...addedUploads(body, context).map((upload) => upload.name),
    ...(body.attachments ?? []).map((entry) => entry.filename),
    ...kept.map((attachment) => attachment.filename),
  ]);
  return placed.flatMap(({ component, path }) =>
    mediaOf(component).flatMap(({ url, at }) => {
      const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
      const mustBeAttached = name !== undefined || component.type === ComponentType.File;
      const isKept = kept.some((attachment) => attachment.url === url);
      if (!mustBeAttached || isKept || (name !== undefined && names.has(name))) return [];
      const message = `${url} is not an attachment of this message`;
      const code = 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND';
      return [{ path: [...path, ...at, 'url'], code, message }];
    }),
  );
}

interface Media {
  readonly url: string;
  readonly at: Issue['path'];
}

const media = (value: unknown, ...at: Issue['path']): Media => ({
  url: (value as { readonly url: string }).url,
  at,
});

function mediaOf(component: Component): Media[] {
  switch (component.type) {
    case ComponentType.File:
      return [media(component['file'], 'file')];
    case ComponentType.Thumbnail:
      return [media(component['media'], 'media')];
    case ComponentType.MediaGallery:
      return (component['items'] as readonly { readonly media: unknown }[]).map((item, index) =>
        media(item.media, 'items', index, 'media'),
      );
    default:
      return [];
  }
}
