/** Fault scripts. */
import { MessageFlags, type Interaction } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { startSandbox, type SandboxOptions } from '../../src/sandbox/index.ts';
import type {
  FaultStep,
  InspectorOverview,
  ScriptProgress,
} from '../../src/sandbox/protocol/protocol.ts';
import { button } from './bots.ts';
import { openBot, openSandbox, seed } from './support.ts';

const callback = 'POST /interactions/*';
const answer = async (interaction: Interaction): Promise<void> => {
  if (interaction.isButton()) await interaction.update({ content: 'pressed', components: [] });
  if (!interaction.isChatInputCommand()) return;
  const { commandName } = interaction;
  const components = commandName === 'ask' ? [button('go', 'Go')] : [];
  await interaction.reply({ content: commandName, components, flags: MessageFlags.Ephemeral });
};

async function open(options: Partial<SandboxOptions> = { deadlines: { firstAnswerMs: 400 } }) {
  const setting = await openSandbox(options);
  const { client, errors } = await openBot(setting.sandbox, { onInteraction: answer });
  await client.application.commands.set([
    { name: 'ping', description: 'Answers' },
    { name: 'ask', description: 'Has a button' },
    {
      name: 'tree',
      description: 'Has branches',
      options: [{ type: 1, name: 'leaf', description: 'The end' }],
    },
  ]);
  return { ...setting, errors, anna: await setting.driver.person('Anna') };
}

const at = async (path: string, init?: RequestInit) => fetch(path, init);

describe('a script', () => {
  test('applies each step to the interaction it names, in order', async () => {
    const { driver, anna, errors } = await open();
    await driver.play([
      { onInteraction: 'ask', arm: { kind: 'lose-event' } },
      { onInteraction: '/tree leaf', arm: { kind: 'duplicate-event' } },
      { onInteraction: 'g*', arm: { kind: 'server-error', route: callback } },
    ]);
    expect((await anna.run('/tree leaf')).text).toBe('tree');
    expect((await anna.run('/ping')).text).toBe('ping');
    expect(errors).toEqual([]);
    expect(await driver.script()).toMatchObject({ done: 0 });
    expect((await anna.run('/ask')).kind).toBe('failed');
    expect((await anna.run('/tree leaf')).text).toBe('tree');
    await expect.poll(() => errors).toMatchObject([{ code: 40060 }]);
    expect(await driver.script()).toMatchObject({ done: 2 });
    expect((await anna.run('/ask')).text).toContain('ask');
    // discord.js retries after a 5xx.
    expect((await anna.press('Go')).text).toBe('pressed');
    expect(await driver.script()).toMatchObject({ done: 3 });
  });

  test('arms several faults for one interaction, and one after a delay', async () => {
    const { driver, anna } = await open();
    await driver.play([
      { onInteraction: 'ping', arm: { kind: 'lose-event' } },
      { arm: { kind: 'close-dms', person: 'Anna' } },
      { afterMs: 50, arm: { kind: 'open-dms', person: 'anna' } },
      { onInteraction: 'ask', afterMs: 20, arm: { kind: 'close-dms', person: anna.id } },
    ]);
    expect((await anna.run('/ping')).kind).toBe('failed');
    await expect.poll(() => driver.script()).toMatchObject({ done: 3 });
    await expect.poll(() => anna.view.person.dmsClosed).toBe(false);
    await anna.run('/ask');
    await expect.poll(() => anna.view.person.dmsClosed).toBe(true);
    expect(await driver.script()).toMatchObject({ done: 4 });
  });

  test('runs from the start of the sandbox, and cuts the connection', async () => {
    const faults: readonly FaultStep[] = [
      { onInteraction: 'ping', afterMs: 1, arm: { kind: 'cut-sockets' } },
      { onInteraction: '*', arm: { kind: 'reconnect' } },
    ];
    const { driver, anna } = await open({ faults });
    expect((await anna.run('/ping')).text).toBe('ping');
    await expect.poll(() => driver.script()).toMatchObject({ done: 1 });
    expect((await anna.run('/ping')).text).toBe('ping');
    await expect.poll(() => driver.script()).toMatchObject({ done: 2 });
  });

  test('is shown in the inspector, and can be stopped, replaced and cancelled', async () => {
    const { sandbox, driver, anna } = await open();
    const base = `${sandbox.pageUrl}control`;
    const steps: FaultStep[] = [{ onInteraction: 'ping', arm: { kind: 'lose-event' } }];
    const shown = async () => (await at(`${base}/inspector`)).json() as Promise<InspectorOverview>;
    expect((await shown()).script).toBeNull();
    const body = JSON.stringify(steps);
    const played = await at(`${base}/faults/script`, { method: 'POST', body });
    expect((await played.json()) as ScriptProgress).toEqual({ steps, done: 0 });
    expect((await shown()).script).toEqual({ steps, done: 0 });
    await at(`${base}/faults/script`, { method: 'DELETE' });
    expect((await anna.run('/ping')).text).toBe('ping');
    await driver.play(steps);
    await driver.play([{ onInteraction: 'ask', arm: { kind: 'lose-event' } }]);
    expect((await anna.run('/ping')).text).toBe('ping');
    await driver.disarm();
    expect(await driver.script()).toBeNull();
    expect((await anna.run('/ask')).text).toContain('ask');
  });
});

