/** Messages of the bot: how they are stored, and how an edit changes them. */
import { type Body, isJson, type Json, objectsIn } from './body.ts';
import { checkMessage, flag } from './rules/message.ts';
import type { Channel, Stored, User, World } from './world.ts';
import { snowflake } from './world.ts';

const cdn = 'http://cdn.invalid';

/** The id that a file has in its address. */
export const fileAddress = (id: string, name: string): string => `${cdn}/attachments/${id}/${name}`;

/** Ids from 1, and the addresses of files in place of their names, as Discord returns them. */
function finished(parts: unknown, addresses: ReadonlyMap<string, string>): unknown {
  const given = new Set<number>();
  JSON.stringify(parts, (key, value: unknown) => {
    if (key === 'id' && typeof value === 'number') given.add(value);
    return value;
  });
  let next = 0;
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (!isJson(part)) return part;
    const url = typeof part['url'] === 'string' ? /^attachment:\/\/(.+)$/.exec(part['url']) : null;
    if (url !== null) return { ...part, url: addresses.get(url[1]!), proxy_url: url[1] };
    if (typeof part['type'] !== 'number') return mapped(part);
    if (part['id'] !== undefined && part['id'] !== 0) return mapped(part);
    do next += 1;
    while (given.has(next));
    return { id: next, ...mapped(part) };
  };
  const mapped = (part: Json): Json =>
    Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]));
  return walk(parts);
}

function storeFiles(world: World, { files }: Body): Map<string, string> {
  const stored = new Map<string, string>();
  for (const upload of files.values()) {
    const id = snowflake();
    world.files.set(id, upload);
    stored.set(id, upload.name);
  }
  return stored;
}

const attachmentsOf = (world: World, files: ReadonlyMap<string, string>) =>
  [...files].map(([id, filename]) => {
    const url = fileAddress(id, filename);
    return { id, filename, size: world.files.get(id)!.bytes.length, url, proxy_url: url };
  });

const addressesOf = (files: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...files].map(([id, name]) => [name, fileAddress(id, name)]));

export interface Sending {
  readonly channel: Channel;
  readonly author: User;
  /** Of the answer to an interaction. */
  readonly metadata?: object;
  readonly viewer?: string;
  /** 0 for a message, 20 for the answer to a command, 19 for an answer to a message. */
  readonly type?: number;
}

/** Without a check: `flags` are those of a checked body. */
export function store(world: World, body: Body, flags: number, sending: Sending): Stored {
  const { channel, author, metadata, viewer = null, type = 0 } = sending;
  const json = isJson(body.json) ? body.json : {};
  const files = storeFiles(world, body);
  const id = snowflake();
  const stored: Stored = {
    channel,
    viewer,
    files,
    isDeleted: false,
    json: {
      id,
      channel_id: channel.id,
      type,
      author,
      content: json['content'] ?? '',
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: attachmentsOf(world, files),
      embeds: json['embeds'] ?? [],
      components: finished(json['components'] ?? [], addressesOf(files)),
      pinned: false,
      flags,
      ...(json['nonce'] !== undefined && { nonce: json['nonce'] }),
      ...(isJson(json['message_reference']) && { message_reference: json['message_reference'] }),
      ...(metadata && {
        application_id: world.bot.id,
        webhook_id: world.bot.id,
        interaction_metadata: metadata,
      }),
    },
  };
  world.messages.set(id, stored);
  return stored;
}

/** Throws 50035. */
export function edit(world: World, stored: Stored, body: Body): Stored {
  const { flags, ...before } = stored.json;
  const rules = { edited: { flags, files: stored.files }, mayBeEmpty: true };
  const next = checkMessage(body, rules) & ~flag.loading;
  const json = isJson(body.json) ? body.json : {};
  const described = json['attachments'];
  const keptIds = objectsIn(described).map(({ id }) => String(id));
  const kept = [...stored.files].filter(
    ([id]) => described === undefined || described === null || keptIds.includes(id),
  );
  const files = new Map([...kept, ...storeFiles(world, body)]);
  const { components, content, embeds } = json;
  stored.files = files;
  stored.json = {
    ...before,
    ...(content !== undefined && { content }),
    ...(embeds !== undefined && { embeds }),
    ...(components !== undefined && { components: finished(components, addressesOf(files)) }),
    attachments: attachmentsOf(world, files),
    edited_timestamp: new Date().toISOString(),
    flags: next,
  };
  return stored;
}
