import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, expect, test } from 'vitest';
import { createLifecycle, StartAborted } from '../../src/app/lifecycle.ts';
import type { Logger } from '../../src/log/logger.ts';

let steps: string[];
let failures: unknown[];
/** Keeps what a real log would show of closing. */
const logger: Logger = {
  event: (name, facts) => {
    if (name === 'app.close-failed') failures.push({ ...facts });
  },
  close: () => {},
};
beforeEach(() => {
  steps = [];
  failures = [];
});

const thing = (name: string, closing = async () => {}) =>
  [
    name,
    async () => {
      steps.push(`open ${name}`);
      return name;
    },
    async () => {
      steps.push(`close ${name}`);
      await closing();
    },
  ] as const;

test('closes in reverse order, once, however often it is asked', async () => {
  const lifecycle = createLifecycle(logger);
  expect(await lifecycle.own(...thing('database'))).toBe('database');
  await lifecycle.own(...thing('bot'));
  expect(await Promise.all([lifecycle.close(), lifecycle.close()])).toEqual([true, true]);
  expect(steps).toEqual(['open database', 'open bot', 'close bot', 'close database']);
});

test('closes the rest when one part fails to close, and says which', async () => {
  const lifecycle = createLifecycle(logger);
  await lifecycle.own(...thing('database'));
  await lifecycle.own(
    ...thing('bot', async () => {
      throw new Error('stuck');
    }),
  );
  expect(await lifecycle.close()).toBe(false);
  expect(steps.at(-1)).toBe('close database');
  expect(failures).toEqual([{ phase: 'bot' }]);
});

test('does not wait for ever for a part that never closes', async () => {
  const lifecycle = createLifecycle(logger, 30);
  await lifecycle.own(...thing('bot', async () => sleep(60_000, undefined, { ref: false })));
  expect(await lifecycle.close()).toBe(false);
  expect(failures).toEqual([{ phase: 'bot' }]);
});

test('closes what was still opening when it was asked to stop', async () => {
  const lifecycle = createLifecycle(logger);
  const opening = lifecycle.own(
    'server',
    async () => sleep(20, 'server'),
    async () => {
      steps.push('close server');
    },
  );
  expect(await lifecycle.close()).toBe(true);
  expect(await opening).toBe('server');
  expect(steps).toEqual(['close server']);
});

test('opens nothing more once it is closing', async () => {
  const lifecycle = createLifecycle(logger);
  const closing = lifecycle.close();
  expect([lifecycle.isClosing, lifecycle.signal.aborted]).toEqual([true, true]);
  await expect(lifecycle.own(...thing('bot'))).rejects.toBeInstanceOf(StartAborted);
  await closing;
  expect(steps).toEqual([]);
});

test('does not own what failed to open', async () => {
  const lifecycle = createLifecycle(logger);
  const failing = lifecycle.own(
    'server',
    async () => {
      throw new Error('no server');
    },
    async () => {
      steps.push('close server');
    },
  );
  await expect(failing).rejects.toThrow('no server');
  expect(await lifecycle.close()).toBe(true);
  expect(steps).toEqual([]);
});
