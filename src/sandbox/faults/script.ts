/** Runs faults in sequence: each step waits for its trigger and arms its fault. */
import type { Interaction } from '../interactions/interactions.ts';
import { fits } from './patterns.ts';
import type { Fault, FaultStep, ScriptProgress } from '../protocol/protocol.ts';

export class FaultScript {
  readonly #arm: (fault: Fault) => void;
  readonly #onChange: () => void;
  #steps: readonly FaultStep[] = [];
  #done = 0;
  /** The current step has seen the interaction it waits for. */
  #hasMet = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(arm: (fault: Fault) => void, onChange: () => void) {
    this.#arm = arm;
    this.#onChange = onChange;
  }

  /** Null if no script was run, or it was stopped. */
  get progress(): ScriptProgress | null {
    return this.#steps.length === 0 ? null : { steps: this.#steps, done: this.#done };
  }

  /** Replaces the running script. */
  play(steps: readonly FaultStep[]): void {
    this.stop();
    this.#steps = steps;
    this.#goOn();
    this.#onChange();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#steps = [];
    this.#done = 0;
    this.#hasMet = false;
    this.#onChange();
  }

  /** Call before the event is sent, so that a step's fault can apply to this interaction. */
  meets(interaction: Interaction): void {
    const wanted = this.#steps[this.#done]?.onInteraction;
    if (wanted === undefined || this.#hasMet || !isMeant(interaction, wanted)) return;
    this.#hasMet = true;
    this.#goOn();
    this.#onChange();
  }

  #goOn(): void {
    for (;;) {
      const step = this.#steps[this.#done];
      if (!step || (step.onInteraction !== undefined && !this.#hasMet)) return;
      if (step.afterMs !== undefined && step.afterMs > 0) {
        this.#timer = setTimeout(() => {
          this.#finish(step);
          this.#goOn();
          this.#onChange();
        }, step.afterMs).unref();
        return;
      }
      this.#finish(step);
    }
  }

  #finish(step: FaultStep): void {
    this.#timer = null;
    this.#hasMet = false;
    this.#done += 1;
    this.#arm(step.arm);
  }
}

/** Matches the path of a command, or the custom id of a component or form. */
function isMeant({ kind, usedCommand, customId }: Interaction, pattern: string): boolean {
  if (kind === 'autocomplete') return false;
  const name = kind === 'command' ? usedCommand : customId;
  return fits(name ?? '', pattern.replace(/^\//, ''));
}
