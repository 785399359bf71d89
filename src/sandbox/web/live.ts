/** Sends live events to each person's open pages and drivers. */
import type { WebSocket } from 'ws';
import type { Findings } from '../interactions/findings.ts';
import type { LiveEvent, Person } from '../protocol/protocol.ts';
import type { Views } from '../world/views.ts';
import { chatMessageOf } from '../world/chat.ts';
import type { MessageRow } from '../world/rows.ts';
import type { World, WorldChange } from '../world/world.ts';

const listenersMax = 200;
/** Counting is slow, so a burst of messages is counted once. */
const unreadDelayMs = 40;
const findingsDelayMs = 40;

export interface LiveOptions {
  readonly world: World;
  readonly views: Views;
  readonly findings: Pick<Findings, 'count'>;
}

export class Live {
  readonly #options: LiveOptions;
  readonly #sockets = new Map<string, Set<WebSocket>>();
  #viewsAreOld = false;
  #unreadIsOld = false;
  #findingsAreOld = false;

  constructor(options: LiveOptions) {
    this.#options = options;
    options.world.onChange((change) => this.#onChange(change));
  }

  /** Sends the view at once, unless there are too many listeners already. */
  join(person: Person, socket: WebSocket): void {
    const count = [...this.#sockets.values()].reduce((sum, set) => sum + set.size, 0);
    if (count >= listenersMax) return socket.close(1013, 'Too many listeners');
    const sockets = this.#sockets.get(person.id) ?? new Set();
    this.#sockets.set(person.id, sockets.add(socket));
    socket.on('close', () => {
      sockets.delete(socket);
      if (sockets.size === 0) this.#sockets.delete(person.id);
    });
    socket.on('error', () => socket.terminate());
    const { views, findings } = this.#options;
    send(socket, { type: 'view', view: views.viewOf(person) });
    send(socket, { type: 'findings', count: findings.count });
  }

  tell(personId: string, event: LiveEvent): void {
    const sockets = this.#sockets.get(personId);
    if (!sockets) return;
    const text = JSON.stringify(event);
    for (const socket of sockets) socket.send(text);
  }

  /** Unread counts change for all people, because each one sees the sum of the others. */
  unreadChanged(): void {
    if (this.#unreadIsOld) return;
    this.#unreadIsOld = true;
    setTimeout(() => {
      this.#unreadIsOld = false;
      const { views } = this.#options;
      this.#toEach((person) => ({ type: 'unread', unread: views.unreadOf(person) }));
    }, unreadDelayMs).unref();
  }

  findingsChanged(): void {
    if (this.#findingsAreOld || this.#sockets.size === 0) return;
    this.#findingsAreOld = true;
    setTimeout(() => {
      this.#findingsAreOld = false;
      const { count } = this.#options.findings;
      this.#toEach(() => ({ type: 'findings', count }));
    }, findingsDelayMs).unref();
  }

  #onChange(change: WorldChange): void {
    if (this.#sockets.size === 0) return;
    switch (change.type) {
      case 'message':
        return this.#toReaders([change.message], (message) => ({
          type: 'message',
          message: chatMessageOf(message),
        }));
      case 'message-removed':
        return this.#toReaders([change.message], removalOf);
      case 'messages-removed':
        return this.#toReaders(change.messages, removalOf);
      case 'mail':
        this.#toEach(() => ({ type: 'mail', mail: change.mail }));
        return this.unreadChanged();
      case 'server':
      case 'channel':
      case 'person':
      case 'view':
        return this.#viewChanged();
    }
  }

  #toReaders(messages: readonly MessageRow[], eventOf: (message: MessageRow) => LiveEvent): void {
    for (const message of messages) {
      const channel = this.#options.world.channel(message.channelId);
      if (!channel) continue;
      const readers = message.visibleTo
        ? [message.visibleTo]
        : this.#options.world.readersOf(channel);
      for (const reader of readers) this.tell(reader, eventOf(message));
    }
    this.unreadChanged();
  }

  /** Changes in one turn of the event loop are combined into one view. */
  #viewChanged(): void {
    if (this.#viewsAreOld) return;
    this.#viewsAreOld = true;
    setImmediate(() => {
      this.#viewsAreOld = false;
      this.#toEach((person) => ({ type: 'view', view: this.#options.views.viewOf(person) }));
    });
  }

  #toEach(eventFor: (person: Person) => LiveEvent): void {
    for (const personId of this.#sockets.keys()) {
      const person = this.#options.world.person(personId);
      if (person) this.tell(personId, eventFor(person));
    }
  }
}

const removalOf = ({ id, channelId }: MessageRow): LiveEvent => ({
  type: 'message-removed',
  channelId,
  messageId: id,
});

function send(socket: WebSocket, event: LiveEvent): void {
  socket.send(JSON.stringify(event));
}
