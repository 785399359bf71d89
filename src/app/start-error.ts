/** A reason not to start, as a sentence for the terminal, printed without a stack. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
