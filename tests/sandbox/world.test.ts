/** The world survives its process: same ids, messages, commands and mail. */
import { fork, type ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDriver } from '../../src/sandbox/driver.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { startSandbox, type Sandbox } from '../../src/sandbox/index.ts';
import { Journal } from '../../src/sandbox/world/journal.ts';
import type { MessageRow } from '../../src/sandbox/world/rows.ts';
import { Store } from '../../src/sandbox/world/store.ts';
import { World } from '../../src/sandbox/world/world.ts';
import { childProgram } from '../support/child.ts';
import { callApi, seed } from './support.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function during<Value>(
  folder: string,
  work: (sandbox: Sandbox) => Promise<Value>,
): Promise<Value> {
  const sandbox = await startSandbox({ seed, folder, port: 0 });
  try {
    return await work(sandbox);
  } finally {
    await sandbox.close();
  }
}

const say = async (sandbox: Sandbox, content: string): Promise<void> => {
  const path = `/channels/${sandbox.channels['general']}/messages`;
  expect(await callApi(sandbox, 'POST', path, { content })).toMatchObject({ status: 200 });
};

const look = async (sandbox: Sandbox) => {
  const { people, servers, channels, botToken, applicationId } = sandbox;
  const commands = await callApi(sandbox, 'GET', `/applications/${applicationId}/commands`);
  const list = await (await fetch(`${sandbox.pageUrl}control/people`)).json();
  return { people, servers, channels, botToken, applicationId, commands: commands.body, list };
};

describe('after a restart', () => {
  test('people, servers, channels, token and commands are the same', async () => {
    const folder = newFolder();
    const before = await during(folder, async (sandbox) => {
      const driver = openDriver(sandbox.pageUrl);
      await driver.person('Someone New');
      driver.close();
      const path = `/applications/${sandbox.applicationId}/commands`;
      await callApi(sandbox, 'PUT', path, [{ name: 'ping', description: 'Answers' }]);
      return look(sandbox);
    });
    expect(await during(folder, look)).toEqual(before);
    expect(before.list).toHaveLength(4);
    expect(before.commands).toHaveLength(1);
  });

  test('messages are kept, and new ones come after them', async () => {
    const folder = newFolder();
    await during(folder, (sandbox) => say(sandbox, 'before'));
    const contents = await during(folder, async (sandbox) => {
      await say(sandbox, 'after');
      const { anna } = sandbox.people;
      const path = `control/people/${anna}/channels/${sandbox.channels['general']}/messages`;
      const messages = await (await fetch(`${sandbox.pageUrl}${path}`)).json();
      return (messages as { content: string }[]).map(({ content }) => content);
    });
    expect(contents).toEqual(['before', 'after']);
  });

  test('links to files use the current port', async () => {
    const folder = newFolder();
    await during(folder, async (sandbox) => {
      const form = new FormData();
      form.append('files[0]', new Blob(['kept']), 'a.txt');
      form.append('payload_json', '{"content":"a file"}');
      const answer = await fetch(
        `${sandbox.apiUrl}/v10/channels/${sandbox.channels['general']}/messages`,
        { method: 'POST', headers: { authorization: `Bot ${sandbox.botToken}` }, body: form },
      );
      expect(answer.status).toBe(200);
    });
    await during(folder, async (sandbox) => {
      const path = `/channels/${sandbox.channels['general']}/messages`;
      const [message] = (await callApi(sandbox, 'GET', path)).body as {
        attachments: { url: string }[];
      }[];
      const url = message?.attachments[0]?.url ?? '';
      expect(url.startsWith(sandbox.pageUrl)).toBe(true);
      expect(await (await fetch(url)).text()).toBe('kept');
    });
  });

  test('new parts of the seed are added, and existing ones are kept', async () => {
    const folder = newFolder();
    const before = await during(folder, async (sandbox) => sandbox);
    const [town, ...others] = seed.servers;
    if (!town) throw new Error('The seed has a server');
    const newer = {
      ...seed,
      people: [...seed.people, { key: 'cleo', displayName: 'Cleo' }],
      servers: [
        { ...town, channels: [...town.channels, { key: 'news', name: 'news', topic: '' }] },
        ...others,
      ],
    };
    const sandbox = await startSandbox({ seed: newer, folder, port: 0 });
    await sandbox.close();
    expect(sandbox.people).toEqual({ ...before.people, cleo: expect.stringMatching(/^\d+$/) });
    expect(sandbox.channels).toEqual({ ...before.channels, news: expect.stringMatching(/^\d+$/) });
  });

  test('an answer that was still awaited is removed', async () => {
    const store = new Store(null);
    expect(store.size('messages')).toBe(0);
    const folder = newFolder();
    await during(folder, (sandbox) => say(sandbox, 'stays'));
    const lines = readFileSync(join(folder, 'world.jsonl'), 'utf8').trim().split('\n');
    const line = lines.find((candidate) => candidate.includes('"stays"')) ?? '';
    const [table, id, row] = JSON.parse(line) as [string, string, { body: { flags: number } }];
    const thinking = { ...row, id: `${id}1`, body: { ...row.body, flags: 128 } };
    appendFileSync(join(folder, 'world.jsonl'), `${JSON.stringify([table, `${id}1`, thinking])}\n`);
    const count = await during(folder, async (sandbox) => {
      const path = `/channels/${sandbox.channels['general']}/messages`;
      return ((await callApi(sandbox, 'GET', path)).body as unknown[]).length;
    });
    expect(count).toBe(1);
  });
});

