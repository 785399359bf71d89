/** A payment that waits for the managers: approved, declined, cancelled, expired, or all at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as m from '../../../src/bank/model/index.ts';
import type { Answer, Operation, Payment } from '../history/model.ts';
import type { Random } from '../support/random.ts';
import { recorded } from './acts.ts';
import type { Scene } from './crowd.ts';
import type { Club, Customer } from './customer.ts';
import { withFee } from './known-fee.ts';

type Verdict = Extract<Operation, { kind: 'decide' }>['verdict'];

interface Waiting {
  readonly club: Club;
  readonly asker: Customer;
  readonly id: m.RequestId;
}

/** A payment from the shared account by one of its members. */
export function paymentOf(
  scene: Scene,
  chance: Random,
  { club, member, wish }: { club: Club; member: Customer; wish: number },
): Payment {
  const memo = chance.chance(0.2) ? `club ${chance.between(1, 1_000)}` : null;
  const plain = { own: club.account, of: member.account, wish: `${wish}`, memo };
  if (chance.chance(0.2)) return { ...plain, kind: 'WITHDRAWAL', payee: null };
  return { ...plain, kind: 'TRANSFER', payee: scene.somebodyElse(chance, member).account };
}

async function ask(
  scene: Scene,
  chance: Random,
  { asker, id, payment }: { asker: Customer; id: m.RequestId; payment: Payment },
): Promise<Answer> {
  const { session } = asker;
  const { own, payee, wish, memo, fee } = payment;
  const amount = { kind: 'exact', amount: BigInt(wish) as m.Amount } as const;
  const order = {
    requestId: id,
    from: own as m.AccountNumber,
    wish: amount,
    memo,
    ...(payee === null ? {} : { accountNumber: payee as m.AccountNumber }),
    ...(fee === undefined ? {} : { fee: BigInt(fee) as m.Balance }),
  };
  return scene.settle(async () => {
    const { answer } = await recorded(
      scene.tools,
      asker.name,
      { kind: 'askManagers', key: `${id}`, session: `${session.id}`, payment },
      async (bank) => bank.call('payments', 'askManagers', session, order),
      () => ({ outcome: 'ok' }),
    );
    return answer;
  }, chance);
}

async function decide(
  scene: Scene,
  chance: Random,
  { id, by, verdict }: { id: m.RequestId; by: Customer; verdict: Verdict },
): Promise<Answer> {
  const { name, session, account } = by;
  return scene.settle(async () => {
    const { answer } = await recorded(
      scene.tools,
      name,
      { kind: 'decide', approval: `${id}`, by: account, verdict },
      async (bank) => bank.call('shared', 'decide', session, id, verdict),
      ({ state }) => ({ outcome: 'ok', state }),
    );
    return answer;
  }, chance);
}

/** As if the three days were over soon; jobs of any process end it. */
async function expire(scene: Scene, chance: Random, { id }: Waiting): Promise<void> {
  await scene.tools.passing.endApproval(id, chance.between(5, 80)).catch(() => {});
}

/** Several managers, the member who asked, and the time: one of them wins. */
async function race(scene: Scene, chance: Random, waiting: Waiting): Promise<void> {
  const { club, asker, id } = waiting;
  const others = club.managers.filter((one) => one !== asker);
  const [first, second, third] = others;
  const fork = (name: string) => chance.fork(`${name} ${id}`);
  await Promise.all([
    decide(scene, fork('1'), { id, by: first!, verdict: 'APPROVED' }),
    decide(scene, fork('2'), { id, by: second!, verdict: 'APPROVED' }),
    decide(scene, fork('3'), { id, by: third!, verdict: 'APPROVED' }),
    decide(scene, fork('4'), { id, by: third!, verdict: 'DECLINED' }),
    decide(scene, fork('7'), { id, by: asker, verdict: 'APPROVED' }),
    ...(chance.chance(0.5)
      ? [decide(scene, fork('5'), { id, by: asker, verdict: 'CANCELLED' })]
      : []),
    ...(chance.chance(0.5) ? [expire(scene, fork('6'), waiting)] : []),
  ]);
}

/** One after the other; the asker approves nothing. */
async function inTurn(scene: Scene, chance: Random, { club, asker, id }: Waiting): Promise<void> {
  await decide(scene, chance, { id, by: asker, verdict: 'APPROVED' });
  const others = club.managers.filter((one) => one !== asker);
  for (const by of others.slice(0, 2)) {
    await decide(scene, chance, { id, by, verdict: 'APPROVED' });
    if (chance.chance(0.2)) await decide(scene, chance, { id, by, verdict: 'APPROVED' });
  }
  const last = others.at(-1)!;
  if (chance.chance(0.3)) await decide(scene, chance, { id, by: last, verdict: 'DECLINED' });
}

async function ended(
  scene: Scene,
  chance: Random,
  { club, asker, id }: Waiting,
  verdict: 'DECLINED' | 'CANCELLED',
): Promise<void> {
  const others = club.managers.filter((one) => one !== asker);
  const by = verdict === 'CANCELLED' ? asker : others[0]!;
  await decide(scene, chance, { id, by: others[1]!, verdict: 'APPROVED' });
  await decide(scene, chance, { id, by, verdict });
  await decide(scene, chance, { id, by: others[2]!, verdict: 'APPROVED' });
}

async function timeOver(scene: Scene, chance: Random, waiting: Waiting): Promise<void> {
  const { club, asker, id } = waiting;
  await expire(scene, chance, waiting);
  await sleep(chance.between(0, 100));
  const by = club.managers.find((one) => one !== asker)!;
  await decide(scene, chance, { id, by, verdict: 'APPROVED' });
}

const allWays = ['race', 'race', 'inTurn', 'DECLINED', 'CANCELLED', 'time'] as const;
type Way = (typeof allWays)[number] | 'none';

export async function decisions(
  scene: Scene,
  chance: Random,
  {
    club,
    asker,
    ways = allWays,
  }: { readonly club: Club; readonly asker: Customer; readonly ways?: readonly Way[] },
): Promise<void> {
  const id = scene.nextKey();
  const wish = club.above + chance.between(1, 300);
  const plain = paymentOf(scene, chance, { club, member: asker, wish });
  const asked = { key: id, session: asker.session, payment: plain };
  const { payment } = withFee(scene.tools.world, asker, asked);
  if ((await ask(scene, chance, { asker, id, payment })).outcome !== 'ok') return;
  const waiting = { club, asker, id };
  const way = chance.pick(ways);
  if (way === 'race') return race(scene, chance, waiting);
  if (way === 'inTurn') return inTurn(scene, chance, waiting);
  if (way === 'time') return timeOver(scene, chance, waiting);
  if (way !== 'none') return ended(scene, chance, waiting, way);
}
