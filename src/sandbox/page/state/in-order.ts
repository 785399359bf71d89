/**
 * Work that begins only after the work given before it has ended, so that it takes effect in the
 * order in which it was given. An error of one piece does not stop the next.
 */
export function createInOrder(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const own = last.then(work, work);
    last = own;
    return own;
  };
}
