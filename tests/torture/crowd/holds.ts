/** Acts with holds: one is authorised, then captured, voided, left to expire, or all at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as m from '../../../src/bank/model/index.ts';
import type { Answer, Payment } from '../history/model.ts';
import type { Random } from '../support/random.ts';
import { type ActTools, pay, recorded, shownBy } from './acts.ts';
import type { Scene } from './crowd.ts';
import type { AskedPayment, Customer } from './customer.ts';

interface Held {
  readonly customer: Customer;
  readonly asked: AskedPayment;
}

const longMs = 60_000;

async function authorise(
  tools: ActTools,
  { customer, asked }: Held,
  expiresInMs: number,
): Promise<Answer> {
  const { key, session, payment } = asked;
  const ids = { key: `${key}`, session: `${session.id}` };
  const { answer } = await recorded(
    tools,
    customer.name,
    { kind: 'authorise', ...ids, payment, expiresInMs },
    async (bank) =>
      bank.call('ledger', 'authorise', { requestId: key, session, payment }, expiresInMs),
    (ending) => ({ outcome: 'ok', ending }),
  );
  return answer;
}

async function end(tools: ActTools, held: Held, how: 'void' | 'expire'): Promise<Answer> {
  const id = held.asked.key as bigint as m.HoldId;
  const { answer } = await recorded(
    tools,
    held.customer.name,
    { kind: 'end', hold: `${id}`, how },
    async (bank) => bank.call('ledger', 'end', id, how),
    (ending) => ({ outcome: 'ok', ending }),
  );
  return answer;
}

async function capture(scene: Scene, chance: Random, { customer, asked }: Held, wish: string) {
  const payment = { ...asked.payment, wish, captures: `${asked.key}` };
  const taking = { key: scene.nextKey(), session: customer.session, payment };
  await scene.settle(async () => pay(scene.tools, customer, taking), chance);
}

const settleEnd = async (scene: Scene, chance: Random, held: Held, how: 'void' | 'expire') =>
  scene.settle(async () => end(scene.tools, held, how), chance);

function newHold(scene: Scene, chance: Random): Held {
  const customer = scene.someone(chance);
  const own = chance.chance(0.75) ? customer.account : customer.other;
  const payee = scene.somebodyElse(chance, customer).account;
  const wish = `${chance.between(2, 200)}`;
  const memo = chance.chance(0.2) ? `held ${chance.between(1, 1_000)}` : null;
  const payment = { kind: 'TRANSFER', own, payee, wish, memo } as const;
  return { customer, asked: { key: scene.nextKey(), session: customer.session, payment } };
}

/** False unless it is certain that the hold exists. */
async function isHeld(scene: Scene, chance: Random, held: Held, expiresInMs: number) {
  const ask = async () => authorise(scene.tools, held, expiresInMs);
  return (await scene.settle(ask, chance)).outcome === 'ok';
}

/** Ends by its time, mostly by the job of a bank process; sometimes a capture comes too late. */
async function expiring(scene: Scene, chance: Random, held: Held): Promise<void> {
  const expiresInMs = chance.between(20, 600);
  if (!(await isHeld(scene, chance, held, expiresInMs)) || chance.chance(0.4)) return;
  await sleep(Math.max(0, expiresInMs - chance.between(0, 40)));
  if (chance.chance(0.5)) await capture(scene, chance, held, held.asked.payment.wish);
  else await settleEnd(scene, chance, held, 'expire');
}

/** Several captures and both other endings at the same time: one of them wins. */
async function race(scene: Scene, chance: Random, held: Held): Promise<void> {
  const { wish } = held.asked.payment;
  const forks = Array.from({ length: 5 }, (_, index) => chance.fork(`${held.asked.key} ${index}`));
  await Promise.all([
    capture(scene, forks[0]!, held, wish),
    capture(scene, forks[1]!, held, wish),
    capture(scene, forks[2]!, held, '1'),
    settleEnd(scene, forks[3]!, held, 'void'),
    settleEnd(scene, forks[4]!, held, 'expire'),
  ]);
}

export async function voided(scene: Scene, chance: Random, held: Held): Promise<void> {
  if (!(await isHeld(scene, chance, held, longMs))) return;
  await sleep(chance.between(0, 100));
  await settleEnd(scene, chance, held, 'void');
}

const ways = ['all', 'part', 'twice', 'void', 'expire', 'race', 'spend'] as const;

/** While most of an account is held, more is asked for than the rest of it, and all of the rest. */
async function spending(scene: Scene, chance: Random, { customer, asked }: Held): Promise<void> {
  const { payment } = asked;
  const most = { ...payment, own: customer.account, wish: `${chance.between(900, 1_800)}` };
  const held = { customer, asked: { ...asked, payment: most } };
  if (!(await isHeld(scene, chance, held, longMs))) return;
  const spend = async (wanted: Payment) => {
    const spent = { key: scene.nextKey(), session: customer.session, payment: wanted };
    await scene.settle(async () => pay(scene.tools, customer, spent), chance);
  };
  const all = { ...most, wish: 'all' };
  const taking = { key: scene.nextKey(), session: customer.session, payment: all };
  const shown = await shownBy(scene.tools, taking);
  await spend({ ...most, wish: `${chance.between(600, 1_800)}` });
  if (shown !== null) await spend(shown);
  await settleEnd(scene, chance, held, 'void');
}

export async function hold(scene: Scene, chance: Random): Promise<void> {
  const held = newHold(scene, chance);
  const { wish } = held.asked.payment;
  const way = chance.pick([...ways, 'expire', 'spend']);
  if (way === 'expire') return expiring(scene, chance, held);
  if (way === 'spend') return spending(scene, chance, held);
  if (way === 'void') return voided(scene, chance, held);
  if (!(await isHeld(scene, chance, held, longMs))) return;
  if (chance.chance(0.2)) await settleEnd(scene, chance, held, 'expire');
  if (way === 'race') return race(scene, chance, held);
  const part = `${chance.between(1, Number(wish))}`;
  if (chance.chance(0.1)) await capture(scene, chance, held, `${Number(wish) + 1}`);
  await capture(scene, chance, held, way === 'part' ? part : wish);
  if (way === 'twice') await capture(scene, chance, held, part);
  // A capture whose answer is unknown is settled later; a refused one leaves the hold.
  await settleEnd(scene, chance, held, 'void');
}
