/**
 * Keys that no schema of a request names and that correct bots send all the same: discord.js adds
 * some to every message, and sends embeds, attachments and commands back as it got them.
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

/** An emoji of a button or an option: discord.js says of each whether it moves. */
const ofEmoji = ['animated'];

/** As discord.js names them in its own class. */
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
