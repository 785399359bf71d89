/** Turns a request body into the message that Discord would return. */
import {
  ComponentType,
  MessageFlags,
  MessageType,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageInteraction,
  type APIMessageInteractionMetadata,
  type APIUser,
} from 'discord-api-types/v10';
import { instant, type Clock } from '../../../lib/clock.ts';
import type { Files } from '../../world/files.ts';
import { mentionsIn, type MentionKind, type Mentions } from '../../world/mentions.ts';
import type { World } from '../../world/world.ts';
import { addedUploads, keptAttachments } from '../../rules/attachments.ts';
import { everyComponent, finishComponents, type MediaResolver } from './components.ts';
import type { MessageBody } from '../../http/bodies.ts';
import type { NamedUpload } from '../../http/read.ts';
import { referenceFields, type Reference } from './references.ts';

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
  /** Set if the message was sent through an interaction's token. */
  readonly metadata?: APIMessageInteractionMetadata;
  /** The command it answers: the older field, before `metadata`. */
  readonly usedCommand?: APIMessageInteraction;
  readonly reference?: Reference;
  /** The default of `allowed_mentions.parse`: only users for webhooks. */
  readonly parseByDefault: readonly MentionKind[];
}

export function composeMessage(composer: Composer, message: NewMessage): APIMessage {
  const { body, channelId } = message;
  const attachments = attachmentsOf(composer, message, null);
  const resolve = mediaResolver(attachments);
  const content = (body.content ?? '').trim();
  const components = finishComponents(body.components ?? [], resolve);
  const reference = message.reference && referenceFields(composer.world, message.reference);
  const isForward = reference?.message_snapshots !== undefined;
  return {
    id: message.id,
    channel_id: channelId,
    type: message.type,
    author: composer.botUser,
    content,
    ...mentionsOf(composer, { ...message, content, components }, reference?.referenced_message),
    timestamp: nowText(composer),
    edited_timestamp: null,
    tts: body.tts ?? false,
    pinned: false,
    attachments,
    embeds: (body.embeds ?? []).map((embed) => finishEmbed(embed, resolve)),
    components,
    flags: isForward ? message.flags | MessageFlags.HasSnapshot : message.flags,
    ...(body.nonce !== undefined && body.nonce !== null && { nonce: body.nonce }),
    ...(message.metadata && {
      webhook_id: composer.applicationId,
      application_id: composer.applicationId,
      interaction_metadata: message.metadata,
    }),
    ...(message.usedCommand && { interaction: message.usedCommand }),
    ...reference,
  };
}

/** Fields missing from the body are kept; listing attachments keeps only those. */
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
  const components =
    body.components === undefined
      ? (old.components ?? [])
      : finishComponents(body.components ?? [], resolve);
  const saysMore = body.content !== undefined || body.components !== undefined;
  const said = { ...edit, channelId, content, components };
  return {
    ...old,
    content,
    ...(saysMore && mentionsOf(composer, said, old.referenced_message)),
    attachments,
    embeds:
      body.embeds === undefined
        ? old.embeds
        : (body.embeds ?? []).map((embed) => finishEmbed(embed, resolve)),
    components,
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
    // An edit may send a picture back by the link it was received with.
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

/** A reply mentions the author it answers, unless the body turns that off. */
function mentionsOf(
  { world, botUser }: Composer,
  message: Pick<NewMessage, 'body' | 'parseByDefault' | 'channelId'> &
    Pick<APIMessage, 'content' | 'components'>,
  replied: APIMessage | null | undefined,
): Mentions {
  const { channelId, body, content, components, parseByDefault } = message;
  const { allowed_mentions: given } = body;
  const shown = [...everyComponent(components)]
    .filter(({ type }) => type === ComponentType.TextDisplay)
    .map((text) => text['content'] as string);
  const allowed = given ? { ...given, parse: given.parse ?? [] } : { parse: parseByDefault };
  const place = { world, bot: botUser, channelId };
  const found = mentionsIn([content, ...shown].join('\n'), place, allowed);
  const isReplied = given ? given.replied_user === true : parseByDefault.includes('everyone');
  const author = isReplied ? replied?.author : undefined;
  if (!author || found.mentions.some(({ id }) => id === author.id)) return found;
  return { ...found, mentions: [...found.mentions, author] };
}
