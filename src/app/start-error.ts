/** A reason not to start, written for the person at the terminal: no stack, no log needed. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
