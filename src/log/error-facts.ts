import { OwnError } from '../lib/own-error.ts';
import { sourcePlace } from './source-places.ts';

/** The parts of an error that may be logged. */
export interface ErrorFacts {
  readonly class: string;
  readonly code?: string;
  readonly errno?: number;
  /** Only for our own error classes, whose messages contain no values. */
  readonly detail?: string;
  /** Stack frames, without the message above them. */
  readonly stack: readonly string[];
}

const framesMax = 12;

export function errorFacts(thrown: unknown): ErrorFacts {
  if (!(thrown instanceof Error)) return { class: typeof thrown, stack: [] };
  const { code, errno } = thrown as { code?: unknown; errno?: unknown };
  // A message may contain lines that look like frames, so only the text after it is read.
  const after = thrown.stack?.split(thrown.message).at(-1) ?? '';
  const frames = after.split('\n').map((line) => line.trim());
  return {
    class: thrown.name.slice(0, 80),
    ...(typeof code === 'string' || typeof code === 'number'
      ? { code: `${code}`.slice(0, 60) }
      : {}),
    ...(typeof errno === 'number' ? { errno } : {}),
    ...(thrown instanceof OwnError ? { detail: thrown.message.slice(0, 500) } : {}),
    stack: frames
      .filter((line) => /^at [^ ].*:\d+:\d+\)?$/.test(line))
      .slice(0, framesMax)
      .map((line) =>
        sourcePlace(line).replace(/\(.*\/(?=(?:src|commands|dist|node_modules)\/)/, '('),
      ),
  };
}
