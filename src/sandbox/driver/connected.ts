import { setTimeout as pause } from 'node:timers/promises';
import { ControlError } from './control.ts';
import { within, type ActOptions } from './options.ts';

const conflict = 409;
const againAfterMs = 50;

/**
 * A bot that reconnects is away for a moment, and what a person does meanwhile waits for it. When
 * it stays away the last refusal is thrown.
 */
export async function onceConnected<Value>(
  act: () => Promise<Value>,
  more: Pick<ActOptions, 'withinMs'>,
): Promise<Value> {
  const endsAtMs = performance.now() + within('the bot', more).withinMs;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      const isAway = error instanceof ControlError && error.status === conflict;
      if (!isAway || performance.now() + againAfterMs > endsAtMs) throw error;
    }
    await pause(againAfterMs);
  }
}
