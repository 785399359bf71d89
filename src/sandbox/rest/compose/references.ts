/** Replies and forwards. */
import {
  MessageReferenceType,
  type APIMessage,
  type APIMessageSnapshotFields,
} from 'discord-api-types/v10';
import type { Issue } from '../../http/issue.ts';
import type { ChannelRow, MessageRow } from '../../world/rows.ts';
import type { World } from '../../world/world.ts';
import type { MessageBody } from '../../http/bodies.ts';
import { ApiError } from '../../http/errors.ts';

export interface Reference {
  readonly type: MessageReferenceType;
  readonly messageId: string;
  readonly channelId: string;
  readonly serverId: string | null;
}

/** The message a body refers to; null if none, or if it is missing and may be. */
export function referenceIn(
  world: World,
  body: MessageBody,
  channel: ChannelRow,
): Reference | null {
  const given = body.message_reference;
  if (!given) return null;
  const type = given.type ?? MessageReferenceType.Default;
  const channelId = type === MessageReferenceType.Forward ? given.channel_id : channel.id;
  if (!channelId) throw refusal(['channel_id'], 'BASE_TYPE_REQUIRED', 'This field is required');
  const row = world.messages.get(given.message_id);
  if (row && row.visibleTo === null && row.channelId === channelId && isReached(world, row)) {
    const { serverId } = world.channel(channelId) ?? { serverId: null };
    return { type, messageId: row.id, channelId, serverId };
  }
  const mayBeMissing = type === MessageReferenceType.Default && given.fail_if_not_exists === false;
  if (mayBeMissing) return null;
  throw refusal([], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
}

function refusal(path: Issue['path'], code: string, message: string): ApiError {
  return new ApiError('InvalidFormBody', [{ path: ['message_reference', ...path], code, message }]);
}

/** Whether the bot can read the channel of the message. */
function isReached(world: World, { channelId }: MessageRow): boolean {
  const channel = world.channel(channelId);
  if (!channel) return false;
  return channel.serverId === null || world.server(channel.serverId)?.hasBot === true;
}

export function referenceFields(world: World, reference: Reference): Partial<APIMessage> {
  const { type, messageId, channelId, serverId } = reference;
  const row = world.messages.get(messageId);
  const message_reference = {
    type,
    message_id: messageId,
    channel_id: channelId,
    ...(serverId !== null && { guild_id: serverId }),
  };
  if (type === MessageReferenceType.Forward) {
    return { message_reference, message_snapshots: row ? snapshotsOf(row.body) : [] };
  }
  const { referenced_message: _, reactions: __, ...flat } = row?.body ?? {};
  return { message_reference, referenced_message: row ? (flat as APIMessage) : null };
}

/** A forward of a forward shows the original message. */
function snapshotsOf(body: APIMessage): NonNullable<APIMessage['message_snapshots']> {
  if (body.message_snapshots) return body.message_snapshots;
  const { type, content, embeds, attachments, timestamp, edited_timestamp, flags } = body;
  const { mentions, mention_roles, components } = body;
  const message = {
    type,
    content,
    embeds,
    attachments,
    timestamp,
    edited_timestamp,
    flags,
    mentions,
    mention_roles,
    components,
  } as APIMessageSnapshotFields;
  return [{ message }];
}
