/** The dashboard, the alert rules and the documents name metrics that exist, and only those. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/metrics/catalogue.ts';
import { createMeter } from '../../../src/metrics/meter.ts';
import { errorCodes } from '../../../src/bank/model/index.ts';
import { logEvents } from '../../../src/log/events.ts';
import { projectFolder } from '../../support/process.ts';

const fileOf = (name: string) => readFileSync(join(projectFolder, name), 'utf8');
const namesIn = (text: string) =>
  new Set(text.match(/\b(?:passbook|process|nodejs)_[a-z0-9_]+\b/g) ?? []);

/** As Prometheus stores them: a histogram has three series. */
async function exposed(): Promise<ReadonlySet<string>> {
  const text = await createMeter().text();
  const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
  return new Set(
    types.flatMap(([, name, type]) =>
      type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => `${name}${end}`) : [name!],
    ),
  );
}

describe.each(['deploy/alerts.yml', 'deploy/grafana.json'])('%s', (file) => {
  test('names only metrics that exist', async () => {
    const known = await exposed();
    const unknown = [...namesIn(fileOf(file))].filter((name) => !known.has(name));
    expect(unknown).toEqual([]);
    expect(namesIn(fileOf(file)).size).toBeGreaterThan(10);
  });
});

test('every alert has a summary and a line that says what to do', () => {
  const rules = fileOf('deploy/alerts.yml').split('- alert: ').slice(1);
  expect(rules.length).toBeGreaterThan(10);
  for (const rule of rules) {
    expect(rule).toMatch(/\n +expr: /);
    expect(rule).toMatch(/\n +summary: .{10,}/);
    expect(rule).toMatch(/\n +runbook: .{10,}/);
  }
});

test('codes, events and outcomes in alerts exist', () => {
  const text = fileOf('deploy/alerts.yml');
  const valuesOf = (label: string) =>
    [...text.matchAll(new RegExp(`\\b${label}=~?"([^"]+)"`, 'g'))].flatMap(([, list]) =>
      list!.split('|'),
    );
  const known: readonly string[] = errorCodes;
  expect(valuesOf('event').filter((name) => !Object.hasOwn(logEvents, name))).toEqual([]);
  expect(valuesOf('code').filter((code) => !known.includes(code))).toEqual([]);
  const outcomes = ['handled', 'refused', 'failed', 'late', 'bank_away'];
  expect(valuesOf('outcome').filter((outcome) => !outcomes.includes(outcome))).toEqual([]);
});

test('docs/operations.md has every metric of the bank', () => {
  const documented = namesIn(fileOf('docs/operations.md'));
  expect(Object.keys(catalogue).filter((name) => !documented.has(name))).toEqual([]);
});

test('the dashboard is valid: panels have one place each and a query', () => {
  const { panels } = JSON.parse(fileOf('deploy/grafana.json')) as {
    panels: { id: number; gridPos: { x: number; y: number }; targets: { expr: string }[] }[];
  };
  const places = panels.map(({ gridPos: { x, y } }) => `${x} ${y}`);
  expect(new Set(places).size).toBe(panels.length);
  expect(panels.every(({ targets }) => targets.every(({ expr }) => expr.length > 5))).toBe(true);
});
