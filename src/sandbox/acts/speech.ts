/** What people write themselves: messages, replies, forwards and edits; and posts of other apps. */
import {
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIMessage,
  type APIUser,
} from 'discord-api-types/v10';
import { instant, type Clock } from '../../lib/clock.ts';
import type { NewChatMessage, NewPost } from '../protocol/protocol.ts';
import { Refusal } from '../protocol/refusal.ts';
import { referenceFields } from '../rest/compose/references.ts';
import type { Files } from '../world/files.ts';
import { mentionsIn, type Mentions } from '../world/mentions.ts';
import { botUserOf, userOf } from '../world/objects.ts';
import type { MessageRow } from '../world/rows.ts';
import type { World } from '../world/world.ts';
import { placeOf } from './place.ts';

export interface SpeechDeps {
  readonly world: World;
  readonly files: Files;
  readonly clock: Clock;
  readonly application: { readonly id: string; readonly name: string };
}

type Said = Pick<NewChatMessage, 'channelId' | 'content' | 'attachments'>;

export function say(deps: SpeechDeps, personId: string, said: NewChatMessage): MessageRow {
  const { person, channel } = placeOf(deps.world, personId, said.channelId);
  const content = said.content.trim();
  const author = userOf(person);
  if (said.forwards !== undefined) {
    if (content !== '') throw new Refusal(400, 'A forward has no text of its own');
    const source = seenBy(deps, personId, said.forwards);
    return put(deps, { author, said: { channelId: channel.id, content: '' }, forwards: source });
  }
  if (content === '' && (said.attachments ?? []).length === 0) {
    throw new Refusal(400, 'The message is empty');
  }
  const replied = said.repliesTo === undefined ? null : seenBy(deps, personId, said.repliesTo);
  if (replied && replied.channelId !== channel.id) throw new Refusal(404, 'Message not found');
  return put(deps, { author, said: { ...said, content }, ...(replied && { replied }) });
}

/** A message of a webhook or of another app, which the sandbox does not run. */
export function post(deps: SpeechDeps, { channelId, content, name, by }: NewPost): MessageRow {
  if (!deps.world.channel(channelId)) throw new Refusal(404, 'Channel not found');
  const author = botUserOf({ id: deps.world.ids.next(), name });
  return put(deps, { author, said: { channelId, content }, isWebhook: by === 'webhook' });
}

/** Only the person's own text. */
export function edit(
  deps: SpeechDeps,
  personId: string,
  change: { readonly messageId: string; readonly content: string },
): MessageRow {
  const row = ownOf(deps, personId, change.messageId);
  const content = change.content.trim();
  if (content === '') throw new Refusal(400, 'The message is empty');
  const edited_timestamp = instant(deps.clock.now()).toISOString();
  const mentions = mentionsOf(deps, row.channelId, content);
  const edited = { ...row, body: { ...row.body, content, ...mentions, edited_timestamp } };
  deps.world.messages.put(edited);
  return edited;
}

/** A person's own message, which they may change or delete. */
export function ownOf({ world }: SpeechDeps, personId: string, messageId: string): MessageRow {
  const row = world.messages.get(messageId);
  if (row?.body.author.id !== personId) throw new Refusal(404, 'Message not found');
  return row;
}

function seenBy({ world }: SpeechDeps, personId: string, messageId: string): MessageRow {
  const row = world.messages.get(messageId);
  const isPublic = row?.visibleTo === null;
  if (!row || !isPublic) throw new Refusal(404, 'Message not found');
  placeOf(world, personId, row.channelId);
  return row;
}

const mentionsOf = ({ world, application }: SpeechDeps, channelId: string, text: string) =>
  mentionsIn(
    text,
    { world, bot: botUserOf(application), channelId },
    { parse: ['users', 'roles', 'everyone'] },
  );

function referenceTo({ world }: SpeechDeps, row: MessageRow, type: MessageReferenceType) {
  const { serverId } = world.channel(row.channelId) ?? { serverId: null };
  const reference = { type, messageId: row.id, channelId: row.channelId, serverId };
  return referenceFields(world, reference);
}

/** A client's reply mentions the author of the message it answers. */
function withReplied(mentions: Mentions, replied: MessageRow): Mentions {
  const { author } = replied.body;
  const isNamed = mentions.mentions.some(({ id }) => id === author.id);
  return isNamed ? mentions : { ...mentions, mentions: [...mentions.mentions, author] };
}

function put(
  deps: SpeechDeps,
  what: {
    readonly author: APIUser;
    readonly said: Said;
    readonly replied?: MessageRow;
    readonly forwards?: MessageRow;
    readonly isWebhook?: boolean;
  },
): MessageRow {
  const { world, files, clock } = deps;
  const { author, said, replied, forwards, isWebhook = false } = what;
  const { channelId, content, attachments = [] } = said;
  const id = world.ids.next();
  const mentions = mentionsOf(deps, channelId, content);
  const body: APIMessage = {
    id,
    channel_id: channelId,
    type: replied ? MessageType.Reply : MessageType.Default,
    author,
    content,
    timestamp: instant(clock.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...(replied ? withReplied(mentions, replied) : mentions),
    attachments: attachments.map((fileId) => {
      const file = files.row(fileId);
      if (!file) throw new Refusal(404, 'File not found');
      return files.attachmentOf(file, { channelId, ephemeral: false });
    }),
    embeds: [],
    components: [],
    flags: (forwards ? MessageFlags.HasSnapshot : 0) as MessageFlags,
    ...(isWebhook && { webhook_id: author.id }),
    ...(replied && referenceTo(deps, replied, MessageReferenceType.Default)),
    ...(forwards && referenceTo(deps, forwards, MessageReferenceType.Forward)),
  };
  const row: MessageRow = { id, channelId, visibleTo: null, usedCommand: null, body };
  world.messages.put(row);
  return row;
}
