import { expect, test } from 'vitest';
import { NotReady, awayCode } from '../../../src/bot/outbox/away.ts';

const failure = (facts: object, name = 'Error') => Object.assign(new Error('x'), { name }, facts);

test.each([
  [failure({ code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  [failure({ code: 'UND_ERR_SOCKET' }, 'SocketError'), 'UND_ERR_SOCKET'],
  [failure({ cause: failure({ code: 'EAI_AGAIN' }) }, 'TypeError'), 'EAI_AGAIN'],
  [failure({ status: 503 }, 'HTTPError'), 'HTTP_503'],
  [failure({}, 'AbortError'), 'NO_ANSWER'],
  [new NotReady('late'), 'NO_ANSWER'],
  // Refusals, and what is no failure of the way there.
  [failure({ code: 'TokenInvalid' }), null],
  [failure({ code: 50_001, status: 403 }, 'DiscordAPIError'), null],
  [failure({ code: 'ERR_INVALID_ARG_TYPE' }, 'TypeError'), null],
  ['ECONNREFUSED', null],
])('%s is away: %s', (error, code) => {
  expect(awayCode(error)).toBe(code);
});
