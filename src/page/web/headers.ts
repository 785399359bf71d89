/** The same headers on every answer, and the check that a form came from this page. */
import type { Context, MiddlewareHandler } from 'hono';

/** Nothing but the page's own style and script; nothing may frame it. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const permissions = [
  'publickey-credentials-create=(self)',
  'publickey-credentials-get=(self)',
  'camera=()',
  'geolocation=()',
  'microphone=()',
].join(', ');

const yearS = 31_536_000;

export const securityHeaders =
  (isSecure: boolean): MiddlewareHandler =>
  async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('Content-Security-Policy', contentPolicy);
    headers.set('Permissions-Policy', permissions);
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    // `no-referrer` would also take the origin off the page's own forms.
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('X-Frame-Options', 'DENY');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    if (isSecure) headers.set('Strict-Transport-Security', `max-age=${yearS}`);
  };

/**
 * Browsers name the origin of a form that is sent. The page's own is the configured address: no
 * `Host` and no forwarded header is read, so a proxy cannot set them wrong.
 */
export const isFromPage = (context: Context, origin: string): boolean =>
  context.req.header('origin') === origin;
