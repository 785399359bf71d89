/** Applies armed faults to requests, before, after or instead of the real answer. */
import { decoded } from '../inspector/decoded.ts';
import type { Faults } from '../faults/faults.ts';
import type { RequestFault } from '../protocol/protocol.ts';
import type { Answer, Context } from '../http/context.ts';
import { ApiError } from '../http/errors.ts';

const delayMaxMs = 120_000;

/** Null if the connection is cut without an answer, as when a proxy dies. */
export async function withFaults(
  faults: Faults,
  context: Context,
  work: () => Promise<Answer | null>,
): Promise<Answer | null> {
  const { record } = context;
  const fault = faults.takeForRequest(`${context.method} ${decoded(context.path)}`);
  if (!fault) return work();
  record.fault = fault.kind;
  switch (fault.kind) {
    case 'lose-request':
      return null;
    case 'lose-answer':
      await work();
      return null;
    case 'double-request':
      record.status = (await work())?.status ?? null;
      return work();
    case 'delay-request':
      await pause(fault);
      return work();
    case 'delay-answer': {
      const answer = await work();
      await pause(fault);
      return answer;
    }
    case 'rate-limit':
      return rateLimited(fault);
    case 'server-error':
      return { status: fault.status ?? 502, text: 'upstream error' };
    case 'expire-token':
      throw new ApiError('InvalidWebhookToken');
  }
}

const pause = ({ delayMs = 4_000 }: RequestFault): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(delayMs, delayMaxMs)).unref());

/** https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit */
function rateLimited(fault: RequestFault): Answer {
  const seconds = (fault.delayMs ?? 1_000) / 1_000;
  const isGlobal = fault.global ?? false;
  const message = 'You are being rate limited.';
  return {
    status: 429,
    json: { message, retry_after: seconds, global: isGlobal },
    headers: {
      'Retry-After': `${Math.ceil(seconds)}`,
      'X-RateLimit-Scope': isGlobal ? 'global' : 'user',
      ...(isGlobal && { 'X-RateLimit-Global': 'true' }),
    },
  };
}
