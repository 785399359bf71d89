/** Live events from the sandbox, over a connection that reconnects automatically. */
import type { InspectorOverview, LiveEvent } from '../../protocol/protocol.ts';

export interface LiveHandlers<Event> {
  readonly onEvent: (event: Event) => void;
  /** Called again after each reconnect; missed events must then be fetched. */
  readonly onOpen: () => void;
  readonly onLost: () => void;
}

const firstRetryMs = 250;
const lastRetryMs = 5_000;

/** Opens one person's live events. Returns a function that closes the connection. */
export const openLive = (personId: string, handlers: LiveHandlers<LiveEvent>): (() => void) =>
  openSocket(`/control/people/${personId}/live`, handlers);

/** Opens the inspector's overview, sent again after each change. */
export const openInspectorLive = (handlers: LiveHandlers<InspectorOverview>): (() => void) =>
  openSocket('/control/inspector/live', handlers);

function openSocket<Event>(path: string, handlers: LiveHandlers<Event>): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;
  let closed = false;

  const connect = (): void => {
    const url = new URL(path, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.hash = '';
    socket = new WebSocket(url);
    socket.addEventListener('open', () => {
      retryMs = firstRetryMs;
      handlers.onOpen();
    });
    socket.addEventListener('message', (message) => {
      handlers.onEvent(JSON.parse(String(message.data)) as Event);
    });
    socket.addEventListener('close', () => {
      if (closed) return;
      handlers.onLost();
      timer = setTimeout(connect, retryMs);
      retryMs = Math.min(retryMs * 2, lastRetryMs);
    });
  };
  connect();
  return () => {
    closed = true;
    clearTimeout(timer);
    socket?.close();
  };
}
