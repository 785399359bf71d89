import { describe, expect, test } from 'vitest';
import { describeFault, describeStep } from '../../../src/sandbox/page/inspector/fault-kinds.ts';
import { formatLimit, formatTook } from '../../../src/sandbox/page/inspector/moments.ts';
import {
  isRefused,
  meaningOf,
  statusText,
} from '../../../src/sandbox/page/inspector/request-meaning.ts';
import {
  allows,
  permissions,
  withPermission,
} from '../../../src/sandbox/page/manage/permissions.ts';
import type { FaultStep, InspectedRequestDetail } from '../../../src/sandbox/protocol/protocol.ts';

const request = (given: Partial<InspectedRequestDetail>): InspectedRequestDetail => ({
  id: '1',
  atMs: 0,
  method: 'POST',
  path: '/interactions/1/{token}/callback',
  status: 204,
  tookMs: 1,
  fault: null,
  findings: 0,
  sent: null,
  files: [],
  answer: null,
  findingDetails: [],
  ...given,
});
const sent = (json: unknown) => ({ text: JSON.stringify(json, null, 2), isWhole: true });

describe('a request in the inspector', () => {
  test.each([
    [{ type: 4, data: { content: 'x' } }, 'first answer: message'],
    [{ data: { type: 7 }, type: 5 }, 'first answer: thinking'],
    [{ type: 9, data: {} }, 'first answer: form'],
    [{ type: 99 }, 'first answer: type 99'],
    [{}, 'first answer'],
  ])('%j means %s', (json, meaning) => {
    expect(meaningOf(request({ sent: sent(json) }))).toBe(meaning);
  });

  test.each([
    ['PATCH', '/webhooks/1/{token}/messages/@original', 'edit'],
    ['POST', '/webhooks/1/{token}', 'follow-up'],
    ['DELETE', '/webhooks/1/{token}/messages/2', 'deletion'],
    ['GET', '/webhooks/1/{token}/messages/2', null],
    ['PUT', '/applications/1/commands', null],
  ])('%s %s means %s', (method, path, meaning) => {
    expect(meaningOf(request({ method, path }))).toBe(meaning);
  });

  test('shows its status, or that it is pending', () => {
    expect(statusText(request({}))).toBe('204');
    expect(statusText(request({ status: null, tookMs: null }))).toBe('…');
    expect(statusText(request({ status: null, tookMs: 5 }))).toBe('cut');
    expect([200, 399, 400, 502].map((status) => isRefused(request({ status })))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });
});

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1_250, '1.25 s'],
  [65_000, '1:05 min'],
  [900_000, '15:00 min'],
])('%i ms is written %s', (ms, text) => {
  expect(formatTook(ms)).toBe(text);
});

test('a limit is written in short form', () => {
  expect([3_000, 1_200, 900_000, 50].map(formatLimit)).toEqual(['3 s', '1.2 s', '15 min', '50 ms']);
});

test('an armed fault is described in one line', () => {
  expect(describeFault({ kind: 'lose-event' })).toBe('Event lost');
  expect(describeFault({ kind: 'lose-answer', route: 'POST /interactions/*' })).toBe(
    'First answer: is handled, but its answer is lost',
  );
  expect(describeFault({ kind: 'rate-limit', route: 'GET /x' })).toBe(
    'GET /x: gets a rate limit (429)',
  );
  expect(describeFault({ kind: 'server-error' })).toMatch(/^Any request/);
});

test.each<[string, FaultStep]>([
  ['Event sent twice', { arm: { kind: 'duplicate-event' } }],
  ['After transfer: Event lost', { onInteraction: 'transfer', arm: { kind: 'lose-event' } }],
  ['After 5 ms: Cut the connections', { afterMs: 5, arm: { kind: 'cut-sockets', code: 4000 } }],
  [
    'After go, 5 ms: Ask to reconnect',
    { onInteraction: 'go', afterMs: 5, arm: { kind: 'reconnect' } },
  ],
  ['Invalid session', { arm: { kind: 'invalid-session' } }],
  ['Invalid session, resumable', { arm: { kind: 'invalid-session', resumable: true } }],
  ['Anna closes direct messages', { arm: { kind: 'close-dms', person: 'Anna' } }],
  ['Anna opens direct messages', { arm: { kind: 'open-dms', person: 'Anna' } }],
])('a step of a script reads %s', (text, step) => {
  expect(describeStep(step)).toBe(text);
});

test('a permission is set and cleared without changing others', () => {
  const [administrator] = permissions();
  if (!administrator) throw new Error('There are no permissions');
  const unknown = 1n << 60n;
  const given = withPermission(unknown.toString(), administrator, true);
  expect(allows(given, administrator)).toBe(true);
  expect(withPermission(given, administrator, false)).toBe(unknown.toString());
});
