/**
 * `npm run witness -- ADDRESS…`: looks at the logs of banks once a minute, and signs checkpoints
 * that continue what it saw before. An address is that of a bank's folder `log`, or its path.
 * `--once` looks once; `--name NAME` names the witness the first time. Exits 1 when a log is wrong.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { filesAt, RemoteError } from '../app/log/remote-files.ts';
import { runTool, say } from '../app/tool.ts';
import { openWitness, witnessOnce } from '../app/log/witness-folder.ts';
import { systemClock } from '../lib/clock.ts';
import { verifierKeyText } from '../records/index.ts';
import { terminal } from '../words/index.ts';

const { witness: sentences } = terminal.tools;
const everyMs = 60_000;

type Own = Parameters<typeof witnessOnce>[1];

/** Returns whether nothing is wrong with the log. */
async function look(place: string, own: Omit<Own, 'seconds'>): Promise<boolean> {
  const seconds = BigInt(Math.floor(systemClock.now() / 1_000));
  try {
    const { observed, report } = await witnessOnce(
      { place, read: filesAt(place) },
      { ...own, seconds },
    );
    say(sentences.observed(place, observed, report));
    return observed.kind === 'accepted' || observed.kind === 'same';
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    say(sentences.unreachable(error.message));
    return false;
  }
}

await runTool(async (config, options) => {
  const nameAt = options.indexOf('--name');
  const name = nameAt < 0 ? null : (options[nameAt + 1] ?? null);
  const places = options.filter(
    (one, index) => !one.startsWith('--') && (nameAt < 0 || index !== nameAt + 1),
  );
  if (places.length === 0) {
    say(sentences.usage);
    return 1;
  }
  const folder = join(config.dataFolder, 'witness');
  const signer = await openWitness(folder, name);
  say(sentences.key(verifierKeyText(signer.key), join(folder, 'public')));
  for (;;) {
    let isRight = true;
    for (const place of places) isRight = (await look(place, { folder, signer })) && isRight;
    if (options.includes('--once')) return isRight ? 0 : 1;
    await pause(everyMs);
  }
});
