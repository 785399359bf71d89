/** One person's live events, with a connection that comes back by itself. */
import type { LiveEvent } from '../../protocol.ts';

export interface LiveHandlers {
  readonly onEvent: (event: LiveEvent) => void;
  /** Called again after each reconnect; what was missed has to be fetched. */
  readonly onOpen: () => void;
  readonly onLost: () => void;
}

const firstRetryMs = 250;
const lastRetryMs = 5_000;

/** Returns what closes it for good. */
export function openLive(personId: string, handlers: LiveHandlers): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let retryMs = firstRetryMs;
  let closed = false;

  const connect = (): void => {
    const url = new URL(`/control/people/${personId}/live`, location.href);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    url.hash = '';
    socket = new WebSocket(url);
    socket.addEventListener('open', () => {
      retryMs = firstRetryMs;
      handlers.onOpen();
    });
    socket.addEventListener('message', (message) => {
      handlers.onEvent(JSON.parse(String(message.data)) as LiveEvent);
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
