/** Standing orders whose one occurrence is due at once; some are cancelled at about that time. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Operation } from '../history/model.ts';
import { orderNumberOf } from '../bank/door.ts';
import type { Random } from '../support/random.ts';
import { recorded } from './acts.ts';
import type { Scene } from './crowd.ts';
import type { Customer } from './customer.ts';

async function cancel(scene: Scene, customer: Customer, key: string) {
  const { name, session } = customer;
  const { answer } = await recorded(
    scene.tools,
    name,
    { kind: 'cancelOrder', key, session: `${session.id}` },
    async (host) => host.call('orders', 'cancel', session, orderNumberOf(key)),
    () => ({ outcome: 'ok' }),
  );
  return answer;
}

/** Enough that one of them is cancelled while a job is paying it. */
const atOnce = 4;

/** Jobs of any process pay them. */
export async function standing(scene: Scene, chance: Random): Promise<void> {
  const round = chance.between(1, 1_000_000);
  const forks = Array.from({ length: atOnce }, (_, index) => chance.fork(`${round} ${index}`));
  await Promise.all(forks.map(async (own) => order(scene, own)));
}

async function order(scene: Scene, chance: Random): Promise<void> {
  const customer = scene.someone(chance);
  const own = chance.pick([customer.account, customer.other]);
  const payee = scene.somebodyElse(chance, customer).account;
  const key = `${scene.nextKey()}`;
  const amount = `${chance.between(1, 30)}`;
  const operation = { kind: 'schedule', key, own, payee, amount } as const satisfies Operation;
  const ask = async () => {
    const { answer } = await recorded(
      scene.tools,
      customer.name,
      operation,
      async (host) => host.call('ledger', 'schedule', operation),
      () => ({ outcome: 'ok' }),
    );
    return answer;
  };
  const { outcome } = await scene.settle(ask, chance);
  if (outcome !== 'ok' || chance.chance(0.5)) return;
  await sleep(chance.between(0, 120));
  await scene.settle(async () => cancel(scene, customer, key), chance);
}
