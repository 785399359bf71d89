import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/**
 * Refuses bodies that are too large. Nearly all requests state their length, so the body need not
 * be touched; the others are counted while they are read.
 */
export function limitBody(bytesMax: number, onTooLarge: () => never): MiddlewareHandler {
  const count = bodyLimit({ maxSize: bytesMax, onError: onTooLarge });
  return (context, next) => {
    const length = context.req.header('content-length');
    const isChunked = context.req.header('transfer-encoding') !== undefined;
    if (isChunked) return count(context, next);
    if (length !== undefined && Number(length) > bytesMax) onTooLarge();
    return next();
  };
}
