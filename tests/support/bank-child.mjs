// A bank in a process of its own, from the built program; a test kills it in the middle of its work.
import { createBank } from '../../dist/src/bank/index.js';
import { createPool } from '../../dist/src/db/pool.js';
import { systemClock } from '../../dist/src/lib/clock.js';
import { fromJson } from '../../dist/src/lib/storable.js';

const { address, settings, timeMs } = fromJson(JSON.parse(process.argv[2]));
let nowMs = timeMs;
const bank = await createBank({
  pool: createPool(address),
  clock: systemClock,
  report: () => {},
  settings,
  secrets: { pepper: Buffer.alloc(32, 7), piiKey: Buffer.alloc(32, 9) },
  jobTime: () => new Date(nowMs),
});
process.on('message', (message) => {
  const { time, session, order } = fromJson(message);
  if (time !== undefined) nowMs = time;
  // Its answer is lost with the process.
  if (order !== undefined) bank.payments.transfer(session, order).catch(() => {});
});
process.on('disconnect', () => process.exit(0));
process.send('ready');
