/**
 * The bot's router behind an unmodified discord.js client, with the network in memory. Interactions
 * go in as Discord payloads, and the bot's requests are recorded. For tests of thousands of steps.
 */
import { Client, Events, InteractionContextType, InteractionType } from 'discord.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { Dispatcher } from 'undici';
import type { Bank } from '../../../src/bank/bank.ts';
import { clientOptions } from '../../../src/bot/connection.ts';
import { createRoleMembers } from '../../../src/bot/members/role.ts';
import { createMessenger } from '../../../src/bot/outbox/messenger.ts';
import { summariesOf, type Registry } from '../../../src/bot/command/registry.ts';
import { startExpiry } from '../../../src/bot/settle/expiry.ts';
import { startResolver } from '../../../src/bot/settle/resolver.ts';
import { createRouter } from '../../../src/bot/stages/router.ts';
import { createMemberFinder } from '../../../src/bot/talk/members.ts';
import { createSettler } from '../../../src/bot/settle/settling.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { notesIn } from '../../../src/lib/notes.ts';
import type { Logger } from '../../../src/log/logger.ts';
import type { Principal } from './principals.ts';
import { testSetup } from '../setup.ts';

export interface LoggedEvent {
  readonly name: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly error: unknown;
}

/** The answers to one interaction. */
export interface Answer {
  /** Every text of every message, and the labels of a form. */
  readonly text: string;
  /** Custom id of the opened form; null if none opened. */
  readonly form: string | null;
  /** Values the form was filled with, by field. */
  readonly filled: Readonly<Record<string, unknown>>;
  /** Custom ids of the buttons. */
  readonly buttons: readonly string[];
  /** The sent bodies, unchanged. */
  readonly bodies: readonly unknown[];
  readonly events: readonly LoggedEvent[];
}

export interface Wire {
  command(by: Principal, path: string, options?: readonly unknown[]): Promise<Answer>;
  press(by: Principal, customId: string, card?: { readonly owner?: string }): Promise<Answer>;
  submit(by: Principal, customId: string, components: readonly unknown[]): Promise<Answer>;
  close(): Promise<void>;
}

const applicationId = '700000000000000001';
const messageId = '700000000000000002';
const botId = '700000000000000003';

interface Node {
  readonly [key: string]: unknown;
}

/** All objects in a body, at any depth. */
function nodesIn(body: unknown): Node[] {
  if (Array.isArray(body)) return body.flatMap(nodesIn);
  if (typeof body !== 'object' || body === null) return [];
  return [body as Node, ...Object.values(body).flatMap(nodesIn)];
}

const textsOf = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) =>
    ['content', 'label', 'title', 'description'].flatMap((key) =>
      typeof node[key] === 'string' ? [node[key]] : [],
    ),
  );

function answerOf(bodies: readonly unknown[], events: readonly LoggedEvent[]): Answer {
  const nodes = bodies.flatMap(nodesIn);
  const modal = (bodies as readonly Node[]).find((body) => body['type'] === 9);
  const custom = (node: Node | undefined) => (node?.['custom_id'] as string | undefined) ?? '';
  const inputs = nodes.filter((node) => 'custom_id' in node && node['type'] !== 2);
  return {
    text: textsOf(nodes).join('\n'),
    form: modal === undefined ? null : custom(modal['data'] as Node),
    filled: Object.fromEntries(inputs.map((node) => [custom(node), node['value']])),
    buttons: nodes.filter((node) => node['type'] === 2).map(custom),
    bodies,
    events,
  };
}

const person = (id: string) => ({ id, username: `u${id}`, discriminator: '0', avatar: null });

/** Fields of every interaction besides its data, as Discord sends them for each place. */
function envelope(by: Principal, id: string) {
  const { discordUserId, place } = by;
  const user = person(discordUserId);
  const base = {
    id,
    application_id: applicationId,
    token: `token${id}`,
    version: 1,
    locale: by.locale ?? 'en-US',
    app_permissions: '0',
    entitlements: [],
    authorizing_integration_owners: place.byUser ? { 1: discordUserId } : { 0: place.guildId },
    attachment_size_limit: 10_485_760,
    channel_id: '700000000000000009',
    channel: { id: '700000000000000009', type: place.guildId === null ? 1 : 0, name: 'c' },
  };
  if (place.guildId === null) {
    const direct = place.byUser ? 'PrivateChannel' : 'BotDM';
    return { ...base, user, context: InteractionContextType[direct] };
  }
  const member = {
    user,
    roles: [],
    joined_at: '2026-01-01T00:00:00.000Z',
    deaf: false,
    mute: false,
    flags: 0,
    permissions: place.permissions,
  };
  const guild = { guild_id: place.guildId, context: InteractionContextType.Guild };
  return { ...base, ...guild, member };
}

