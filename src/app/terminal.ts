/** Ignores write errors: a closed terminal or pipe must not end the bank. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
