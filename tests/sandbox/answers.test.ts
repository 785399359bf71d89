/** The states of an interaction, and the error for each step out of order. */
import { describe, expect, test } from 'vitest';
import { callApi, openSandbox, openSilentBot } from './support.ts';

const reply = { type: 4, data: { content: 'hello' } };
const ephemeral = 64;
const loading = 128;

async function open(deadlines?: { readonly firstAnswerMs?: number; readonly tokenMs?: number }) {
  const setting = await openSandbox(deadlines ? { deadlines } : {});
  return { ...setting, ...(await openSilentBot(setting)) };
}

describe('a first answer', () => {
  test('is acknowledged without a body, or with the message if requested', async () => {
    const { ping } = await open();
    expect(await (await ping()).callback(reply)).toMatchObject({ status: 204, body: null });
    const pending = await ping();
    const answer = await pending.callback(reply, '?with_response=true');
    expect(answer).toMatchObject({
      status: 200,
      body: {
        interaction: { id: pending.id, type: 2, response_message_ephemeral: false },
        resource: { type: 4, message: { content: 'hello', type: 20 } },
      },
    });
  });

  test('is accepted once: the second gets 40060', async () => {
    const { ping } = await open();
    const { callback } = await ping();
    await callback(reply);
    expect(await callback(reply)).toMatchObject({ status: 400, body: { code: 40060 } });
  });

  test('sent twice at the same time counts once', async () => {
    const { ping, anna } = await open();
    const { callback } = await ping();
    const answers = await Promise.all([callback(reply), callback(reply), callback(reply)]);
    expect(answers.map((answer) => answer.status).sort((one, other) => one - other)).toEqual([
      204, 400, 400,
    ]);
    expect(await anna.messages()).toHaveLength(1);
  });

  test('to an unknown id or token, or after the limit, gets 10062', async () => {
    const { ping, sandbox } = await open({ firstAnswerMs: 80 });
    const { id, token, callback } = await ping();
    const unknown = { status: 404, body: { code: 10062, message: 'Unknown interaction' } };
    for (const path of [`${id}/${token}x`, `${BigInt(id) + 1n}/${token}`]) {
      const answer = await callApi(sandbox, 'POST', `/interactions/${path}/callback`, reply);
      expect(answer).toMatchObject(unknown);
    }
    await new Promise((resolve) => setTimeout(resolve, 120));
    expect(await callback(reply)).toMatchObject(unknown);
  });

  test('with an invalid body leaves the interaction open', async () => {
    const { ping } = await open();
    const { callback } = await ping();
    expect(await callback({ type: 4, data: {} })).toMatchObject({ body: { code: 50006 } });
    expect(await callback(reply)).toMatchObject({ status: 204 });
  });

  test.each([
    ['an update without a message', { type: 7, data: { content: 'x' } }],
    ['a deferred update likewise', { type: 6 }],
    ['choices for what is no autocomplete', { type: 8, data: { choices: [] } }],
    ['a pong', { type: 1 }],
    ['a type that does not exist', { type: 99 }],
    ['no type', {}],
  ])('cannot be %s', async (_, body) => {
    const { ping } = await open();
    expect(await (await ping()).callback(body)).toMatchObject({
      status: 400,
      body: { code: 50035, errors: { type: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } } },
    });
  });

  test('to a submitted form cannot open another form', async () => {
    const { ping, pendingAfter, anna } = await open();
    const input = { type: 4, custom_id: 'f', style: 1, required: false };
    const components = [{ type: 18, label: 'Field', component: input }];
    const form = { type: 9, data: { custom_id: 'm', title: 'Form', components } };
    await (await ping()).callback(form);
    await expect.poll(() => anna.modal).not.toBeNull();
    const submitted = await pendingAfter(() => anna.fill({}));
    expect(await submitted.callback(form)).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(await submitted.callback(reply)).toMatchObject({ status: 204 });
  });
});

