/** Access control: only this machine's page and programs; and receiving mail. */
import { request } from 'node:http';
import { createTransport } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openSandbox } from './support.ts';

/** fetch does not let one choose the Host header. */
function get(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

const socketOpens = (url: string, headers: Record<string, string>): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url, { headers });
    socket.once('open', () => {
      socket.terminate();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

describe('requests', () => {
  test.each([
    ['the loopback address', {}, 200],
    ['the name localhost', { host: 'localhost:1' }, 200],
    ['a host name rebound to this machine', { host: 'evil.example' }, 403],
    ['another page', { origin: 'https://evil.example' }, 403],
    ['a file opened in a browser', { origin: 'null' }, 403],
  ])('by %s', async (_, headers, status) => {
    const { sandbox } = await openSandbox();
    for (const path of ['api/v10/gateway', 'control/people']) {
      expect(await get(`${sandbox.pageUrl}${path}`, headers)).toBe(status);
    }
  });

  test('for sockets have the same rules', async () => {
    const { sandbox } = await openSandbox();
    const { host } = new URL(sandbox.pageUrl);
    const live = `ws://${host}/control/people/${sandbox.people['anna']}/live`;
    const gateway = `ws://${host}/gateway?v=10&encoding=json`;
    for (const url of [live, gateway]) {
      expect(await socketOpens(url, {})).toBe(true);
      expect(await socketOpens(url, { origin: `http://${host}` })).toBe(true);
      expect(await socketOpens(url, { origin: 'https://evil.example' })).toBe(false);
      expect(await socketOpens(url, { host: 'evil.example' })).toBe(false);
    }
  });

  test('of a bot need its token, except with a token in the path', async () => {
    const { sandbox } = await openSandbox();
    const url = `${sandbox.apiUrl}/v10`;
    const answer = await fetch(`${url}/gateway/bot`, { headers: { authorization: 'Bot x' } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual({ message: '401: Unauthorized', code: 0 });
    const body = JSON.stringify({ type: 4 });
    const open = await fetch(`${url}/interactions/1/x/callback`, { method: 'POST', body });
    expect(open.status).toBe(404);
  });

  test('that are too large are refused', async () => {
    const { sandbox } = await openSandbox();
    const path = `/v10/channels/${sandbox.channels['general']}/messages`;
    const answer = await fetch(`${sandbox.apiUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.botToken}` },
      body: new Uint8Array(26 * 1024 * 1024),
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 40005 });
  });

  test('with invalid JSON are refused', async () => {
    const { sandbox } = await openSandbox();
    const path = `/v10/channels/${sandbox.channels['general']}/messages`;
    const answer = await fetch(`${sandbox.apiUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bot ${sandbox.botToken}` },
      body: '{"content":',
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 50109 });
  });
});

describe('the control interface', () => {
  test.each([
    ['POST', 'people', { displayName: ' ' }, 400],
    ['POST', 'people', { displayName: 'x', more: 1 }, 400],
    ['GET', 'people/1/view', undefined, 404],
    ['GET', 'nowhere', undefined, 404],
  ])('refuses %s %s %j', async (method, path, body, status) => {
    const { sandbox } = await openSandbox();
    const answer = await fetch(`${sandbox.pageUrl}control/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toHaveProperty('message', expect.any(String));
  });

  test('does not show the direct messages of another person', async () => {
    const { sandbox, driver } = await openSandbox();
    const anna = await driver.person('Anna');
    const ben = sandbox.people['ben'];
    const path = `control/people/${ben}/channels/${anna.view.directMessages.id}/messages`;
    expect((await fetch(`${sandbox.pageUrl}${path}`)).status).toBe(404);
  });

  test('adds people with a name, a mail address and the servers', async () => {
    const { driver } = await openSandbox();
    const first = await driver.person('Zoë Ünal');
    expect(first.person).toMatchObject({ username: 'zoe_unal', email: 'zoe.unal@sandbox.example' });
    expect(first.view.servers.map((server) => server.name)).toEqual(['Town']);
  });

  test('counts unread messages and mail', async () => {
    const { sandbox, driver } = await openSandbox();
    const anna = await driver.person('Anna');
    const ben = await driver.person('Ben');
    const general = sandbox.channels['general'] ?? '';
    await ben.say('one', { channel: 'general' });
    await ben.say('two', { channel: 'general' });
    await anna.sees('two');
    const unread = async () =>
      (await (await fetch(`${sandbox.pageUrl}control/people/${anna.id}/view`)).json()).unread;
    expect(await unread()).toMatchObject({ channels: { [general]: 2 }, people: { [ben.id]: 0 } });
    const seen = `control/people/${anna.id}/channels/${general}/seen`;
    expect((await fetch(`${sandbox.pageUrl}${seen}`, { method: 'POST' })).status).toBe(204);
    expect(await unread()).toMatchObject({ channels: {} });
  });
});

describe('mail', () => {
  test('reaches its person, with decoded headers', async () => {
    const { sandbox, driver } = await openSandbox();
    const anna = await driver.person('Anna');
    const ben = await driver.person('Ben');
    const transport = createTransport(sandbox.smtpUrl);
    await transport.sendMail({
      from: 'Bänk <bank@bank.example>',
      to: anna.email.toUpperCase(),
      subject: 'Dein Schlüssel — 🔑',
      text: 'Grüße\nund 123456',
      html: '<p>Grüße</p>',
    });
    const mail = await anna.receivesMail('123456');
    expect(mail).toMatchObject({
      from: 'bank@bank.example',
      to: [anna.email],
      subject: 'Dein Schlüssel — 🔑',
      text: 'Grüße\nund 123456',
    });
    expect(await ben.mail()).toEqual([]);
    await transport.sendMail({ from: 'a@a.example', to: 'x@y.example', subject: 'S', text: 'T' });
    await expect.poll(() => driver.mail()).toHaveLength(2);
    transport.close();
  });
});

describe('the page', () => {
  test('has a policy that allows only its own files', async () => {
    const { sandbox } = await openSandbox();
    const answer = await fetch(sandbox.pageUrl);
    expect(answer.status).toBe(200);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    for (const path of ['page/../../../package.json', 'page/%2e%2e/index.ts', 'page/nothing.js']) {
      expect((await fetch(`${sandbox.pageUrl}${path}`)).status).toBe(404);
    }
    const preact = await fetch(`${sandbox.pageUrl}page/lib/preact/dist/preact.mjs`);
    expect(preact.headers.get('content-type')).toContain('text/javascript');
  });
});
