import { setTimeout as pause } from 'node:timers/promises';
import { ControlError } from './control.ts';
import { within, type ActOptions } from './options.ts';

const conflict = 409;
const againAfterMs = 50;

/**
 * Retries an act while the bot reconnects. If it does not come back in time, throws the last
 * refusal.
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