describe('a webhook of an interaction', () => {
  test('does not exist before the first answer, or with a wrong token or application', async () => {
    const { ping, sandbox } = await open();
    const { callback, webhook, token } = await ping();
    const unknown = { status: 404, body: { code: 10015, message: 'Unknown Webhook' } };
    expect(await webhook('PATCH', '/messages/@original', { content: 'x' })).toMatchObject(unknown);
    await callback(reply);
    expect(await webhook('PATCH', 'x/messages/@original', { content: 'x' })).toMatchObject(unknown);
    const elsewhere = `/webhooks/123456789012345678/${token}`;
    expect(await callApi(sandbox, 'POST', elsewhere, { content: 'x' })).toMatchObject(unknown);
  });

  test('edits, reads and deletes the original message, also with an encoded @', async () => {
    const { ping, anna } = await open();
    const { callback, webhook } = await ping();
    await callback(reply);
    const edited = await webhook('PATCH', '/messages/%40original', { content: 'changed' });
    expect(edited).toMatchObject({ status: 200, body: { content: 'changed' } });
    expect(edited.body).toHaveProperty('edited_timestamp', expect.any(String));
    const read = await webhook('GET', '/messages/@original');
    expect(read).toMatchObject({ status: 200, body: { content: 'changed' } });
    expect(await webhook('DELETE', '/messages/@original')).toMatchObject({ status: 204 });
    const gone = { status: 404, body: { code: 10008, message: 'Unknown Message' } };
    expect(await webhook('GET', '/messages/@original')).toMatchObject(gone);
    expect(await anna.messages()).toEqual([]);
  });

  test('has no original message after a form', async () => {
    const { ping } = await open();
    const { callback, webhook } = await ping();
    const components = [{ type: 10, content: 'Text' }];
    await callback({ type: 9, data: { custom_id: 'm', title: 'Form', components } });
    expect(await webhook('GET', '/messages/@original')).toMatchObject({ body: { code: 10008 } });
  });

  test('can access only its own messages', async () => {
    const { ping } = await open();
    const one = await ping();
    const two = await ping();
    await one.callback(reply);
    const { body } = await two.callback(reply, '?with_response=true');
    const { id } = (body as { resource: { message: { id: string } } }).resource.message;
    expect(await one.webhook('GET', `/messages/${id}`)).toMatchObject({ body: { code: 10008 } });
    expect(await two.webhook('GET', `/messages/${id}`)).toMatchObject({ status: 200 });
  });

  test('is closed after the token expires: 50027', async () => {
    const { ping } = await open({ tokenMs: 150 });
    const { callback, webhook } = await ping();
    await callback(reply);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const closed = { status: 401, body: { code: 50027, message: 'Invalid Webhook Token' } };
    expect(await webhook('PATCH', '/messages/@original', { content: 'x' })).toMatchObject(closed);
    expect(await webhook('POST', '', { content: 'x' })).toMatchObject(closed);
  });
});

