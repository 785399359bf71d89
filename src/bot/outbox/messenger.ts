/** Sends messages by plain requests, so that discord.js caches no channel or message. */
import {
  DiscordAPIError,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js';
import type { DiscordUserId } from '../../bank/index.ts';
import { boundedMap } from '../../lib/bounded-map.ts';
import type { Logger } from '../../log/logger.ts';
import type { Rendered } from '../cards/render.ts';

/** `closed`: the person does not accept messages from the bot, so a retry is useless. */
export type Delivery = 'sent' | 'closed';

export interface MessagePlace {
  readonly channelId: string;
  readonly messageId: string;
}

export interface Messenger {
  /**
   * Throws when a retry may help. `mark` has at most 25 characters; within a few minutes, Discord
   * does not send a second message with the same mark.
   */
  send(person: DiscordUserId, rendered: Rendered, mark: string): Promise<Delivery>;
  /** Posts into a channel and returns the message's id; throws when that failed. */
  post(channelId: string, rendered: Rendered, mark: string, replyTo?: string): Promise<string>;
  /** Replaces a message of the bot; throws when that failed. */
  edit(place: MessagePlace, rendered: Rendered): Promise<void>;
}

const channelsMax = 5_000;
const noMutualServer = 50_278;
const finalCodes: readonly (number | string)[] = [
  RESTJSONErrorCodes.CannotSendMessagesToThisUser,
  RESTJSONErrorCodes.UnknownUser,
  RESTJSONErrorCodes.InvalidRecipients,
  noMutualServer,
];

/**
 * A short code for why a message was not sent, with Discord's number if Discord refused it. An
 * error while building the message is a defect and is logged.
 */
export function unsentReason(error: unknown, logger: Logger, command: string): string {
  if (error instanceof DiscordAPIError) return `DISCORD_${error.code}`;
  if (error instanceof TypeError || error instanceof RangeError) {
    logger.event('bot.failed', { command, step: 'send' }, error);
  }
  return 'NOT_SENT';
}

const bodyOf = ({ container }: Rendered) => ({
  components: [container],
  flags: MessageFlags.IsComponentsV2,
  allowed_mentions: { parse: [] },
});

export function createMessenger(rest: REST): Messenger {
  const channels = boundedMap<DiscordUserId, string>(channelsMax);
  const channelOf = async (person: DiscordUserId): Promise<string> => {
    const known = channels.get(person);
    if (known !== undefined) return known;
    const made = (await rest.post(Routes.userChannels(), {
      body: { recipient_id: person },
    })) as RESTPostAPICurrentUserCreateDMChannelResult;
    channels.set(person, made.id);
    return made.id;
  };
  const post: Messenger['post'] = async (channelId, rendered, mark, replyTo) => {
    const files = rendered.attachments.map(({ name, bytes }) => ({
      name,
      data: Buffer.from(bytes),
    }));
    const reply = { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
    const body = {
      ...bodyOf(rendered),
      nonce: mark,
      enforce_nonce: true,
      ...(replyTo === undefined ? {} : reply),
    };
    const route = Routes.channelMessages(channelId);
    const made = (await rest.post(route, { body, files })) as RESTPostAPIChannelMessageResult;
    return made.id;
  };
  return {
    post,
    edit: async ({ channelId, messageId }, rendered) => {
      const body = { ...bodyOf(rendered), attachments: [] };
      await rest.patch(Routes.channelMessage(channelId, messageId), { body });
    },
    send: async (person, rendered, mark) => {
      try {
        await post(await channelOf(person), rendered, mark);
        return 'sent';
      } catch (error) {
        if (error instanceof DiscordAPIError && finalCodes.includes(error.code)) return 'closed';
        throw error;
      }
    },
  };
}
