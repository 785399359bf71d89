/** Many clients on few customers: everybody uses everybody's account at once, by a seeded choice. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as m from '../../../src/bank/model.ts';
import type { Answer, Payment } from '../history/model.ts';
import type { Random } from '../support/random.ts';
import { logIn, logOut, look, pay, tampered, type ActTools } from './acts.ts';
import type { AskedPayment, Customer } from './customer.ts';

/** How often a client chooses what. */
export const usualWeights = {
  transfer: 58,
  share: 4,
  deposit: 14,
  withdraw: 8,
  look: 8,
  replay: 2,
  tamper: 1,
  steal: 1,
  twins: 2,
  staleSession: 1,
  newSession: 1,
};
export type ActName = keyof typeof usualWeights;

export interface CrowdOptions {
  readonly tools: ActTools;
  readonly customers: readonly Customer[];
  /** Customers with a greater part in everything; taken from the beginning of the list. */
  readonly hot: number;
  readonly clients: number;
  readonly random: Random;
  readonly nextKey: () => m.RequestId;
  readonly weights?: Readonly<Partial<Record<ActName, number>>>;
  /** Share of unknown outcomes that nobody asks about before the end. */
  readonly leftUnknown?: number;
}

export interface Crowd {
  /** Payments whose outcome is still unknown. */
  readonly unknown: ReadonlySet<AskedPayment & { readonly customer: Customer }>;
  /** Clients finish what they are doing. */
  stop(): Promise<void>;
  /** Asks again about everything unknown until it is known; how many stayed unknown. */
  resolve(withinMs: number): Promise<number>;
}

const patienceMs = 20_000;
const hotShare = 0.3;

export function startCrowd(options: CrowdOptions): Crowd {
  const { tools, customers, hot, clients, random, nextKey } = options;
  const weights = { ...usualWeights, ...options.weights };
  const unknown = new Set<AskedPayment & { readonly customer: Customer }>();
  let isOver = false;

  const someone = (chance: Random): Customer =>
    hot > 0 && chance.chance(hotShare)
      ? customers[chance.between(0, hot - 1)]!
      : chance.pick(customers);
  const somebodyElse = (chance: Random, than: Customer): Customer => {
    for (;;) {
      const other = someone(chance);
      if (other !== than) return other;
    }
  };
  const isOpen = ({ outcome }: Answer): boolean => outcome === 'unknown' || outcome === 'busy';

  /** Asks until it is known; busy at the first ask is an answer, since nothing has moved. */
  const settle = async (customer: Customer, asked: AskedPayment, chance: Random): Promise<void> => {
    const deadline = performance.now() + patienceMs;
    let answer = await pay(tools, customer, asked);
    if (answer.outcome === 'busy') return void (await sleep(chance.between(5, 60)));
    if (answer.outcome !== 'unknown') return;
    if (chance.chance(options.leftUnknown ?? 0.1)) return void unknown.add({ ...asked, customer });
    while (isOpen(answer) && performance.now() < deadline && !isOver) {
      await sleep(chance.between(5, 120));
      answer = await pay(tools, customer, asked);
    }
    if (isOpen(answer)) unknown.add({ ...asked, customer });
  };
  const paymentOf = (
    chance: Random,
    kind: Payment['kind'],
    wish: string,
  ): { readonly customer: Customer; readonly asked: AskedPayment } => {
    const customer = someone(chance);
    const payee = kind === 'TRANSFER' ? somebodyElse(chance, customer).account : null;
    const memo = chance.chance(0.2) ? `note ${chance.between(1, 1_000)}` : null;
    const payment = { kind, own: customer.account, payee, wish, memo };
    return { customer, asked: { key: nextKey(), session: customer.session, payment } };
  };
  const newPayment = async (chance: Random, kind: Payment['kind'], wish: string) => {
    const { customer, asked } = paymentOf(chance, kind, wish);
    await settle(customer, asked, chance);
  };
  const again = async (chance: Random, change: (asked: AskedPayment) => AskedPayment) => {
    const customer = someone(chance);
    if (customer.acknowledged.length === 0) return;
    await pay(tools, customer, change(chance.pick(customer.acknowledged)));
  };

  const acts: Readonly<Record<ActName, (chance: Random) => Promise<unknown>>> = {
    transfer: async (chance) => newPayment(chance, 'TRANSFER', `${chance.between(1, 200)}`),
    share: async (chance) => newPayment(chance, 'TRANSFER', chance.pick(['half', 'all'])),
    deposit: async (chance) => newPayment(chance, 'DEPOSIT', `${chance.between(1, 500)}`),
    withdraw: async (chance) => newPayment(chance, 'WITHDRAWAL', `${chance.between(1, 400)}`),
    look: async (chance) => {
      const customer = someone(chance);
      await look(tools, customer, customer.session);
    },
    replay: async (chance) => again(chance, (asked) => asked),
    tamper: async (chance) =>
      again(chance, (asked) => ({ ...asked, payment: tampered(asked.payment) })),
    steal: async (chance) => {
      const victim = someone(chance);
      const thief = somebodyElse(chance, victim);
      if (victim.acknowledged.length === 0) return;
      const { key, payment } = chance.pick(victim.acknowledged);
      const own = { ...payment, own: thief.account, payee: victim.account };
      const stolen = payment.kind === 'TRANSFER' ? own : { ...payment, own: thief.account };
      await pay(tools, thief, { key, session: thief.session, payment: stolen });
    },
    twins: async (chance) => {
      const { customer, asked } = paymentOf(chance, 'TRANSFER', `${chance.between(1, 200)}`);
      const count = chance.between(2, 5);
      await Promise.all(
        Array.from({ length: count }, async (_, index) =>
          settle(customer, asked, chance.fork(`twin ${index} ${asked.key}`)),
        ),
      );
    },
    staleSession: async (chance) => {
      const customer = someone(chance);
      if (customer.ended.length === 0) return;
      const session = chance.pick(customer.ended);
      if (chance.chance(0.3)) return look(tools, customer, session);
      const wish = `${chance.between(1, 50)}`;
      const payment = { kind: 'DEPOSIT', own: customer.account, payee: null, wish, memo: null };
      return pay(tools, customer, { key: nextKey(), session, payment: payment as Payment });
    },
    newSession: async (chance) => {
      const customer = someone(chance);
      if (customer.isAtTheDoor) return;
      customer.isAtTheDoor = true;
      if (chance.chance(0.5)) await logOut(tools, customer);
      for (let tries = 0; tries < 50 && !isOver; tries += 1) {
        if ((await logIn(tools, customer)).outcome === 'ok') break;
        await sleep(chance.between(20, 200));
      }
      customer.isAtTheDoor = false;
    },
  };
  const live = async (chance: Random): Promise<void> => {
    while (!isOver) await acts[chance.weighted(weights)](chance);
  };
  const lives = Array.from({ length: clients }, async (_, index) =>
    live(random.fork(`client ${index}`)),
  );

  const resolve = async (withinMs: number): Promise<number> => {
    const deadline = performance.now() + withinMs;
    while (unknown.size > 0 && performance.now() < deadline) {
      const some = [...unknown].slice(0, clients);
      await Promise.all(
        some.map(async (asked) => {
          if (!isOpen(await pay(tools, asked.customer, asked))) unknown.delete(asked);
        }),
      );
    }
    return unknown.size;
  };
  return {
    unknown,
    stop: async () => {
      isOver = true;
      await Promise.all(lives);
    },
    resolve,
  };
}
