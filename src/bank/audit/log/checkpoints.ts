/** Signs what the log has grown to: after new leaves, and at least hourly. */
import type { KeyObject } from 'node:crypto';
import type { Tx } from '../../../db/transaction.ts';
import { hourMs } from '../../../lib/durations.ts';
import { checkpointText, Edge, logSigner, signNote } from '../../../records/index.ts';
import * as store from '../store/log.ts';

export interface CheckpointTools {
  readonly key: KeyObject;
  readonly announce: (tx: Tx, checkpoint: bigint) => Promise<void>;
  readonly extensions: (tx: Tx) => Promise<readonly string[]>;
}

const isHourOld = (at: Date | null, now: Date): boolean =>
  at === null || now.getTime() - at.getTime() >= hourMs;

export async function checkpointIfDue(
  tx: Tx,
  tools: CheckpointTools,
  state: store.LogState,
): Promise<void> {
  const last = await store.latestCheckpoint(tx);
  if (last !== null && last.size === state.size && !isHourOld(last.madeAt, state.now)) return;
  const { origin, size } = state;
  const root = new Edge(size, state.edge).root();
  const text = checkpointText({ origin, size, root, extensions: await tools.extensions(tx) });
  const number = (last?.number ?? 0n) + 1n;
  const note = signNote(text, logSigner(origin, tools.key));
  await store.addCheckpoint(tx, { number, size, note });
  if (!isHourOld(state.announcedAt, state.now)) return;
  await store.saveAnnounced(tx);
  await tools.announce(tx, number);
}
