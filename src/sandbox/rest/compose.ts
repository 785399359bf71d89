/** Turns the body a bot sends into the message Discord would answer with. */
import {
  MessageFlags,
  MessageType,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
} from 'discord-api-types/v10';
import { instant, type Clock } from '../../lib/clock.ts';
import type { Files } from '../files.ts';
import { userOf } from '../world/objects.ts';
import type { World } from '../world/world.ts';
import { addedUploads, keptAttachments } from '../rules/attachments.ts';
import { finishComponents, type MediaResolver } from './components.ts';
import type { MessageBody } from './bodies.ts';
import type { NamedUpload } from './read.ts';

export interface Composer {
  readonly world: World;
  readonly files: Files;
  readonly botUser: APIUser;
  readonly applicationId: string;
  readonly clock: Clock;
}

const nowText = ({ clock }: Composer): string => instant(clock.now()).toISOString();

export interface NewMessage {
  readonly id: string;
  readonly channelId: string;
  readonly type: MessageType;
  readonly flags: number;
  readonly body: MessageBody;
  readonly uploads: readonly NamedUpload[];
  /** Set when the message comes through an interaction's token. */
  readonly metadata?: APIMessageInteractionMetadata;
  readonly reference?: { readonly messageId: string; readonly serverId: string | null };
  /** Who is mentioned when the body does not say: webhooks parse only users. */
  readonly parseByDefault: readonly ('users' | 'roles' | 'everyone')[];
}

export function composeMessage(composer: Composer, message: NewMessage): APIMessage {
  const { body, channelId } = message;
  const attachments = attachmentsOf(composer, message, null);
  const resolve = mediaResolver(attachments);
  const content = (body.content ?? '').trim();
  return {
    id: message.id,
    channel_id: channelId,
    type: message.type,
    author: composer.botUser,
    content,
    ...mentionsOf(composer.world, { ...message, content }),
    mention_roles: [],
    timestamp: nowText(composer),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    attachments,
    embeds: (body.embeds ?? []).map((embed) => finishEmbed(embed, resolve)),
    components: finishComponents(body.components ?? [], resolve),
    flags: message.flags,
    ...(body.nonce !== undefined && body.nonce !== null && { nonce: body.nonce }),
    ...(message.metadata && {
      webhook_id: composer.applicationId,
      application_id: composer.applicationId,
      interaction_metadata: message.metadata,
    }),
    ...(message.reference && referenceOf(composer.world, { ...message, ...message.reference })),
  };
}

/** What the body does not name stays; naming attachments keeps only those. */
export function editMessage(
  composer: Composer,
  old: APIMessage,
  edit: Pick<NewMessage, 'body' | 'uploads' | 'parseByDefault'> & { readonly flags: number },
): APIMessage {
  const { body } = edit;
  const channelId = old.channel_id;
  const attachments =
    body.attachments === undefined && edit.uploads.length === 0
      ? old.attachments
      : attachmentsOf(composer, { ...edit, channelId }, old);
  const resolve = mediaResolver(attachments);
  const content = body.content === undefined ? old.content : (body.content ?? '').trim();
  return {
    ...old,
    content,
    ...(body.content !== undefined && mentionsOf(composer.world, { ...edit, content })),
    attachments,
    embeds:
      body.embeds === undefined
        ? old.embeds
        : (body.embeds ?? []).map((embed) => finishEmbed(embed, resolve)),
    components:
      body.components === undefined
        ? (old.components ?? [])
        : finishComponents(body.components ?? [], resolve),
    flags: edit.flags,
    edited_timestamp: nowText(composer),
  };
}

function attachmentsOf(
  { files }: Composer,
  message: Pick<NewMessage, 'body' | 'uploads' | 'flags'> & { readonly channelId: string },
  old: APIMessage | null,
): APIAttachment[] {
  const { body, uploads } = message;
  const ephemeral = (message.flags & MessageFlags.Ephemeral) !== 0;
  const entryOf = (id: string) => body.attachments?.find((entry) => `${entry.id}` === id);
  const kept = keptAttachments(body, old).map((attachment) => {
    const description = entryOf(attachment.id)?.description;
    return description ? { ...attachment, description } : attachment;
  });
  const added = addedUploads(body, { old, uploads }).map((upload) => {
    const entry = entryOf(upload.index);
    const row = files.add({ ...upload, name: entry?.filename ?? upload.name });
    const { channelId } = message;
    const description = entry?.description;
    return files.attachmentOf(row, {
      channelId,
      ephemeral,
      ...(description && { description }),
    });
  });
  return [...kept, ...added];
}

const mediaResolver =
  (attachments: readonly APIAttachment[]): MediaResolver =>
  (url) => {
    const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
    // An edit may send a picture back as it got it, by its own link.
    const attachment = attachments.find((one) => one.filename === name || one.url === url);
    return attachment ?? null;
  };

function finishEmbed(embed: APIEmbed, resolve: MediaResolver): APIEmbed {
  const media = <Part extends { url: string }>(part: Part | undefined): Part | undefined => {
    if (!part) return undefined;
    const attachment = resolve(part.url);
    return attachment ? { ...part, url: attachment.url, proxy_url: attachment.proxy_url } : part;
  };
  const image = media(embed.image);
  const thumbnail = media(embed.thumbnail);
  return {
    ...embed,
    type: 'rich' as never,
    ...(embed.fields && {
      fields: embed.fields.map((field) => ({ ...field, inline: field.inline ?? false })),
    }),
    ...(image && { image }),
    ...(thumbnail && { thumbnail }),
  };
}

function mentionsOf(
  world: World,
  message: Pick<NewMessage, 'body' | 'parseByDefault'> & { readonly content: string },
): Pick<APIMessage, 'mentions' | 'mention_everyone'> {
  const allowed = message.body.allowed_mentions;
  const parse: readonly string[] = allowed ? (allowed.parse ?? []) : message.parseByDefault;
  const ids = [...message.content.matchAll(/<@!?(\d+)>/g)].map((match) => match[1] ?? '');
  const mentions = [...new Set(ids)]
    .filter((id) => parse.includes('users') || allowed?.users?.includes(id))
    .flatMap((id) => world.person(id) ?? [])
    .map(userOf);
  const everyone = /@(everyone|here)\b/.test(message.content) && parse.includes('everyone');
  return { mentions, mention_everyone: everyone };
}

function referenceOf(
  world: World,
  message: {
    readonly channelId: string;
    readonly messageId: string;
    readonly serverId: string | null;
  },
) {
  const referenced = world.messages.get(message.messageId)?.body;
  const { referenced_message: _, ...flat } = referenced ?? {};
  return {
    message_reference: {
      type: 0,
      message_id: message.messageId,
      channel_id: message.channelId,
      ...(message.serverId !== null && { guild_id: message.serverId }),
    },
    referenced_message: referenced ? (flat as APIMessage) : null,
  };
}