describe('the messages of a channel', () => {
  const manyOf = (world: World, channelId: string, visibleTo: string | null, count: number) => {
    for (let number = 0; number < count; number += 1) {
      const id = world.ids.next();
      const body = { id, channel_id: channelId, content: `${number}` } as MessageRow['body'];
      world.messages.put({ id, channelId, visibleTo, usedCommand: null, body });
    }
  };
  const texts = (rows: readonly MessageRow[]) => rows.map(({ body }) => body.content);

  test('for one person do not displace public ones, and have their own limit', () => {
    const world = new World({ folder: null, clock: systemClock });
    manyOf(world, 'a', null, 1);
    manyOf(world, 'a', 'anna', 550);
    manyOf(world, 'a', 'ben', 2);
    manyOf(world, 'a', null, 1);
    expect(texts(world.messages.publicIn('a'))).toEqual(['0', '0']);
    expect(texts(world.messages.visibleTo('ben', 'a'))).toEqual(['0', '0', '1', '0']);
    const annas = world.messages.visibleTo('anna', 'a');
    expect([annas.length, annas[1]?.body.content]).toEqual([202, '350']);
    manyOf(world, 'a', null, 500);
    expect(world.messages.publicIn('a')).toHaveLength(500);
    expect(world.messages.in('a')).toHaveLength(702);
    world.messages.removeAllIn('a');
    expect(world.store.size('messages')).toBe(0);
  });
});

test('a folder can be used by one sandbox at a time', async () => {
  const folder = newFolder();
  await during(folder, async () => {
    await expect(startSandbox({ seed, folder, port: 0 })).rejects.toThrow('Another sandbox');
  });
  await during(folder, async () => undefined);
});

describe('the journal', () => {
  test('accepts an incomplete last line, and refuses a damaged one in the middle', () => {
    const folder = newFolder();
    const path = join(folder, 'world.jsonl');
    const journal = new Journal(folder);
    journal.rewrite([
      ['seen', 'a', { lastId: '1' }],
      ['seen', 'b', { lastId: '2' }],
    ]);
    journal.close();
    appendFileSync(path, '["seen","c",{"last');
    expect(new Store(folder).get('seen', 'b')).toEqual({ lastId: '2' });
    expect(new Store(folder).get('seen', 'c')).toBeUndefined();
    writeFileSync(path, '["seen","a"\n["seen","b",{"lastId":"2"}]\n');
    expect(() => new Store(folder)).toThrow('line 1 is damaged');
  });

  test('is readable only by its owner, and is compacted at every start', () => {
    const folder = newFolder();
    const path = join(folder, 'world.jsonl');
    const store = new Store(folder);
    for (let round = 0; round < 100; round += 1) store.put('seen', 'a', { lastId: `${round}` });
    store.close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(100);
    new Store(folder).close();
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(1);
  });

  test('is rewritten while running when most lines are outdated', () => {
    const folder = newFolder();
    const store = new Store(folder);
    for (let round = 0; round < 120_000; round += 1) store.put('seen', 'a', { lastId: `${round}` });
    store.close();
    const lines = readFileSync(join(folder, 'world.jsonl'), 'utf8').trim().split('\n').length;
    expect(lines).toBeLessThan(51_000);
    expect(new Store(folder).get('seen', 'a')).toEqual({ lastId: '119999' });
  });

  test('keeps everything acknowledged when the process is killed', async () => {
    const folder = newFolder();
    const child = fork(await childProgram('tests/sandbox/sandbox-process.ts'), [folder]);
    onTestFinished(() => void child.kill('SIGKILL'));
    const { apiUrl, botToken, channelId } = await firstMessage(child);
    let acknowledged = 0;
    const killed = new Promise((resolve) => child.once('exit', resolve));
    const path = `${apiUrl}/v10/channels/${channelId}/messages`;
    const send = async (): Promise<void> => {
      for (;;) {
        const response = await fetch(path, {
          method: 'POST',
          headers: { authorization: `Bot ${botToken}`, 'content-type': 'application/json' },
          body: JSON.stringify({ content: 'x' }),
        });
        if (response.ok) acknowledged += 1;
        if (acknowledged === 60) child.kill('SIGKILL');
      }
    };
    await Promise.all([send(), send(), send()].map((sender) => sender.catch(() => undefined)));
    await killed;
    const kept = await during(folder, async (sandbox) => {
      const list = `/channels/${channelId}/messages?limit=100`;
      return ((await callApi(sandbox, 'GET', list)).body as unknown[]).length;
    });
    expect(acknowledged).toBeGreaterThanOrEqual(60);
    expect(kept).toBeGreaterThanOrEqual(acknowledged);
    // At most one more per sender: stored, but not acknowledged before the kill.
    expect(kept).toBeLessThanOrEqual(acknowledged + 3);
  });
});

const firstMessage = (child: ChildProcess) =>
  new Promise<{ apiUrl: string; botToken: string; channelId: string }>((resolve) =>
    child.once('message', (message) => resolve(message as never)),
  );
