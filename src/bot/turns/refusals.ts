/**
 * Refusals of interactions, in the cheapest way: their bodies are made beforehand, and of Discord's
 * answer the status alone is read. At twice what the process can serve, discord.js' queues, its
 * reading of answers and its errors cost a third of the refusals. Discord's rate limits do not
 * count first answers.
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
import { DefaultUserAgent, type REST, Routes } from 'discord.js';
import { type Dispatcher, getGlobalDispatcher } from 'undici';

const headers = { 'content-type': 'application/json', 'user-agent': DefaultUserAgent };

/** Sends the body, JSON, as the first answer to an interaction. */
export type SendRefusal = (
  asked: { readonly id: string; readonly token: string },
  body: string,
) => void;

export function createRefusals(rest: REST): SendRefusal {
  const { api, version, timeout } = rest.options;
  const { origin, pathname } = new URL(`${api}/v${version}`);
  const dispatcher = rest.agent ?? getGlobalDispatcher();
  const timeouts = { headersTimeout: timeout, bodyTimeout: timeout };
  return ({ id, token }, body) => {
    const route = Routes.interactionCallback(id, token);
    /** Repeated by discord.js: a connection may have been closed as it was used. */
    const repeat = (): void => {
      // Nothing was begun: whether the answer arrives changes nothing.
      rest.post(route, { body: JSON.parse(body), auth: false }).catch(() => undefined);
    };
    const answer: Dispatcher.DispatchHandlers = {
      onConnect: () => undefined,
      onHeaders: (status) => {
        if (status >= 500) repeat();
        return true;
      },
      onData: () => true,
      onComplete: () => undefined,
      onError: repeat,
    };
    const path = `${pathname}${route}`;
    dispatcher.dispatch({ origin, path, method: 'POST', headers, body, ...timeouts }, answer);
  };
}