const emptyMessage = {
  id: messageId,
  channel_id: '700000000000000009',
  type: 0,
  content: '',
  author: { ...person(botId), bot: true },
  timestamp: '2026-01-01T00:00:00.000Z',
  edited_timestamp: null,
  attachments: [],
  embeds: [],
  mentions: [],
  mention_roles: [],
  components: [],
  flags: 64,
};

/** JSON, or the JSON part of a body with files. */
async function readBody(body: unknown): Promise<unknown> {
  if (typeof body === 'string') return JSON.parse(body) as unknown;
  if (!(body instanceof FormData)) return null;
  const part = body.get('payload_json');
  return typeof part === 'string' ? (JSON.parse(part) as unknown) : null;
}

function dataOf(path: string, options: readonly unknown[]) {
  const [name = '', ...rest] = path.split(' ');
  const wrapped = rest
    .toReversed()
    .reduce<readonly unknown[]>(
      (inner, word, index) => [{ type: index === 0 ? 1 : 2, name: word, options: inner }],
      options,
    );
  return { id: '700000000000000005', type: 1, name, options: wrapped };
}

/** Takes every answer to an interaction, without a connection. */
class Taken extends Dispatcher {
  readonly #record: (body: unknown) => void;

  constructor(record: (body: unknown) => void) {
    super();
    this.#record = record;
  }

  override dispatch({ body }: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandlers) {
    this.#record(JSON.parse(body as string));
    handler.onConnect?.(() => {});
    handler.onHeaders?.(204, [], () => {}, 'No Content');
    handler.onComplete?.([]);
    return true;
  }
}

interface Actions {
  readonly actions: { readonly InteractionCreate: { handle(payload: unknown): void } };
}

export function openWire(options: {
  readonly bank: Bank;
  readonly registry: Registry;
  readonly staffGuildId: string;
}): Wire {
  const { bank, registry, staffGuildId } = options;
  let bodies: unknown[] = [];
  let events: LoggedEvent[] = [];
  const sent = async (_: string, init: { readonly body?: unknown }) => {
    // A request that only reads has none.
    if (init.body !== undefined && init.body !== null) bodies.push(await readBody(init.body));
    return Response.json(emptyMessage);
  };
  const made = clientOptions('http://127.0.0.1:9/api');
  const agent = new Taken((body) => bodies.push(body));
  const client = new Client({ ...made, rest: { ...made.rest, agent, makeRequest: sent as never } });
  client.rest.setToken('wire');
  const logger: Logger = {
    event: (name, facts, error) => events.push({ name, facts, error }),
    close: () => {},
  };
  const summaries = summariesOf(registry, { staffGuildId, ids: new Map() });
  const named = { bank, bankName: 'Passbook', clock: systemClock, logger };
  const roleMembers = createRoleMembers(client.rest);
  const examine = async () => [];
  const shared = { ...named, registry, summaries, roleMembers, examine, setup: testSetup };
  const settler = createSettler(logger);
  const folder = mkdtempSync(join(tmpdir(), 'passbook-wire-'));
  const messenger = createMessenger(client.rest);
  const resolver = startResolver({ ...shared, messenger, settler, notes: notesIn(folder) });
  const expiry = startExpiry({ ...shared, messenger, rest: client.rest });
  const members = createMemberFinder(client);
  const router = createRouter({
    ...shared,
    staffGuildId,
    resolver,
    settler,
    members,
    messenger,
    expiry,
    page: null,
  });
  let served: Promise<void> = Promise.resolve();
  client.on(Events.InteractionCreate, (interaction) => {
    served = router.route(interaction);
  });
  let count = 700_000_000_000_100_000n;
  const play = async (by: Principal, payload: object): Promise<Answer> => {
    bodies = [];
    events = [];
    const id = `${(count += 1n)}`;
    (client as unknown as Actions).actions.InteractionCreate.handle({
      ...envelope(by, id),
      ...payload,
    });
    await served;
    await turn();
    return answerOf(bodies, events);
  };
  const cardOf = (owner: string) => ({
    ...emptyMessage,
    interaction_metadata: {
      id: messageId,
      type: 2,
      user: person(owner),
      authorizing_integration_owners: {},
    },
  });
  return {
    command: async (by, path, given = []) =>
      play(by, { type: InteractionType.ApplicationCommand, data: dataOf(path, given) }),
    press: async (by, customId, { owner = by.discordUserId } = {}) =>
      play(by, {
        type: InteractionType.MessageComponent,
        data: { component_type: 2, custom_id: customId },
        message: cardOf(owner),
      }),
    submit: async (by, customId, components) =>
      play(by, {
        type: InteractionType.ModalSubmit,
        data: { custom_id: customId, components },
      }),
    close: async () => {
      await router.idle();
      await expiry.close();
      await resolver.close();
      await client.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
