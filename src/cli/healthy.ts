/** Exits 0 if `/healthz` of the bank on this machine answers: the health check of the container. */
import { loadConfig } from '../config/config.ts';

const { port } = loadConfig().metrics;
const signal = AbortSignal.timeout(4_000);
const isAlive =
  port !== null &&
  (await fetch(`http://127.0.0.1:${port}/healthz`, { signal }).then(
    ({ ok }) => ok,
    () => false,
  ));
process.exitCode = isAlive ? 0 : 1;
