import type { MessageRow } from './rows.ts';
import { isLater } from './snowflakes.ts';
import type { Store } from './store.ts';

export type MessageChange =
  | { readonly type: 'message'; readonly message: MessageRow }
  | { readonly type: 'message-removed'; readonly message: MessageRow };

/** Messages kept in one channel for all who read it; the oldest goes when another comes. */
const perChannelMax = 500;
/** And in one channel for one person alone, so that theirs never push out what everybody sees. */
const ephemeralMax = 200;

/** Discord's flag of a deferred answer: "is thinking…". */
const loading = 128;

/** Who sees a message: null for all who read the channel, else one person. */
type Audience = string | null;

const bySnowflake = (one: MessageRow, other: MessageRow): number =>
  one.id === other.id ? 0 : isLater(one.id, other.id) ? 1 : -1;

/** Messages by channel and audience, oldest first. */
export class Messages {
  readonly #store: Store;
  readonly #tell: (change: MessageChange) => void;
  readonly #byChannel = new Map<string, Map<Audience, Set<string>>>();

  /** An answer that was still awaited when the sandbox stopped will never come. */
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
    this.#store.put('messages', message.id, message);
    const ids = this.#listOf(message);
    ids.add(message.id);
    this.#tell({ type: 'message', message });
    const [oldest] = ids;
    const max = message.visibleTo === null ? perChannelMax : ephemeralMax;
    if (oldest !== undefined && ids.size > max) this.remove(oldest);
  }

  remove(id: string): void {
    const message = this.get(id);
    if (!message) return;
    this.#store.delete('messages', id);
    this.#listOf(message).delete(id);
    this.#tell({ type: 'message-removed', message });
  }

  /** Nobody is told of each, since the channel goes with them. */
  removeAllIn(channelId: string): void {
    for (const { id } of this.in(channelId)) this.#store.delete('messages', id);
    this.#byChannel.delete(channelId);
  }

  /** All messages there, ephemeral ones of each person included, oldest first. */
  in(channelId: string): MessageRow[] {
    const audiences = [...(this.#byChannel.get(channelId)?.keys() ?? [])];
    return audiences.flatMap((audience) => this.#rows(channelId, audience)).sort(bySnowflake);
  }

  /** What all who read a channel see there, oldest first. */
  publicIn(channelId: string): MessageRow[] {
    return this.#rows(channelId, null);
  }

  /** What one person sees there, oldest first. */
  visibleTo(personId: string, channelId: string): MessageRow[] {
    const own = this.#rows(channelId, personId);
    const all = this.#rows(channelId, null);
    return own.length === 0 ? all : [...all, ...own].sort(bySnowflake);
  }

  /** A page of it: the newest `limit`, oldest first. */
  seenBy(
    personId: string,
    page: { readonly channelId: string; readonly before?: string; readonly limit: number },
  ): MessageRow[] {
    const { before } = page;
    return this.visibleTo(personId, page.channelId)
      .filter((row) => before === undefined || isLater(before, row.id))
      .slice(-page.limit);
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
