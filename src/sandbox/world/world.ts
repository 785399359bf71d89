/**
 * The state of the sandbox: people, servers, channels, messages, commands and mail. Listeners are
 * notified of changes.
 */
import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { Clock } from '../../lib/clock.ts';
import type { Mail, Person } from '../protocol/protocol.ts';
import type { ChannelRow, CommandPermissionsRow, MessageRow, MetaRow, ServerRow } from './rows.ts';
import { Messages, type MessageChange } from './messages.ts';
import { Snowflakes } from './snowflakes.ts';
import { Store } from './store.ts';

export type WorldChange =
  | MessageChange
  | { readonly type: 'mail'; readonly mail: Mail }
  | ({ readonly type: 'server' } & Changed<ServerRow>)
  | ({ readonly type: 'channel' } & Changed<ChannelRow>)
  | ({ readonly type: 'person' } & Changed<Person>)
  /** Another part of a person's `View` changed. */
  | { readonly type: 'view' };

/** `old` is null when it was added, `now` when it was removed. */
export interface Changed<Row> {
  readonly old: Row | null;
  readonly now: Row | null;
}

const mailMax = 1_000;

export class World {
  readonly store: Store;
  readonly ids: Snowflakes;
  readonly messages: Messages;
  readonly #listeners = new Set<(change: WorldChange) => void>();

  constructor(options: { readonly folder: string | null; readonly clock: Clock }) {
    this.store = new Store(options.folder);
    this.ids = new Snowflakes(options.clock, this.store.largestId());
    this.messages = new Messages(this.store, (change) => this.#tell(change));
  }

  onChange(listener: (change: WorldChange) => void): void {
    this.#listeners.add(listener);
  }

  get meta(): MetaRow {
    const meta = this.store.get('meta', 'meta');
    if (!meta) throw new Error('Defect: the world has no metadata');
    return meta;
  }
  set meta(meta: MetaRow) {
    this.store.put('meta', 'meta', meta);
  }
  get hasBegun(): boolean {
    return this.store.size('meta') > 0;
  }

  people(): Person[] {
    return this.store.all('people');
  }
  person(id: string): Person | undefined {
    return this.store.get('people', id);
  }
  putPerson(now: Person): void {
    const old = this.person(now.id) ?? null;
    this.store.put('people', now.id, now);
    this.#tell({ type: 'person', old, now });
  }

  servers(): ServerRow[] {
    return this.store.all('servers');
  }
  server(id: string): ServerRow | undefined {
    return this.store.get('servers', id);
  }
  putServer(now: ServerRow): void {
    const old = this.server(now.id) ?? null;
    this.store.put('servers', now.id, now);
    this.#tell({ type: 'server', old, now });
  }
  /** Also removes its channels and commands. */
  removeServer(id: string): void {
    const old = this.server(id);
    if (!old) return;
    this.store.delete('servers', id);
    for (const row of this.permissions(id)) this.store.delete('permissions', keyOf(row));
    for (const command of this.commands(id)) this.store.delete('commands', command.id);
    this.#tell({ type: 'server', old, now: null });
    for (const channel of this.channelsOf(id)) this.removeChannel(channel.id);
  }

  channels(): ChannelRow[] {
    return this.store.all('channels');
  }
  channel(id: string): ChannelRow | undefined {
    return this.store.get('channels', id);
  }
  /** The channels of a server, in order. */
  channelsOf(serverId: string): ChannelRow[] {
    return this.channels()
      .filter((channel) => channel.serverId === serverId)
      .sort((one, other) => one.position - other.position);
  }
  putChannel(now: ChannelRow): void {
    const old = this.channel(now.id) ?? null;
    this.store.put('channels', now.id, now);
    this.#tell({ type: 'channel', old, now });
  }
  /** Also removes its messages. */
  removeChannel(id: string): void {
    const old = this.channel(id);
    if (!old) return;
    if (old.serverId !== null) this.forgetOverwritesOf(old.serverId, id);
    this.messages.removeAllIn(id);
    for (const person of this.people()) this.store.delete('seen', `${person.id}:${id}`);
    this.store.delete('channels', id);
    this.#tell({ type: 'channel', old, now: null });
  }
  /** The direct-message channel of a person and the bot; it always exists. */
  directChannelOf(personId: string): ChannelRow {
    const channel = this.channels().find((row) => row.recipientId === personId);
    if (!channel) throw new Error(`Defect: person ${personId} has no direct messages`);
    return channel;
  }

  /** The people who can read a channel. */
  readersOf(channel: ChannelRow): readonly string[] {
    if (channel.recipientId !== null) return [channel.recipientId];
    const server = this.server(channel.serverId ?? '');
    return server?.members.map((member) => member.personId) ?? [];
  }

  /** The commands of a server, or global ones for null. */
  commands(serverId: string | null): APIApplicationCommand[] {
    const all = this.store.all('commands');
    return all.filter((command) => (command.guild_id ?? null) === serverId);
  }
  putCommand(command: APIApplicationCommand): void {
    this.store.put('commands', command.id, command);
    this.#tell({ type: 'view' });
  }
  removeCommand(id: string): void {
    this.store.delete('commands', id);
    for (const row of this.store.all('permissions')) {
      if (row.id === id) this.store.delete('permissions', keyOf(row));
    }
    this.#tell({ type: 'view' });
  }

  /** Permissions of the commands (or the application) that have overwrites in this server. */
  permissions(serverId: string): CommandPermissionsRow[] {
    return this.store.all('permissions').filter((row) => row.serverId === serverId);
  }
  /** Removes the overwrites of a deleted role or channel. */
  forgetOverwritesOf(serverId: string, id: string): void {
    for (const row of this.permissions(serverId)) {
      const overwrites = row.overwrites.filter((overwrite) => overwrite.id !== id);
      if (overwrites.length < row.overwrites.length) this.putPermissions({ ...row, overwrites });
    }
  }
  putPermissions(row: CommandPermissionsRow): void {
    if (row.overwrites.length > 0) this.store.put('permissions', keyOf(row), row);
    else this.store.delete('permissions', keyOf(row));
    this.#tell({ type: 'view' });
  }

  /** Newest first. */
  mail(): Mail[] {
    return this.store.all('mail').toReversed();
  }
  addMail(mail: Mail): void {
    this.store.put('mail', mail.id, mail);
    const [oldest] = this.store.all('mail');
    if (oldest && this.store.size('mail') > mailMax) this.store.delete('mail', oldest.id);
    this.#tell({ type: 'mail', mail });
  }

  seen(personId: string, place: string): string {
    return this.store.get('seen', `${personId}:${place}`)?.lastId ?? '0';
  }
  putSeen(personId: string, place: string, lastId: string): void {
    if (this.seen(personId, place) === lastId) return;
    this.store.put('seen', `${personId}:${place}`, { lastId });
  }

  /** Signals changes in a `View` that are not stored, such as whether the bot is online. */
  touch(): void {
    this.#tell({ type: 'view' });
  }

  close(): void {
    this.store.close();
  }

  #tell(change: WorldChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

const keyOf = ({ serverId, id }: CommandPermissionsRow): string => `${serverId}:${id}`;

export type { MessageRow };
