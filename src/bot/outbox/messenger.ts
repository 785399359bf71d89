/** Sends messages by plain requests, so that discord.js caches no channel or message. */
import {
  DiscordAPIError,
  HTTPError,
  MessageFlags,
  type REST,
  RESTJSONErrorCodes,
  type RESTGetAPIChannelMessagesResult,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js';
import type { DiscordUserId } from '../../bank/index.ts';
import { boundedMap } from '../../lib/bounded-map.ts';
import type { Logger } from '../../log/logger.ts';
import { filesOf } from '../cards/answers.ts';
import type { Rendered } from '../cards/render.ts';

/** Another value: why Discord takes no message to the person, so that a retry is useless. */
export type Delivery = 'sent' | 'CLOSED' | 'NO_SERVER' | 'GONE';

export interface SendOptions {
  /** The person's device makes no sound. */
  readonly isQuiet?: boolean;
}

export interface MessagePlace {
  readonly channelId: string;
  readonly messageId: string;
}

export interface Messenger {
  /**
   * Throws when a retry may help. `mark` has at most 25 characters; within a few minutes, Discord
   * does not send a second message with the same mark.
   */
  send(
    person: DiscordUserId,
    rendered: Rendered,
    mark: string,
    options?: SendOptions,
  ): Promise<Delivery>;
  /** Posts into a channel and returns the message's id; throws when that failed. */
  post(channelId: string, rendered: Rendered, mark: string, replyTo?: string): Promise<string>;
  /**
   * The newest message with such a custom id among the 50 after another one; null if there is none.
   * Throws when that failed.
   */
  find(
    place: { readonly channelId: string; readonly after: string },
    isWanted: (customId: string) => boolean,
  ): Promise<string | null>;
  /** Replaces a message of the bot; throws when that failed. */
  edit(place: MessagePlace, rendered: Rendered): Promise<void>;
}

const channelsMax = 5_000;
const foundAmong = 50;
/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const refusals = new Map<number | string, Exclude<Delivery, 'sent'>>([
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'CLOSED'],
  // No server in common.
  [50_278, 'NO_SERVER'],
  [RESTJSONErrorCodes.UnknownUser, 'GONE'],
  [RESTJSONErrorCodes.InvalidRecipients, 'GONE'],
]);

/** The message could not be built. */
export const isDefect = (error: unknown): boolean =>
  error instanceof TypeError || error instanceof RangeError;

/**
 * A short code for why a message was not sent, with Discord's number if Discord refused it. An
 * error while building the message is a defect and is logged.
 */
export function unsentReason(error: unknown, logger: Logger, command: string): string {
  if (error instanceof DiscordAPIError) return `DISCORD_${error.code}`;
  if (isDefect(error)) {
    logger.event('bot.failed', { command, step: 'send' }, error);
  }
  return 'NOT_SENT';
}

/**
 * Whether Discord has sent the message although the request failed: it did not if it refused it or
 * was not reached, and hardly if it answered with an error of its own.
 */
export function wasSent(error: unknown): 'no' | 'hardly' | 'perhaps' {
  if (error instanceof DiscordAPIError && error.status < 500) return 'no';
  if (error instanceof DiscordAPIError || error instanceof HTTPError) return 'hardly';
  const { code } = error as { readonly code?: unknown };
  const unreached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];
  return typeof code === 'string' && unreached.includes(code) ? 'no' : 'perhaps';
}

const bodyOf = ({ container }: Rendered, { isQuiet = false }: SendOptions = {}) => ({
  components: [container],
  flags: MessageFlags.IsComponentsV2 | (isQuiet ? MessageFlags.SuppressNotifications : 0),
  allowed_mentions: { parse: [] },
});

/** Of buttons and menus at any depth. */
function customIdsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'custom_id' in part && typeof part.custom_id === 'string' ? [part.custom_id] : [];
  return [...own, ...Object.values(part).flatMap(customIdsIn)];
}

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
  const postWith = async (
    channelId: string,
    rendered: Rendered,
    { mark, replyTo, ...options }: SendOptions & { mark: string; replyTo?: string | undefined },
  ): Promise<string> => {
    const files = filesOf(rendered);
    const reply = { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
    const body = {
      ...bodyOf(rendered, options),
      nonce: mark,
      enforce_nonce: true,
      ...(replyTo === undefined ? {} : reply),
    };
    const route = Routes.channelMessages(channelId);
    const made = (await rest.post(route, { body, files })) as RESTPostAPIChannelMessageResult;
    return made.id;
  };
  return {
    post: async (channelId, rendered, mark, replyTo) =>
      postWith(channelId, rendered, { mark, replyTo }),
    find: async ({ channelId, after }, isWanted) => {
      const query = new URLSearchParams({ after, limit: `${foundAmong}` });
      const route = Routes.channelMessages(channelId);
      const messages = (await rest.get(route, { query })) as RESTGetAPIChannelMessagesResult;
      const found = messages.find(({ components }) => customIdsIn(components).some(isWanted));
      return found?.id ?? null;
    },
    edit: async ({ channelId, messageId }, rendered) => {
      const body = { ...bodyOf(rendered), attachments: [] };
      await rest.patch(Routes.channelMessage(channelId, messageId), { body });
    },
    send: async (person, rendered, mark, options = {}) => {
      try {
        await postWith(await channelOf(person), rendered, { mark, ...options });
        return 'sent';
      } catch (error) {
        const refused = error instanceof DiscordAPIError ? refusals.get(error.code) : undefined;
        if (refused === undefined) throw error;
        return refused;
      }
    },
  };
}
