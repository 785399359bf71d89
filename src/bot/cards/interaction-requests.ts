/**
 * Requests about one interaction: first answers, and edits of the answer. Discord does not count
 * them against the bot's limit, and an interaction has few of them. Of the reply to one that it
 * took the status alone is read: discord.js' queue, timer and reading of the reply take longer than
 * the request.
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
import { DefaultUserAgent, DiscordAPIError, type RequestMethod, type REST } from 'discord.js';
import { type Dispatcher, getGlobalDispatcher } from 'undici';
import { z } from 'zod';

export interface InteractionRequest {
  readonly method: RequestMethod.Patch | RequestMethod.Post;
  readonly route: `/${string}`;
  /** JSON. */
  readonly body: string;
}

/** Throws as discord.js does when Discord did not take it. */
export type SendRequest = (request: InteractionRequest) => Promise<void>;

const headers = { 'content-type': 'application/json', 'user-agent': DefaultUserAgent };
const refusal = z.object({ code: z.number(), message: z.string() });

/** Trouble that passes: discord.js waits, repeats and gives up as for all other requests. */
const passes = (status: number): boolean => status === 429 || status >= 500;

/** Null when the reply is not Discord's. */
function errorOf(status: number, reply: string, { method, body }: InteractionRequest, url: string) {
  try {
    const raw = refusal.loose().parse(JSON.parse(reply));
    const sent = { body: JSON.parse(body) as unknown };
    return new DiscordAPIError(raw, raw.code, status, method, url, sent);
  } catch {
    return null;
  }
}

export function createInteractionRequests(rest: REST): SendRequest {
  const { api, version, timeout } = rest.options;
  const { origin, pathname } = new URL(`${api}/v${version}`);
  const dispatcher = rest.agent ?? getGlobalDispatcher();
  const timeouts = { headersTimeout: timeout, bodyTimeout: timeout };

  /** False when it has to be repeated. */
  const isTaken = (request: InteractionRequest): Promise<boolean> =>
    new Promise((resolve, reject) => {
      const { method, body } = request;
      const path = `${pathname}${request.route}`;
      let status = 0;
      let reply = '';
      const answer: Dispatcher.DispatchHandlers = {
        onConnect: () => undefined,
        onHeaders: (code) => {
          status = code;
          if (status >= 200 && status < 300) resolve(true);
          else if (passes(status)) resolve(false);
          return true;
        },
        onData: (chunk) => {
          if (status >= 300) reply += chunk.toString();
          return true;
        },
        onComplete: () => {
          if (status >= 200 && status < 300) return;
          const error = errorOf(status, reply, request, `${origin}${path}`);
          if (error === null) resolve(false);
          else reject(error);
        },
        onError: () => resolve(false),
      };
      dispatcher.dispatch({ origin, path, method, headers, body, ...timeouts }, answer);
    });

  return async (request) => {
    if (await isTaken(request)) return;
    const { method, route, body } = request;
    await rest.request({ method, fullRoute: route, body: JSON.parse(body), auth: false });
  };
}

const known = new WeakMap<REST, SendRequest>();

/** One for each client, so that its address and time limits are read once. */
export function interactionRequestsOf(rest: REST): SendRequest {
  const made = known.get(rest);
  if (made !== undefined) return made;
  const send = createInteractionRequests(rest);
  known.set(rest, send);
  return send;
}
