/** Describes a request of the bot in one or two words. */
import type { InspectedRequest, InspectedRequestDetail } from '../../protocol/protocol.ts';

const callbacks: Readonly<Record<number, string>> = {
  1: 'pong',
  4: 'message',
  5: 'thinking',
  6: 'deferred update',
  7: 'update of its message',
  8: 'choices',
  9: 'form',
};

/** Null if method and path are clear enough. */
export function meaningOf(request: InspectedRequestDetail): string | null {
  const { method, path, sent } = request;
  if (path.includes('/callback')) {
    const type = typeIn(sent?.text ?? '');
    return type === null ? 'first answer' : `first answer: ${callbacks[type] ?? `type ${type}`}`;
  }
  if (!path.startsWith('/webhooks/')) return null;
  if (method === 'POST') return 'follow-up';
  if (method === 'PATCH') return 'edit';
  return method === 'DELETE' ? 'deletion' : null;
}

function typeIn(text: string): number | null {
  const type = /^\{\s*"type": (\d+)/.exec(text)?.[1] ?? /\n {2}"type": (\d+)/.exec(text)?.[1];
  return type === undefined ? null : Number(type);
}

export const isRefused = ({ status }: InspectedRequest): boolean =>
  status === null || status >= 400;

export function statusText(request: InspectedRequest): string {
  if (request.status !== null) return `${request.status}`;
  return request.tookMs === null ? '…' : 'cut';
}