describe('a deferred answer', () => {
  test('shows "is thinking…", keeps its privacy, and is filled by the first edit', async () => {
    const { ping, anna } = await open();
    const { callback, webhook } = await ping();
    const deferred = await callback({ type: 5, data: { flags: ephemeral } }, '?with_response=true');
    expect(deferred).toMatchObject({
      body: { interaction: { response_message_loading: true, response_message_ephemeral: true } },
    });
    expect(deferred.body).not.toHaveProperty('resource');
    expect((await anna.messages())[0]?.flags).toBe(ephemeral | loading);
    const filled = await webhook('PATCH', '/messages/@original', { content: 'done', flags: 4 });
    expect(filled).toMatchObject({ body: { content: 'done', flags: ephemeral | 4 } });
  });

  test('is filled by the first follow-up, whose EPHEMERAL flag is ignored', async () => {
    const { ping, anna } = await open();
    const { callback, webhook } = await ping();
    await callback({ type: 5 });
    const filled = await webhook('POST', '?wait=true', { content: 'done', flags: ephemeral });
    expect(filled).toMatchObject({ status: 200, body: { content: 'done', flags: 0 } });
    const second = await webhook('POST', '?wait=true', { content: 'more', flags: ephemeral });
    expect(second).toMatchObject({ body: { content: 'more', flags: ephemeral } });
    const messages = await anna.messages();
    expect(messages.map((message) => message.content)).toEqual(['done', 'more']);
  });

  test.each([
    ['flags beyond EPHEMERAL', { flags: 32768 }, 'flags', 'MESSAGE_FLAGS_INVALID'],
    ['content, which would be lost', { content: 'x' }, 'content', 'DEFER_IGNORES_FIELD'],
  ])('does not take %s', async (_, data, key, code) => {
    const { ping } = await open();
    const answer = await (await ping()).callback({ type: 5, data });
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(answer.body).toHaveProperty(['errors', 'data', key, '_errors', 0, 'code'], code);
  });

  test('that is never filled fails when its token expires', async () => {
    const { ping, anna, driver } = await open({ tokenMs: 200 });
    const { callback, id } = await ping();
    await callback({ type: 5 });
    const failed = await anna.seesState(id, 'failed');
    expect(failed.messageId).toBe((await anna.messages())[0]?.id);
    const [finding] = await driver.findings();
    expect(finding?.detail).toBe('command /ping was deferred and never answered');
  });

  test('cannot be filled with nothing', async () => {
    const { ping } = await open();
    const { callback, webhook } = await ping();
    await callback({ type: 5 });
    const empty = await webhook('PATCH', '/messages/@original', {});
    expect(empty).toMatchObject({ status: 400, body: { code: 50006 } });
  });
});

describe('follow-ups', () => {
  test('are unlimited in a server that has the app', async () => {
    const { ping } = await open();
    const { callback, webhook } = await ping();
    await callback(reply);
    for (let sent = 0; sent < 6; sent += 1) {
      expect(await webhook('POST', '', { content: `${sent}` })).toMatchObject({ status: 200 });
    }
  });

  test('are limited to five when only the person has the app: the sixth gets 40094', async () => {
    const { sandbox, pendingAfter, anna } = await open();
    const commands = `/applications/${sandbox.applicationId}/commands`;
    const mine = { name: 'mine', description: 'Mine', integration_types: [1], contexts: [1] };
    await callApi(sandbox, 'PUT', commands, [mine]);
    await expect.poll(() => anna.view.directMessages.commands).toHaveLength(1);
    const { callback, webhook } = await pendingAfter(() => anna.run('/mine', {}, { dm: true }));
    await callback({ type: 5 });
    // This one fills the deferred message, so it does not count.
    await webhook('POST', '', { content: 'first' });
    for (let sent = 0; sent < 5; sent += 1) {
      const answer = await webhook('POST', '', { content: `${sent}` });
      expect(answer).toMatchObject({
        status: 200,
        body: { interaction_metadata: { authorizing_integration_owners: { 1: anna.id } } },
      });
    }
    const sixth = await webhook('POST', '', { content: 'six' });
    expect(sixth).toMatchObject({ status: 400, body: { code: 40094 } });
    const edited = await webhook('PATCH', '/messages/@original', { content: 'still' });
    expect(edited).toMatchObject({ status: 200 });
  });
});

describe('a broken rule', () => {
  test('is recorded as a finding', async () => {
    const { ping, driver, sandbox } = await open({ firstAnswerMs: 50 });
    const { id } = await ping();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await callApi(sandbox, 'GET', '/no/such/route');
    await callApi(sandbox, 'POST', `/interactions/${id}/x/callback`, reply);
    const findings = await driver.findings();
    expect(findings.map(({ rule }) => rule)).toEqual([
      'answer within 50 ms',
      '404: Not Found',
      '10062 Unknown interaction',
    ]);
    expect(findings[0]?.detail).toBe('command /ping was not answered');
  });
});
