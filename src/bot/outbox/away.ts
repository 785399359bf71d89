/** Whether Discord is unavailable, so that a retry may help, or has refused the request. */

/** Discord neither accepted nor refused the login in time. */
export class NotReady extends Error {
  override readonly name = 'NotReady';
}

const network = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
];
const timeouts = ['AbortError', 'TimeoutError', 'NotReady'];

/** A code for the log, such as `ECONNREFUSED` or `HTTP_503`; null when Discord is available. */
export function awayCode(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, status, cause } = error as { code?: unknown; status?: unknown; cause?: unknown };
  if (timeouts.includes(error.name)) return 'NO_ANSWER';
  if (typeof status === 'number') return status >= 500 ? `HTTP_${status}` : null;
  if (typeof code === 'string' && network.includes(code)) return code;
  return awayCode(cause);
}
