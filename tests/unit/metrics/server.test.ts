/** Metrics, health and readiness over HTTP. */
import { afterEach, expect, test } from 'vitest';
import type { Logger } from '../../../src/log/logger.ts';
import { countedLogger } from '../../../src/metrics/counted.ts';
import type { Sources, Watched } from '../../../src/metrics/gauges.ts';
import { createMeter } from '../../../src/metrics/meter.ts';
import { type MetricsServer, serveMetrics } from '../../../src/metrics/server.ts';

const calm: Watched = {
  jobs: { count: 0, eldestMs: 0 },
  stuck: 0,
  messages: { count: 0, eldestMs: 0 },
  sessions: 3,
  isHalted: false,
};
let server: MetricsServer | null = null;
afterEach(async () => server?.close());

async function served(sources: Partial<Sources> = {}) {
  const meter = createMeter();
  const all = {
    watched: async () => calm,
    isConnected: () => true,
    backupAgeMs: async () => 90_000,
    pool: () => ({ busy: 2, waiting: 1 }),
    ...sources,
  };
  server = await serveMetrics(meter, all, { host: '127.0.0.1', port: 0 });
  const { port } = server;
  const get = async (path: string, method = 'GET') => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    return { status: answer.status, text: await answer.text() };
  };
  return { meter, get };
}

const valueOf = (text: string, series: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`${series} `))
    ?.split(' ')[1];

test('a bank that serves is alive and ready', async () => {
  const { get } = await served();
  expect((await get('/healthz')).status).toBe(200);
  const ready = await get('/readyz');
  expect(ready.status).toBe(200);
  expect(JSON.parse(ready.text)).toEqual({
    ready: true,
    database: true,
    gateway: true,
    migrations: true,
    payments: true,
  });
  const { text } = await get('/metrics');
  expect(valueOf(text, 'passbook_ready')).toBe('1');
  expect(valueOf(text, 'passbook_sessions')).toBe('3');
  expect(valueOf(text, 'passbook_pool_waiting')).toBe('1');
});

test.each<[string, Partial<Sources>, string]>([
  ['before the bank has opened', { watched: async () => null }, 'database'],
  ['without the gateway', { isConnected: () => false }, 'gateway'],
  ['while payments are halted', { watched: async () => ({ ...calm, isHalted: true }) }, 'payments'],
  [
    'when the database fails',
    { watched: async () => Promise.reject(new Error('gone')) },
    'database',
  ],
])('%s it is alive but not ready', async (_, sources, part) => {
  const { get } = await served(sources);
  expect((await get('/healthz')).status).toBe(200);
  const { status, text } = await get('/readyz');
  expect(status).toBe(503);
  expect(JSON.parse(text)).toMatchObject({ ready: false, [part]: false });
  expect(valueOf((await get('/metrics')).text, 'passbook_ready')).toBe('0');
});

test('gauges of a database that went away are not shown with old values', async () => {
  let isAway = false;
  const { get } = await served({ watched: async () => (isAway ? null : calm) });
  expect(valueOf((await get('/metrics')).text, 'passbook_sessions')).toBe('3');
  isAway = true;
  await expect
    .poll(async () => valueOf((await get('/metrics')).text, 'passbook_sessions'))
    .not.toBe('3');
});

test('many who ask at once cause one look at the database', async () => {
  let looks = 0;
  const { get } = await served({
    watched: async () => {
      looks += 1;
      return calm;
    },
  });
  await Promise.all(Array.from({ length: 15 }, async () => get('/readyz')));
  expect(looks).toBe(1);
});

test('other paths and methods are refused', async () => {
  const { get } = await served();
  expect((await get('/')).status).toBe(404);
  expect((await get('/constructor')).status).toBe(404);
  expect((await get('/metrics/x')).status).toBe(404);
  expect((await get('/metrics', 'POST')).status).toBe(405);
});

test('a port in use is an error', async () => {
  await served();
  const place = { host: '127.0.0.1', port: server!.port };
  const sources = {
    watched: async () => null,
    isConnected: () => false,
    backupAgeMs: async () => null,
    pool: () => null,
  };
  await expect(serveMetrics(createMeter(), sources, place)).rejects.toThrow('EADDRINUSE');
});

test('events are counted, and still logged', async () => {
  const { meter, get } = await served();
  const logged: string[] = [];
  const log: Logger = { event: (name) => void logged.push(name), close: () => {} };
  const logger = countedLogger(log, meter);
  logger.event('bot.command', { command: 'transfer', step: 'confirm', ms: 12 });
  logger.event('bot.refused', { command: 'login', code: 'CREDENTIALS_WRONG' });
  logger.event('bot.first-answer', { command: 'transfer', ms: 40 });
  logger.event('bot.rate-limited', { ms: 100 });
  logger.event('bank.batch', { count: 7, ms: 3, waitMs: 1 });
  logger.event('bank.outcome-unknown', { reference: 'X' });
  expect(logged).toHaveLength(6);
  const { text } = await get('/metrics');
  const handled = 'passbook_interactions_total{command="transfer",outcome="handled"}';
  expect(valueOf(text, handled)).toBe('1');
  expect(valueOf(text, 'passbook_refusals_total{code="CREDENTIALS_WRONG"}')).toBe('1');
  expect(valueOf(text, 'passbook_first_answer_seconds_bucket{le="0.05"}')).toBe('1');
  expect(valueOf(text, 'passbook_first_answer_seconds_sum')).toBe('0.04');
  expect(valueOf(text, 'passbook_discord_rate_limited_total')).toBe('1');
  expect(valueOf(text, 'passbook_ledger_requests_total')).toBe('7');
  expect(valueOf(text, 'passbook_ledger_batches_total')).toBe('1');
  expect(valueOf(text, 'passbook_events_total{event="bank.outcome-unknown"}')).toBe('1');
  expect(valueOf(text, 'passbook_events_total{event="bot.rate-limited"}')).toBe('1');
});
