import type { MessageRow } from './rows.ts';
import { isLater } from './snowflakes.ts';
import type { Store } from './store.ts';

export type MessageChange =
  | { readonly type: 'message'; readonly message: MessageRow }
  | { readonly type: 'message-removed'; readonly message: MessageRow };

/** Messages kept in one channel; the oldest goes when another comes. */
const perChannelMax = 500;

/** Discord's flag of a deferred answer: "is thinking…". */
const loading = 128;

/** Messages by channel, oldest first. */
export class Messages {
  readonly #store: Store;
  readonly #tell: (change: MessageChange) => void;
  readonly #byChannel = new Map<string, Set<string>>();

  /** An answer that was still awaited when the sandbox stopped will never come. */
  constructor(store: Store, tell: (change: MessageChange) => void) {
    this.#store = store;
    this.#tell = tell;
    for (const row of store.all('messages')) {
      if (((row.body.flags ?? 0) & loading) !== 0) store.delete('messages', row.id);
      else this.#ofChannel(row.channelId).add(row.id);
    }
  }

  get(id: string): MessageRow | undefined {
    return this.#store.get('messages', id);
  }

  put(message: MessageRow): void {
    this.#store.put('messages', message.id, message);
    const ids = this.#ofChannel(message.channelId);
    ids.add(message.id);
    this.#tell({ type: 'message', message });
    const [oldest] = ids;
    if (oldest !== undefined && ids.size > perChannelMax) this.remove(oldest);
  }

  remove(id: string): void {
    const message = this.get(id);
    if (!message) return;
    this.#store.delete('messages', id);
    this.#ofChannel(message.channelId).delete(id);
    this.#tell({ type: 'message-removed', message });
  }

  /** Nobody is told of each, since the channel goes with them. */
  removeAllIn(channelId: string): void {
    for (const id of this.#ofChannel(channelId)) this.#store.delete('messages', id);
    this.#byChannel.delete(channelId);
  }

  /** Oldest first. */
  in(channelId: string): MessageRow[] {
    return [...this.#ofChannel(channelId)].flatMap((id) => this.get(id) ?? []);
  }

  /** What one person sees there: the newest `limit`, oldest first. */
  seenBy(
    personId: string,
    page: { readonly channelId: string; readonly before?: string; readonly limit: number },
  ): MessageRow[] {
    const { before } = page;
    return this.in(page.channelId)
      .filter((row) => row.visibleTo === null || row.visibleTo === personId)
      .filter((row) => before === undefined || isLater(before, row.id))
      .slice(-page.limit);
  }

  #ofChannel(channelId: string): Set<string> {
    let ids = this.#byChannel.get(channelId);
    if (!ids) {
      ids = new Set();
      this.#byChannel.set(channelId, ids);
    }
    return ids;
  }
}
