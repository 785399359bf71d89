/** Shows the bot's requests and what they were answered to the inspector. */
import type { Context, MiddlewareHandler } from 'hono';
import {
  bodyCharactersMax,
  type Kept,
  type RequestRecord,
  type Traffic,
} from '../inspector/traffic.ts';

const key = 'record';

export function observed(
  traffic: Traffic,
  pathOf: (context: Context) => string,
): MiddlewareHandler {
  return async (context, next) => {
    const query = context.req.url.indexOf('?');
    const path = pathOf(context) + (query < 0 ? '' : context.req.url.slice(query));
    const record = traffic.begin(context.req.method, path);
    context.set(key, record);
    const { json } = context;
    // The object itself, since reading an answer's body again would cost more than all the rest.
    context.json = (...given: Parameters<typeof json>) => {
      [record.answer] = given;
      return json(...given);
    };
    await next();
    const isCut = record.fault === 'lose-request' || record.fault === 'lose-answer';
    traffic.end(record, isCut ? null : (record.status ?? context.res.status));
  };
}

export const recordOf = (context: Context): RequestRecord | undefined =>
  context.get(key) as RequestRecord | undefined;

export function observeBody(
  context: Context,
  sent: { readonly json: unknown; readonly characters: number },
  files: RequestRecord['files'] = [],
): void {
  const record = recordOf(context);
  if (!record) return;
  record.sent = keep(sent);
  record.files = files;
}

function keep({ json, characters }: { readonly json: unknown; readonly characters: number }): Kept {
  return characters > bodyCharactersMax ? { kind: 'too-long', characters } : { kind: 'json', json };
}
