/** A bank that was started with METRICS_PORT, from its start to its end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDriver } from '../../src/sandbox/driver.ts';
import { startBankProcess } from '../support/process.ts';

const folder = mkdtempSync(join(tmpdir(), 'passbook-metrics-'));
afterAll(() => rmSync(folder, { recursive: true }));

const numberOf = (text: string, series: string): number =>
  Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.split(' ')[1],
  );

test('is not ready at first, then counts what people do, and ends with the bank', async () => {
  const environment = { PASSBOOK_DATA: folder, METRICS_PORT: '0', DATABASE_DURABILITY: 'relaxed' };
  const bank = startBankProcess(environment);
  try {
    const [, address] = await bank.line(/Metrics: (http:\/\/127\.0\.0\.1:\d+)\/metrics/);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    expect((await fetch(`${address}/readyz`)).status).toBe(503);
    const [, page] = await bank.line(/Open (http:\S+) in a browser/);
    await expect.poll(async () => (await fetch(`${address}/readyz`)).status).toBe(200);
    const driver = openDriver(page!);
    const anna = await driver.person('Anna');
    await anna.run('/help');
    await anna.run('/balance');
    driver.close();
    const text = await (await fetch(`${address}/metrics`)).text();
    const handled = (command: string) =>
      numberOf(text, `passbook_interactions_total{command="${command}",outcome="handled"}`);
    expect(handled('help')).toBe(1);
    expect(handled('balance')).toBe(1);
    expect(numberOf(text, 'passbook_first_answer_seconds_count')).toBeGreaterThanOrEqual(2);
    expect(numberOf(text, 'passbook_sessions')).toBe(0);
    expect(numberOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
    expect((await bank.stop()).code).toBe(0);
    await expect(fetch(`${address}/healthz`)).rejects.toThrow();
  } finally {
    await bank.stop();
  }
});
