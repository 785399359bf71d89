/** Two managers of the bank set its terms, which then hold without the days of their notice. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as m from '../../../src/bank/model/index.ts';
import type { Pool } from '../../../src/db/pool.ts';
import { type ActTools, enter, recorded } from '../crowd/acts.ts';
import type { Answer, FeeTerms, Operation, RateTerms } from '../history/model.ts';
import { feesEveryMs, ownerDiscordId } from '../bank/settings.ts';
import { timeText } from '../support/fee-table.ts';
import type { BankHost } from '../bank/host.ts';

const reason = 'as decided';
const staffNumber = 900_001;

/** The owner becomes a manager, and appoints a second one. */
export async function openStaff(tools: ActTools): Promise<void> {
  const first = await enter(tools, { number: staffNumber, discordUserId: ownerDiscordId });
  const discordUserId = `${BigInt(ownerDiscordId) + 1n}` as m.DiscordUserId;
  const second = await enter(tools, { number: staffNumber + 1, discordUserId });
  for (const member of [ownerDiscordId, discordUserId]) {
    const grant = { member, role: 'MANAGER', reason } as const;
    await tools.bank().call('staff', 'grantRole', first.session, grant);
  }
  tools.world.staff.push(first.session, second.session);
}

/** Asked by one manager and approved by the other. */
async function agreed(
  { bank, world }: ActTools,
  requestId: m.RequestId,
  ask: (host: BankHost, session: m.Session) => Promise<unknown>,
): Promise<void> {
  const [asker, checker] = world.staff;
  await ask(bank(), asker!);
  await bank().call('approvals', 'decide', checker!, { id: requestId, verdict: 'APPROVED' });
}

const done = (): Answer => ({ outcome: 'ok' });

async function certainly(
  tools: ActTools,
  operation: Operation,
  work: (bank: BankHost) => Promise<unknown>,
): Promise<void> {
  const { answer } = await recorded(tools, 'the bank', operation, work, done);
  if (answer.outcome !== 'ok') throw new Error(`${operation.kind}: ${JSON.stringify(answer)}`);
}

export type PlannedFee = Omit<FeeTerms, 'from'>;

/** Asked for by one manager and approved by the other; it holds after the days of its notice. */
async function decideFee(tools: ActTools, requestId: m.RequestId, fee: PlannedFee): Promise<void> {
  const { movement: kind, most, flat, perMille, least, free } = fee;
  const units = { flat: BigInt(flat), perMille: BigInt(perMille), least: BigInt(least) };
  const wanted = { kind, ...units, most: most === null ? null : BigInt(most), free, from: null };
  await agreed(tools, requestId, async (host, session) =>
    host.call('staffFees', 'ask', session, { ...wanted, requestId, reason }),
  );
}

/** Over a whole run: a change soon after its begin, and another one later. */
const plan: readonly (PlannedFee & { readonly afterMs: number })[] = [
  { movement: 'TRANSFER', flat: 1, perMille: 7, least: 0, most: 4, free: 0, afterMs: -1_000 },
  { movement: 'TRANSFER', flat: 0, perMille: 25, least: 2, most: null, free: 0, afterMs: 1_500 },
  { movement: 'TRANSFER', flat: 1, perMille: 7, least: 0, most: 3, free: 0, afterMs: 30_000 },
  { movement: 'WITHDRAWAL', flat: 1, perMille: 5, least: 0, most: 5, free: 2, afterMs: -1_000 },
  { movement: 'WITHDRAWAL', flat: 1, perMille: 9, least: 0, most: 5, free: 2, afterMs: 3_000 },
];

/** Decided before there are customers, who would all be told. */
export async function decideFees(
  tools: ActTools,
  nextKey: () => m.RequestId,
): Promise<readonly m.RequestId[]> {
  const ids: m.RequestId[] = [];
  for (const fee of plan) {
    const id = nextKey();
    await decideFee(tools, id, fee);
    ids.push(id);
  }
  return ids;
}

const moveFee = 'UPDATE fees SET valid_from = ? WHERE id = ?';

/**
 * As if they had been announced for now, and for moments of the run. Ends when every bank reads
 * them.
 */
export async function beginFees(
  tools: ActTools,
  pool: Pool,
  ids: readonly m.RequestId[],
): Promise<void> {
  const now = Date.now();
  for (const [index, { afterMs, ...fee }] of plan.entries()) {
    const from = `${timeText(now + afterMs)}000`;
    const terms: FeeTerms = { ...fee, from };
    await certainly(tools, { kind: 'fee', terms }, async () =>
      pool.write(moveFee, [from, ids[index]!]),
    );
    tools.world.fees.push(terms);
  }
  await sleep(feesEveryMs);
}

const moveRate = 'UPDATE interest_rates SET valid_from = ? WHERE id = ?';

/** As if it had been announced for then. */
export async function setRate(
  tools: ActTools,
  pool: Pool,
  { requestId, terms }: { readonly requestId: m.RequestId; readonly terms: RateTerms },
): Promise<void> {
  const { type, basisPoints, from } = terms;
  await certainly(tools, { kind: 'rate', terms }, async () => {
    await agreed(tools, requestId, async (host, session) =>
      host.call('staffInterest', 'ask', session, {
        requestId,
        type,
        basisPoints: BigInt(basisPoints),
        from: null,
        reason,
      }),
    );
    await pool.write(moveRate, [from, requestId]);
  });
}
