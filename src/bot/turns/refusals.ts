/**
 * Refusals of interactions, in the cheapest way: their bodies are made beforehand, and what Discord
 * answers is not read. At twice what the process can serve, discord.js' queues, its reading of
 * answers and its errors cost a third of the refusals. Limits of requests do not count them.
 * https://discord.com/developers/docs/interactions/receiving-and-responding
 */
import { DefaultUserAgent, type REST, Routes } from 'discord.js';
import { type Dispatcher, getGlobalDispatcher } from 'undici';

/** Discord shows a failure itself after 3 s. */
const timeoutMs = 3_000;

const headers = { 'content-type': 'application/json', 'user-agent': DefaultUserAgent };

/** Nothing was begun: whether the answer arrives changes nothing. */
const unread: Dispatcher.DispatchHandlers = {
  onConnect: () => undefined,
  onHeaders: () => true,
  onData: () => true,
  onComplete: () => undefined,
  onError: () => undefined,
};

/** Sends the body, JSON, as the first answer to an interaction. */
export type SendRefusal = (
  asked: { readonly id: string; readonly token: string },
  body: string,
) => void;

export function createRefusals(rest: REST): SendRefusal {
  const { api, version } = rest.options;
  const { origin, pathname } = new URL(`${api}/v${version}`);
  const dispatcher = rest.agent ?? getGlobalDispatcher();
  const timeouts = { headersTimeout: timeoutMs, bodyTimeout: timeoutMs };
  return ({ id, token }, body) => {
    const path = `${pathname}${Routes.interactionCallback(id, token)}`;
    dispatcher.dispatch({ origin, path, method: 'POST', headers, body, ...timeouts }, unread);
  };
}
