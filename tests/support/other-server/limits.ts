/** Rate limits with the documented headers: 50 requests a second, and 5 messages in 5 s a channel. */
import { Refusal } from './refusal.ts';

interface Bucket {
  left: number;
  readonly until: number;
}

export interface Counted {
  readonly headers: Readonly<Record<string, string>>;
  /** Set when the request is one too many. */
  readonly refusal: Refusal | null;
}

const perSecond = 50;
const messages = { requests: 5, ms: 5_000 };

export function createLimits() {
  const buckets = new Map<string, Bucket>();
  const take = (name: string, { requests, ms }: typeof messages) => {
    const known = buckets.get(name);
    const now = Date.now();
    const bucket =
      known !== undefined && known.until > now ? known : { left: requests, until: now + ms };
    buckets.set(name, bucket);
    bucket.left -= 1;
    return { left: Math.max(bucket.left, 0), isOver: bucket.left < 0, afterMs: bucket.until - now };
  };
  return (method: string, path: string): Counted => {
    // Answers to interactions do not count.
    if (/^\/(interactions|webhooks)\//.test(path)) return { headers: {}, refusal: null };
    const all = take('all', { requests: perSecond, ms: 1_000 });
    const after = (ms: number): string => (ms / 1000).toFixed(3);
    if (all.isOver) {
      const headers = { 'retry-after': after(all.afterMs), 'x-ratelimit-global': 'true' };
      return { headers, refusal: new Refusal(429, 0, 'You are being rate limited.') };
    }
    const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1];
    if (method !== 'POST' || channel === undefined) return { headers: {}, refusal: null };
    const own = take(channel, messages);
    const headers = {
      'x-ratelimit-bucket': 'channel-messages',
      'x-ratelimit-limit': `${messages.requests}`,
      'x-ratelimit-remaining': `${own.left}`,
      'x-ratelimit-reset-after': after(own.afterMs),
      'x-ratelimit-reset': `${(Date.now() + own.afterMs) / 1000}`,
      ...(own.isOver && { 'retry-after': after(own.afterMs), 'x-ratelimit-scope': 'user' }),
    };
    const refusal = own.isOver ? new Refusal(429, 0, 'You are being rate limited.') : null;
    return { headers, refusal };
  };
}
