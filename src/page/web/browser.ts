/** The secret that tells one browser from another: a cookie that no script can read. */
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const secretForm = /^[\w-]{43}$/;
const keptS = 30 * 86_400;

/** `__Host-` ties the cookie to this host over https; browsers refuse it over http. */
const nameFor = (isSecure: boolean): string => `${isSecure ? '__Host-' : ''}passbook-browser`;

/** Null in a browser that has opened no link yet. */
export function browserOf(context: Context, isSecure: boolean): string | null {
  const secret = getCookie(context, nameFor(isSecure));
  return secret !== undefined && secretForm.test(secret) ? secret : null;
}

export function newBrowser(context: Context, isSecure: boolean): string {
  const secret = randomBytes(32).toString('base64url');
  setCookie(context, nameFor(isSecure), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure,
    maxAge: keptS,
  });
  return secret;
}