const event = { kind: 'lose-event' } as const;
const wrong: [string, unknown, string][] = [
  ['no list', { arm: event }, 'The script: Invalid input: expected array'],
  ['no step', [], 'The script: Too small'],
  ['too many steps', Array.from({ length: 201 }, () => ({ arm: event })), 'The script: Too big'],
  ['a step without a fault', [{ arm: event }, { afterMs: 5 }], 'Step 2, arm: Invalid input'],
  ['an unknown kind', [{ arm: { kind: 'lose-evnt' } }], 'Step 1, arm.kind: Invalid'],
  ['a field misspelt', [{ arm: event, afterMS: 5 }], 'Step 1: Unrecognized key: "afterMS"'],
  [
    'a field of another fault',
    [{ arm: { ...event, route: '*' } }],
    'Step 1, arm: Unrecognized key: "route"',
  ],
  ['a time that is none', [{ afterMs: 0.5, arm: event }], 'Step 1, afterMs: Invalid input'],
  ['more than an hour', [{ afterMs: 3_600_001, arm: event }], 'Step 1, afterMs: Too big'],
  ['times without end', [{ arm: { ...event, times: 1_001 } }], 'Step 1, arm.times: Too big'],
  [
    'a person nobody knows',
    [{ arm: event }, { arm: { kind: 'close-dms', person: 'Nobody' } }],
    'Step 2, arm.person: There is no person Nobody',
  ],
];

describe('an invalid script is refused, and the earlier one continues', () => {
  test.each(wrong)('%s', async (_, script, reason) => {
    const { driver } = await openSandbox();
    const good: FaultStep[] = [{ onInteraction: 'ping', arm: event }];
    await driver.play(good);
    await expect(driver.play(script as FaultStep[])).rejects.toThrow(reason);
    expect(await driver.script()).toEqual({ steps: good, done: 0 });
  });

  test('at the start of the sandbox', async () => {
    const faults = [{ arm: { kind: 'close-dms', person: 'Nobody' } }] as const;
    await expect(startSandbox({ seed, folder: null, port: 0, faults })).rejects.toThrow(
      'Step 1, arm.person: There is no person Nobody',
    );
  });

  test('and a single fault with an unknown person is refused', async () => {
    const { driver } = await openSandbox();
    const fault = { kind: 'close-dms', person: 'Nobody' } as const;
    await expect(driver.arm(fault)).rejects.toThrow('There is no person Nobody');
  });
});
