/** The inspector with a real bot's traffic. */
import { MessageFlags } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type {
  InspectedInteractionDetail,
  InspectedRequestDetail,
  InspectorOverview,
} from '../../src/sandbox/protocol/protocol.ts';
import { withBot } from './bots.ts';
import { callApi, openSandbox, openSilentBot, type Setting } from './support.ts';

async function look<Answer>({ sandbox }: Pick<Setting, 'sandbox'>, path = ''): Promise<Answer> {
  const response = await fetch(`${sandbox.pageUrl}control/inspector${path}`);
  return (await response.json()) as Answer;
}
const overview = (setting: Setting) => look<InspectorOverview>(setting);
const interaction = (setting: Setting, id: string | undefined) =>
  look<InspectedInteractionDetail>(setting, `/interactions/${id}`);

describe('the inspector', () => {
  test('shows an interaction with the event, every request and every answer', async () => {
    const setting = await withBot(async (received) => {
      if (!received.isChatInputCommand()) return;
      await received.deferReply({ flags: MessageFlags.Ephemeral });
      await received.editReply('done');
    });
    const anna = await setting.driver.person('Anna');
    await anna.run('/give', { what: 'cake' });
    const { interactions, limits, sessions } = await overview(setting);
    expect(limits).toEqual({ firstAnswerMs: 3_000, tokenMs: 900_000 });
    expect(sessions).toEqual([{ shard: [0, 1], isConnected: true }]);
    expect(interactions).toHaveLength(1);
    expect(interactions[0]).toMatchObject({
      kind: 'command',
      label: '/give',
      personId: anna.id,
      state: 'answered',
      deliveries: 1,
      requests: 2,
      findings: 0,
    });
    expect(interactions[0]?.answeredAfterMs).toBeLessThan(3_000);
    const detail = await interaction(setting, interactions[0]?.id);
    expect(JSON.parse(detail.event.text)).toMatchObject({
      data: { name: 'give', options: [{ name: 'what', value: 'cake' }] },
    });
    const [first, second] = detail.requestDetails;
    expect(first).toMatchObject({
      method: 'POST',
      path: `/interactions/${detail.id}/{token}/callback?with_response=false`,
      status: 204,
      answer: null,
    });
    expect(JSON.parse(first?.sent?.text ?? '')).toEqual({ type: 5, data: { flags: 64 } });
    expect(second?.path).toBe(
      `/webhooks/${setting.sandbox.applicationId}/{token}/messages/@original`,
    );
    expect(second?.status).toBe(200);
    expect(JSON.parse(second?.sent?.text ?? '')).toMatchObject({ content: 'done' });
    expect(JSON.parse(second?.answer?.text ?? '')).toMatchObject({ content: 'done', flags: 64 });
  });

  test('attaches a broken rule to the interaction and the request that broke it', async () => {
    const setting = await openSandbox();
    const { ping } = await openSilentBot(setting);
    const pending = await ping();
    await pending.callback({ type: 4, data: { content: 'x'.repeat(2_001) } });
    const detail = await interaction(setting, pending.id);
    expect(detail.findings).toBe(1);
    expect(detail.findingDetails[0]?.rule).toBe('50035 Invalid Form Body');
    expect(detail.requestDetails[0]).toMatchObject({ status: 400, findings: 1 });
    expect(JSON.parse(detail.requestDetails[0]?.answer?.text ?? '')).toMatchObject({ code: 50035 });
  });

  test('attaches a missed deadline, which has no request', async () => {
    const setting = await openSandbox({ deadlines: { firstAnswerMs: 50 } });
    const { ping } = await openSilentBot(setting);
    const { id } = await ping();
    await expect.poll(async () => (await interaction(setting, id)).state).toBe('failed');
    const detail = await interaction(setting, id);
    expect(detail).toMatchObject({ answeredAfterMs: null, requests: 0, findings: 1 });
    expect(detail.findingDetails[0]?.rule).toBe('answer within 50 ms');
  });

  test('shows requests outside interactions, such as unknown routes, with answers', async () => {
    const setting = await openSandbox();
    await callApi(setting.sandbox, 'GET', '/guilds/1/gifts');
    const { requests, findings } = await overview(setting);
    expect(requests[0]).toMatchObject({
      method: 'GET',
      path: '/guilds/1/gifts',
      status: 404,
      findings: 1,
    });
    expect(findings[0]?.requestId).toBe(requests[0]?.id);
    const detail = await look<InspectedRequestDetail>(setting, `/requests/${requests[0]?.id}`);
    expect(detail.findingDetails[0]?.rule).toBe('404: Not Found');
  });

  test.each(['/api/v9/users/@me', '/api/users/@me'])(
    'shows %s, of no version it has',
    async (path) => {
      const setting = await openSandbox();
      const response = await fetch(new URL(path, setting.sandbox.pageUrl));
      expect([response.status, await response.json()]).toEqual([
        404,
        { code: 0, message: '404: Not Found' },
      ]);
      const { requests, findings } = await overview(setting);
      expect(requests).toMatchObject([{ method: 'GET', path, status: 404, findings: 1 }]);
      expect(findings).toMatchObject([{ route: `GET ${path}`, rule: '404: Not Found' }]);
    },
  );

  test('never shows the bot token, and no token of an interaction in a path', async () => {
    const setting = await openSandbox();
    const { ping } = await openSilentBot(setting);
    const pending = await ping();
    const { botToken } = setting.sandbox;
    await pending.callback({ type: 4, data: { content: botToken } });
    const text = JSON.stringify([
      await overview(setting),
      (await interaction(setting, pending.id)).requestDetails,
    ]);
    expect(text).toContain('(bot token)');
    expect(text).not.toContain(botToken);
    expect(text).not.toContain(`${pending.id}/${pending.token}`);
  });

  test('shows the fault injected into an event or a request', async () => {
    const setting = await openSandbox({ deadlines: { firstAnswerMs: 200 } });
    const { anna, ping } = await openSilentBot(setting);
    await setting.driver.arm({ kind: 'lose-event' });
    await anna.run('/ping');
    await setting.driver.arm({ kind: 'server-error', route: 'POST /interactions/*' });
    const pending = await ping();
    await fetch(
      `${setting.sandbox.apiUrl}/v10/interactions/${pending.id}/${pending.token}/callback`,
      { method: 'POST' },
    );
    const { interactions } = await overview(setting);
    expect(interactions.map(({ deliveries }) => deliveries)).toEqual([1, 0]);
    const detail = await interaction(setting, pending.id);
    expect(detail.requestDetails[0]).toMatchObject({ status: 502, fault: 'server-error' });
  });

  test('keeps the newest 200 interactions, and only the beginning of long bodies', async () => {
    const setting = await withBot((received) =>
      received.isChatInputCommand() ? received.reply('x'.repeat(1_900)) : undefined,
    );
    const anna = await setting.driver.person('Anna');
    for (let count = 0; count < 205; count += 1) await anna.run('/ping');
    const { interactions } = await overview(setting);
    expect(interactions).toHaveLength(200);
    const gone = await fetch(`${setting.sandbox.pageUrl}control/inspector/interactions/1`);
    expect(gone.status).toBe(404);
    await callApi(setting.sandbox, 'POST', '/nowhere', { text: 'y'.repeat(70_000) });
    await callApi(setting.sandbox, 'POST', '/users/@me/channels', { text: 'y'.repeat(70_000) });
    const { requests } = await overview(setting);
    const detail = await look<InspectedRequestDetail>(setting, `/requests/${requests[0]?.id}`);
    expect(detail.sent?.isWhole).toBe(false);
    expect(detail.sent?.text.length).toBeLessThan(100);
  });

  test('sends updates to its listeners, and can cancel one fault', async () => {
    const setting = await openSandbox();
    const heard: InspectorOverview[] = [];
    const address = setting.sandbox.pageUrl.replace('http', 'ws');
    const socket = new WebSocket(`${address}control/inspector/live`);
    socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString())));
    await expect.poll(() => heard.length).toBe(1);
    await setting.driver.arm({ kind: 'lose-event' });
    await setting.driver.arm({ kind: 'duplicate-event', times: 2 });
    await expect
      .poll(() => heard.at(-1)?.faults.map(({ kind }) => kind))
      .toEqual(['lose-event', 'duplicate-event']);
    const id = heard.at(-1)?.faults[0]?.id;
    await fetch(`${setting.sandbox.pageUrl}control/faults/${id}`, { method: 'DELETE' });
    await expect
      .poll(() => heard.at(-1)?.faults.map(({ kind }) => kind))
      .toEqual(['duplicate-event']);
    socket.close();
  });
});
