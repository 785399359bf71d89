/** The container image and its compose file name only what exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settings } from '../../../src/config/settings.ts';
import { projectFolder } from '../../support/process.ts';

const fileOf = (name: string) => readFileSync(join(projectFolder, name), 'utf8');
const isThere = (name: string) => existsSync(join(projectFolder, name));
const isSetting = (name: string) => Object.hasOwn(settings, name);

describe('Dockerfile', () => {
  const text = fileOf('Dockerfile').replaceAll(/\\\n\s*/g, ' ');
  const stages = text.split(/^(?=FROM )/m).slice(1);
  const last = stages.at(-1)!;

  test('every stage is of the Node that .nvmrc names', () => {
    const major = fileOf('.nvmrc').trim();
    for (const stage of stages) expect(stage).toMatch(new RegExp(`^FROM node:${major}-`));
  });

  test('what is copied exists, and .dockerignore lets it through', () => {
    const ignored = fileOf('.dockerignore').split('\n');
    const sources = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, list]) =>
      list!.split(' '),
    );
    expect(sources.length).toBeGreaterThan(8);
    expect(ignored[0]).toBe('*');
    for (const source of sources) expect([isThere(source), ignored]).toEqual([true, ignored]);
    expect(sources.filter((source) => !ignored.includes(`!${source}`))).toEqual([]);
    // No settings, secrets or data can reach the image.
    expect(ignored.filter((line) => /env|local|git/.test(line))).toEqual([]);
  });

  test('the last stage runs as another user than root, without npm and with a health check', () => {
    const user = last.indexOf('\nUSER node\n');
    expect(user).toBeGreaterThan(0);
    expect(last.slice(user)).not.toMatch(/^(RUN|COPY|ADD) /m);
    expect(last).not.toMatch(/RUN npm|apt-get/);
    expect(last).toMatch(/rm -rf \/usr\/local\/lib\/node_modules/);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).toMatch(/^STOPSIGNAL SIGTERM$/m);
  });

  test('its programs exist', () => {
    const programs = [...last.matchAll(/CMD \["node", (?:"--[^"]+", )*"dist\/([^"]+)\.js"\]/g)];
    expect(programs).toHaveLength(2);
    for (const [, path] of programs) expect(isThere(`${path}.ts`)).toBe(true);
  });

  test('its variables are settings, or known to Node or the C library', () => {
    const [, list = ''] = /^ENV (.+)$/m.exec(last) ?? [];
    const names = [...list.matchAll(/([A-Z_]+)=(?:"[^"]*"|\S+)/g)].map(([, name]) => name!);
    const others = ['NODE_ENV', 'UV_THREADPOOL_SIZE', 'MALLOC_ARENA_MAX'];
    expect(names.filter((name) => !isSetting(name)).toSorted()).toEqual(others.toSorted());
  });
});

describe('deploy/compose.yml', () => {
  const text = fileOf('deploy/compose.yml');
  const services = new Map(
    text
      .slice(text.indexOf('\nservices:'), text.indexOf('\nvolumes:'))
      .split(/^ {2}(?=\w+:$)/m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf(':')), part] as const),
  );

  test('the bank gets settings that exist', () => {
    const [, environment = ''] =
      /environment:\n([^]*?)\n {4}volumes:/.exec(services.get('bank')!) ?? [];
    const names = [...environment.matchAll(/^ {6}([A-Z_]+):/gm)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(6);
    expect(names.filter((name) => !isSetting(name))).toEqual([]);
  });

  test('its variables are those of compose.env.example', () => {
    const used = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name!));
    const given = [...fileOf('deploy/compose.env.example').matchAll(/^([A-Z_]+)=/gm)];
    expect(given.map(([, name]) => name!).toSorted()).toEqual([...used].toSorted());
  });

  test('mounted files exist, and named volumes are declared', () => {
    const mounts = [...text.matchAll(/^ {6}- ([\w./${}:-]+?):(\/[\w./-]+)/gm)].map(
      ([, from]) => from!,
    );
    expect(mounts.length).toBeGreaterThan(8);
    const files = mounts.filter((from) => from.startsWith('./'));
    for (const file of files) expect(isThere(join('deploy', file))).toBe(true);
    const declared = text.slice(text.indexOf('\nvolumes:'));
    const named = mounts
      .filter((from) => !from.startsWith('.'))
      .map((from) => /\w+(?=\}?$)/.exec(from)![0]);
    for (const name of named) expect(declared).toContain(`  ${name}:`);
  });

  test('the bank has a read-only root, no capabilities, and time to finish payments', () => {
    const bank = services.get('bank')!;
    expect(bank).toMatch(/read_only: true/);
    expect(bank).toMatch(/cap_drop: \[ALL\]/);
    expect(bank).toMatch(/stop_grace_period: 30s/);
    expect(bank).toMatch(/service_healthy/);
    // Only the bank's page, and only for a proxy on the machine: metrics have no password.
    expect(bank?.match(/ports:.*/g)).toEqual(["ports: ['127.0.0.1:4781:4781']"]);
    for (const service of services.values()) expect(service).toMatch(/restart: unless-stopped/);
  });
});
