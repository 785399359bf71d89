/** One person's live events, and the client state built from them. */
import { WebSocket } from 'ws';
import type * as p from '../protocol/protocol.ts';

interface Waiter {
  readonly check: () => boolean;
  readonly fail: (error: Error) => void;
}

/** The expected event did not come in time. */
export class WaitTimeout extends Error {
  override readonly name = 'WaitTimeout';
}

const openTimeoutMs = 10_000;
/** How many messages and interactions are kept; older ones are dropped in long runs. */
const rememberedMax = 5_000;

export class Feed {
  readonly #socket: WebSocket;
  readonly #waiters = new Set<Waiter>();
  readonly messages = new Map<string, p.ChatMessage>();
  readonly interactions = new Map<string, p.InteractionView>();
  mail: p.Mail[] = [];
  modal: p.OpenModal | null = null;
  view: p.View | null = null;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => {
      this.#take(JSON.parse((data as Buffer).toString('utf8')) as p.LiveEvent);
      for (const waiter of this.#waiters) if (waiter.check()) this.#waiters.delete(waiter);
    });
    socket.on('close', () => {
      for (const waiter of this.#waiters)
        waiter.fail(new Error('The sandbox closed the connection'));
      this.#waiters.clear();
    });
    // 'close' follows and rejects the waiters.
    socket.on('error', () => undefined);
  }

  static async open(url: string): Promise<Feed> {
    const feed = new Feed(new WebSocket(url, { handshakeTimeout: openTimeoutMs }));
    await feed.until(() => feed.view ?? undefined, {
      what: 'the first view',
      withinMs: openTimeoutMs,
    });
    return feed;
  }

  /** Resolves with the first value that is not undefined, checked now and after each event. */
  until<Value>(
    look: () => Value | undefined,
    limit: { readonly what: string; readonly withinMs: number },
  ): Promise<Value> {
    const now = look();
    if (now !== undefined) return Promise.resolve(now);
    if (this.#socket.readyState > WebSocket.OPEN) {
      return Promise.reject(new Error('The connection to the sandbox is closed'));
    }
    return new Promise<Value>((resolve, reject) => {
      const waiter: Waiter = {
        check: () => {
          const value = look();
          if (value === undefined) return false;
          clearTimeout(timer);
          resolve(value);
          return true;
        },
        fail: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(new WaitTimeout(`Waited ${limit.withinMs} ms for ${limit.what}`));
      }, limit.withinMs);
      this.#waiters.add(waiter);
    });
  }

  remember(message: p.ChatMessage): void {
    this.messages.set(message.id, message);
    forgetOldest(this.messages);
  }

  close(): void {
    this.#socket.terminate();
  }

  #take(event: p.LiveEvent): void {
    switch (event.type) {
      case 'view':
        // The first view shows a form that was already open; later views add nothing to the events.
        if (this.view === null) this.modal = event.view.modal;
        this.view = event.view;
        return;
      case 'message':
        return this.remember(event.message);
      case 'message-removed':
        this.messages.delete(event.messageId);
        return;
      case 'interaction':
        this.interactions.set(event.interaction.id, event.interaction);
        return forgetOldest(this.interactions);
      case 'modal':
        this.modal = event.modal;
        return;
      case 'mail':
        this.mail = [event.mail, ...this.mail].slice(0, rememberedMax);
        return;
      case 'unread':
      case 'findings':
        return;
    }
  }
}

function forgetOldest(map: Map<string, unknown>): void {
  const [oldest] = map.keys();
  if (map.size > rememberedMax && oldest !== undefined) map.delete(oldest);
}
