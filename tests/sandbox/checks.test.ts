/** Checks of bodies can be turned off; permissions, states and limits are still checked. */
import { describe, expect, test } from 'vitest';
import { button, row, times } from './parts.ts';
import { callApi, openSandbox, openSilentBot, type Setting } from './support.ts';

/** Unchecked bodies lead to answers that Discord would not give. */
const open = (checks: boolean): Promise<Setting> => openSandbox({ checks, checksItself: checks });

const misfits: [string, object][] = [
  ['too much text', { content: 'x'.repeat(2_001) }],
  ['a misspelt key', { content: 'x', contnet: 'y' }],
  ['two buttons of one name', { content: 'x', components: [row(button('a'), button('a'))] }],
];

describe.each([
  ['on', true, 400],
  ['off', false, 200],
] as const)('checks %s', (_, checks, status) => {
  test.each(misfits)('an answer with %s', async (__, data) => {
    const { ping } = await openSilentBot(await open(checks));
    const { callback } = await ping();
    const answer = await callback({ type: 4, data }, '?with_response=true');
    expect(answer.status).toBe(status);
  });

  test.each(misfits)('a message with %s', async (__, data) => {
    const { sandbox } = await open(checks);
    const path = `/channels/${sandbox.channels['general']}/messages`;
    expect((await callApi(sandbox, 'POST', path, data)).status).toBe(status);
  });

  test('a command without a description, and with a capital', async () => {
    const { sandbox } = await open(checks);
    const path = `/applications/${sandbox.applicationId}/commands`;
    expect((await callApi(sandbox, 'PUT', path, [{ name: 'Ping' }])).status).toBe(status);
  });
});

describe('without checks', () => {
  test('an interaction is still answered once, with an allowed type', async () => {
    const { ping } = await openSilentBot(await open(false));
    const { callback } = await ping();
    expect(await callback({ type: 8, data: { choices: [] } })).toMatchObject({ status: 400 });
    expect(await callback({ type: 5 })).toMatchObject({ status: 204 });
    expect(await callback({ type: 5 })).toMatchObject({ status: 400, body: { code: 40_060 } });
  });

  test('the token is still required', async () => {
    const { sandbox } = await open(false);
    const stranger = { ...sandbox, botToken: 'another' };
    expect(await callApi(stranger, 'GET', '/users/@me')).toMatchObject({ status: 401 });
  });

  test('at most 100 commands are still allowed', async () => {
    const { sandbox } = await open(false);
    const commands = times(101, (index) => ({ name: `c${index}`, description: 'x' }));
    const path = `/applications/${sandbox.applicationId}/commands`;
    const answer = await callApi(sandbox, 'PUT', path, commands);
    expect(answer).toMatchObject({ status: 400, body: { code: 30_032 } });
  });

  test.each([['text'], [1], [null], [[]]])('%j is refused as a message', async (body) => {
    const { sandbox } = await open(false);
    const path = `/channels/${sandbox.channels['general']}/messages`;
    const answer = await callApi(sandbox, 'POST', path, JSON.stringify(body));
    expect(answer).toMatchObject({ status: 400, body: { code: 50_035 } });
  });
});
