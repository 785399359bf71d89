/** A program that is busy all the time, until its parent ends it or dies. */
import { performance } from 'node:perf_hooks';

const sliceMs = 20;

function spin(): void {
  const until = performance.now() + sliceMs;
  while (performance.now() < until);
  setImmediate(spin);
}

process.on('disconnect', () => process.exit(0));
process.send?.('ready');
spin();
