/** A customer lowers their own limit of the day while several clients spend in their name. */
import type * as m from '../../../src/bank/model/index.ts';
import type { Answer } from '../history/model.ts';
import type { Random } from '../support/random.ts';
import { pay, recorded } from './acts.ts';
import type { Scene } from './crowd.ts';
import type { Customer } from './customer.ts';

/** Neither members of the club nor limited otherwise. */
const places = [11, 14] as const;

async function spend(scene: Scene, chance: Random, customer: Customer): Promise<void> {
  const own = chance.chance(0.7) ? customer.account : customer.other;
  const payee = scene.somebodyElse(chance, customer).account;
  const wish = `${chance.between(10, 150)}`;
  const payment = { kind: 'TRANSFER', own, payee, wish, memo: null } as const;
  const asked = { key: scene.nextKey(), session: customer.session, payment };
  await scene.settle(async () => pay(scene.tools, customer, asked), chance);
}

async function setLimit(
  scene: Scene,
  chance: Random,
  { customer, amount }: { readonly customer: Customer; readonly amount: bigint | null },
): Promise<Answer> {
  const { name, account, session } = customer;
  const requestId = scene.nextKey();
  const limit = amount === null ? null : (amount as m.Amount);
  const order = { period: 'DAY', amount: limit, requestId, isProved: true } as const;
  return scene.settle(async () => {
    const { answer } = await recorded(
      scene.tools,
      name,
      { kind: 'ownLimit', account, amount: amount === null ? null : `${amount}` },
      async (bank) => bank.call('limits', 'set', session, order),
      () => ({ outcome: 'ok' }),
    );
    return answer;
  }, chance);
}

async function usedToday(scene: Scene, { session }: Customer): Promise<bigint | null> {
  try {
    const { uses } = await scene.tools.bank().call('limits', 'overview', session);
    return uses.find(({ period }) => period === 'DAY')?.used ?? null;
  } catch {
    return null;
  }
}

/** A day later the raised limit holds. */
async function raise(scene: Scene, chance: Random, customer: Customer): Promise<void> {
  const { outcome } = await setLimit(scene, chance, { customer, amount: null });
  if (outcome !== 'ok') return;
  await scene.tools.passing.raiseLimit(customer.session.customerId).catch(() => {});
}

export async function ownLimit(scene: Scene, chance: Random): Promise<void> {
  const among = scene.customers.slice(...places);
  const customer = among.length === 0 ? undefined : chance.pick(among);
  if (customer === undefined || customer.isLimiting) return;
  customer.isLimiting = true;
  const used = await usedToday(scene, customer);
  if (used !== null) {
    const amount = used + BigInt(chance.between(1, 250));
    const forks = Array.from({ length: 4 }, (_, index) => chance.fork(`limit ${index} ${amount}`));
    const spending = forks.map(async (fork) => spend(scene, fork, customer));
    const { outcome } = await setLimit(scene, chance, { customer, amount });
    if (outcome === 'ok') spending.push(...forks.map(async (fork) => spend(scene, fork, customer)));
    await Promise.all(spending);
    await raise(scene, chance, customer);
  }
  customer.isLimiting = false;
}
