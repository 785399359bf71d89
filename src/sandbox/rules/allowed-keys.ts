/**
 * Keys that are in no request schema but that correct bots send: discord.js adds some to every
 * message, and sends embeds, attachments and commands back as received.
 */
const withEveryMessage = ['tts', 'enforce_nonce', 'nonce'];

const ofReceivedEmbeds = [
  'type',
  'provider',
  'video',
  'proxy_url',
  'proxy_icon_url',
  'width',
  'height',
  'content_type',
  'placeholder',
  'placeholder_version',
  'flags',
];

const ofReceivedMedia = ['id', 'attachment_id', 'loading_state', 'name', 'size'];

/** Emoji of buttons and options: discord.js always sends `animated`. */
const ofEmoji = ['animated'];

/** As named in discord.js's Attachment class. */
const ofReceivedAttachments = [
  'attachment',
  'url',
  'proxyURL',
  'contentType',
  'ephemeral',
  'duration',
];

const ofReceivedCommands = [
  'application_id',
  'version',
  'guild_id',
  'nsfw',
  'name_localized',
  'description_localized',
];

export const allowedKeys: ReadonlySet<string> = new Set([
  ...withEveryMessage,
  ...ofReceivedEmbeds,
  ...ofReceivedMedia,
  ...ofEmoji,
  ...ofReceivedAttachments,
  ...ofReceivedCommands,
]);
