import type { MessageRow } from './rows.ts';
import { isLater } from './snowflakes.ts';
import type { Store } from './store.ts';

export type MessageChange =
  /** `old` is null for a new message. */
  | { readonly type: 'message'; readonly message: MessageRow; readonly old: MessageRow | null }
  | {
      readonly type: 'message-removed';
      readonly message: MessageRow;
      /** Only the sandbox dropped it, because there are too many; Discord would have it. */
      readonly isDropped: boolean;
    }
  /** By one request of the bot. */
  | { readonly type: 'messages-removed'; readonly messages: readonly MessageRow[] };

/** Public messages kept per channel; the oldest is removed first. */
const perChannelMax = 500;
/** Ephemeral messages kept per channel and person, so that they do not displace public ones. */
const ephemeralMax = 200;

/** Discord's flag of a deferred answer: "is thinking…". */
const loading = 128;

/** Who sees a message: everyone in the channel (null), or one person. */
type Audience = string | null;

const bySnowflake = (one: MessageRow, other: MessageRow): number =>
  one.id === other.id ? 0 : isLater(one.id, other.id) ? 1 : -1;

/** Messages by channel and audience, oldest first. */
export class Messages {
  readonly #store: Store;
  readonly #tell: (change: MessageChange) => void;
  readonly #byChannel = new Map<string, Map<Audience, Set<string>>>();

  /** Answers that were still awaited when the sandbox stopped never come. */
  constructor(store: Store, tell: (change: MessageChange) => void) {
    this.#store = store;
    this.#tell = tell;
    for (const row of store.all('messages')) {
      if (((row.body.flags ?? 0) & loading) !== 0) store.delete('messages', row.id);
      else this.#listOf(row).add(row.id);
    }
  }

  get(id: string): MessageRow | undefined {
    return this.#store.get('messages', id);
  }

  put(message: MessageRow): void {
    const old = this.get(message.id) ?? null;
    this.#store.put('messages', message.id, message);
    const ids = this.#listOf(message);
    ids.add(message.id);
    this.#tell({ type: 'message', message, old });
    const [oldest] = ids;
    const max = message.visibleTo === null ? perChannelMax : ephemeralMax;
    if (oldest === undefined || ids.size <= max) return;
    const dropped = this.#delete(oldest);
    if (dropped) this.#tell({ type: 'message-removed', message: dropped, isDropped: true });
  }

  remove(id: string): void {
    const message = this.#delete(id);
    if (message) this.#tell({ type: 'message-removed', message, isDropped: false });
  }

  removeTogether(ids: readonly string[]): void {
    const messages = ids.flatMap((id) => this.#delete(id) ?? []);
    if (messages.length > 0) this.#tell({ type: 'messages-removed', messages });
  }

  /** Without an event for each, because the channel is removed too. */
  removeAllIn(channelId: string): void {
    for (const { id } of this.in(channelId)) this.#store.delete('messages', id);
    this.#byChannel.delete(channelId);
  }

  /** All messages in the channel, including everyone's ephemeral ones, oldest first. */
  in(channelId: string): MessageRow[] {
    const audiences = [...(this.#byChannel.get(channelId)?.keys() ?? [])];
    return audiences.flatMap((audience) => this.#rows(channelId, audience)).sort(bySnowflake);
  }

  /** The public messages of a channel, oldest first. */
  publicIn(channelId: string): MessageRow[] {
    return this.#rows(channelId, null);
  }

  /** The messages one person sees in a channel, oldest first. */
  visibleTo(personId: string, channelId: string): MessageRow[] {
    const own = this.#rows(channelId, personId);
    const all = this.#rows(channelId, null);
    return own.length === 0 ? all : [...all, ...own].sort(bySnowflake);
  }

  /** The messages one person sees in a channel that came after `id`, in no order. */
  visibleAfter(id: string, personId: string, channelId: string): MessageRow[] {
    const lists = this.#byChannel.get(channelId);
    return [null, personId].flatMap((audience) =>
      [...(lists?.get(audience) ?? [])]
        .filter((one) => isLater(one, id))
        .flatMap((one) => this.get(one) ?? []),
    );
  }

  /** One page: the newest `limit` messages, oldest first. */
  seenBy(
    personId: string,
    page: { readonly channelId: string; readonly before?: string; readonly limit: number },
  ): MessageRow[] {
    const { before } = page;
    return this.visibleTo(personId, page.channelId)
      .filter((row) => before === undefined || isLater(before, row.id))
      .slice(-page.limit);
  }

  #delete(id: string): MessageRow | undefined {
    const message = this.get(id);
    if (!message) return undefined;
    this.#store.delete('messages', id);
    this.#listOf(message).delete(id);
    return message;
  }

  #rows(channelId: string, audience: Audience): MessageRow[] {
    const ids = this.#byChannel.get(channelId)?.get(audience) ?? [];
    return [...ids].flatMap((id) => this.get(id) ?? []);
  }

  #listOf({ channelId, visibleTo }: MessageRow): Set<string> {
    const lists = this.#byChannel.get(channelId) ?? new Map<Audience, Set<string>>();
    const ids = lists.get(visibleTo) ?? new Set<string>();
    this.#byChannel.set(channelId, lists.set(visibleTo, ids));
    return ids;
  }
}
