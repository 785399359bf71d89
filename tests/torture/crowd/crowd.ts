/** Many clients share a few customers and act simultaneously, by seeded choice. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as m from '../../../src/bank/model/index.ts';
import type { Answer, Payment } from '../history/model.ts';
import type { Random } from '../support/random.ts';
import { idle, logIn, logOut, look, pay, shownBy, type ActTools } from './acts.ts';
import { type AskedPayment, type Customer, tampered } from './customer.ts';
import { specials } from './specials.ts';

/** Weights of the client's choices. */
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
  idleSession: 2,
  card: 10,
  order: 3,
  bank: 2,
  second: 6,
  main: 2,
  pot: 2,
  hold: 20,
  limited: 5,
  job: 3,
  standing: 4,
  request: 8,
  club: 12,
  ownLimit: 2,
  reverse: 1,
};
export type ActName = keyof typeof usualWeights;

export interface CrowdOptions {
  readonly tools: ActTools;
  readonly customers: readonly Customer[];
  /** The first customers of the list, which are used more often. */
  readonly hot: number;
  readonly clients: number;
  readonly random: Random;
  readonly nextKey: () => m.RequestId;
  readonly weights?: Readonly<Partial<Record<ActName, number>>>;
  /** Milliseconds that a client waits after each act; by default none. */
  readonly pauseMs?: readonly [least: number, most: number];
  /** Share of unknown outcomes that are not repeated before the end. */
  readonly leftUnknown?: number;
}

type Ask = () => Promise<Answer>;

/** What an act needs of the crowd. */
export interface Scene {
  readonly tools: ActTools;
  readonly customers: readonly Customer[];
  readonly nextKey: () => m.RequestId;
  readonly someone: (chance: Random) => Customer;
  readonly somebodyElse: (chance: Random, than: Customer) => Customer;
  /** Asks until the answer is known; the last answer. */
  readonly settle: (ask: Ask, chance: Random) => Promise<Answer>;
}

const patienceMs = 20_000;
const loginTries = 50;
const hotShare = 0.3;

export const isOpen = ({ outcome }: Answer): boolean => outcome === 'unknown' || outcome === 'busy';

export class Crowd {
  /** Requests whose outcome is still unknown. */
  readonly unknown = new Set<Ask>();
  readonly #options: CrowdOptions;
  readonly #lives: readonly Promise<void>[];
  #isOver = false;

  /** The clients start immediately. */
  constructor(options: CrowdOptions) {
    this.#options = options;
    const { clients, random, weights } = options;
    this.#lives = Array.from({ length: clients }, async (_, index) =>
      this.#live(random.fork(`client ${index}`), { ...usualWeights, ...weights }),
    );
  }

  /** Clients finish their current act. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#lives);
  }

  /** Repeats everything unknown until it is known; returns how many stayed unknown. */
  async resolve(withinMs: number): Promise<number> {
    const { clients } = this.#options;
    const deadline = performance.now() + withinMs;
    while (this.unknown.size > 0 && performance.now() < deadline) {
      const some = [...this.unknown].slice(0, clients);
      await Promise.all(
        some.map(async (ask) => {
          if (!isOpen(await ask())) this.unknown.delete(ask);
        }),
      );
    }
    return this.unknown.size;
  }

  async #live(chance: Random, weights: Readonly<Record<ActName, number>>): Promise<void> {
    const { pauseMs } = this.#options;
    while (!this.#isOver) {
      await this.#acts[chance.weighted(weights)](chance);
      if (pauseMs !== undefined) await sleep(chance.between(...pauseMs));
    }
  }

  #someone(chance: Random): Customer {
    const { customers, hot } = this.#options;
    return hot > 0 && chance.chance(hotShare)
      ? customers[chance.between(0, hot - 1)]!
      : chance.pick(customers);
  }

  #somebodyElse(chance: Random, than: Customer): Customer {
    for (;;) {
      const other = this.#someone(chance);
      if (other !== than) return other;
    }
  }

  /** Repeats until it is known; busy at the first request is final, because nothing has moved. */
  async #settle(ask: Ask, chance: Random): Promise<Answer> {
    const { leftUnknown = 0.1 } = this.#options;
    let answer = await ask();
    if (answer.outcome === 'busy') await sleep(chance.between(5, 60));
    if (answer.outcome !== 'unknown') return answer;
    const deadline = performance.now() + (chance.chance(leftUnknown) ? 0 : patienceMs);
    while (isOpen(answer) && performance.now() < deadline && !this.#isOver) {
      await sleep(chance.between(5, 120));
      answer = await ask();
    }
    if (isOpen(answer)) this.unknown.add(ask);
    return answer;
  }

  async #settlePayment(customer: Customer, asked: AskedPayment, chance: Random): Promise<void> {
    const { tools } = this.#options;
    await this.#settle(async () => pay(tools, customer, asked), chance);
  }

  #order(
    chance: Random,
    kind: Payment['kind'],
    wish: string,
  ): { readonly customer: Customer; readonly asked: AskedPayment } {
    const customer = this.#someone(chance);
    const payee = kind === 'TRANSFER' ? this.#somebodyElse(chance, customer).account : null;
    const memo = chance.chance(0.2) ? `note ${chance.between(1, 1_000)}` : null;
    const payment = { kind, own: customer.account, payee, wish, memo };
    const key = this.#options.nextKey();
    return { customer, asked: { key, session: customer.session, payment } };
  }

  async #newPayment(chance: Random, kind: Payment['kind'], wish: string): Promise<void> {
    const { customer, asked } = this.#order(chance, kind, wish);
    await this.#settlePayment(customer, asked, chance);
  }

  async #again(chance: Random, change: (asked: AskedPayment) => AskedPayment): Promise<void> {
    const customer = this.#someone(chance);
    if (customer.acknowledged.length === 0) return;
    await pay(this.#options.tools, customer, change(chance.pick(customer.acknowledged)));
  }

  async #steal(chance: Random): Promise<void> {
    const victim = this.#someone(chance);
    const thief = this.#somebodyElse(chance, victim);
    if (victim.acknowledged.length === 0) return;
    const { key, payment } = chance.pick(victim.acknowledged);
    const payee = payment.kind === 'TRANSFER' ? victim.account : null;
    const { kind, wish, memo } = payment;
    const stolen = { kind, wish, memo, own: thief.account, payee };
    await pay(this.#options.tools, thief, { key, session: thief.session, payment: stolen });
  }

  /** One key, several times at once, at one or several processes. */
  async #twins(chance: Random): Promise<void> {
    const { customer, asked: plain } = this.#order(chance, 'TRANSFER', `${chance.between(1, 200)}`);
    const shown = chance.chance(0.5) ? await shownBy(this.#options.tools, plain) : null;
    const asked = shown === null ? plain : { ...plain, payment: shown };
    const settled = Array.from({ length: chance.between(2, 5) }, async (_, index) =>
      this.#settlePayment(customer, asked, chance.fork(`twin ${index} ${asked.key}`)),
    );
    await Promise.all(settled);
  }

  async #staleSession(chance: Random): Promise<void> {
    const { tools, nextKey } = this.#options;
    const customer = this.#someone(chance);
    if (customer.ended.length === 0) return;
    const session = chance.pick(customer.ended);
    if (chance.chance(0.3)) return look(tools, customer, session);
    const wish = `${chance.between(1, 50)}`;
    const kind = chance.pick(['DEPOSIT', 'WITHDRAWAL'] as const);
    const payment = { kind, own: customer.account, payee: null, wish, memo: null };
    // A lost answer stays unknown until the bank refuses the request.
    await this.#settlePayment(customer, { key: nextKey(), session, payment }, chance);
  }

  /** A withdrawal in a session whose end was acknowledged just now. */
  async #tooLate(chance: Random, customer: Customer, session: m.Session): Promise<void> {
    if (!customer.ended.includes(session)) return;
    const { account: own } = customer;
    const payment = { kind: 'WITHDRAWAL', own, payee: null, wish: '1', memo: null } as const;
    const asked = { key: this.#options.nextKey(), session, payment };
    await this.#settlePayment(customer, asked, chance);
  }

  async #newSession(chance: Random): Promise<void> {
    const { tools } = this.#options;
    const customer = this.#someone(chance);
    if (customer.isAtTheDoor) return;
    customer.isAtTheDoor = true;
    const former = customer.session;
    if (chance.chance(0.5)) {
      await logOut(tools, customer);
      await this.#tooLate(chance, customer, former);
    }
    await this.#logIn(chance, customer);
    await this.#tooLate(chance, customer, former);
    customer.isAtTheDoor = false;
  }

  async #logIn(chance: Random, customer: Customer): Promise<void> {
    for (let tries = 0; tries < loginTries && !this.#isOver; tries += 1) {
      if ((await logIn(this.#options.tools, customer)).outcome === 'ok') break;
      await sleep(chance.between(20, 200));
    }
  }

  /** A session that only reads: it pays with a proof alone, until the next login. */
  async #idleSession(chance: Random): Promise<void> {
    const { tools, nextKey } = this.#options;
    const customer = this.#someone(chance);
    if (customer.isAtTheDoor) return;
    customer.isAtTheDoor = true;
    const { session, account: own } = customer;
    await idle(tools, customer, session);
    const kind = chance.pick(['DEPOSIT', 'WITHDRAWAL'] as const);
    const payment = { kind, own, payee: null, wish: '1', memo: null };
    for (const proof of [{}, { isProved: true } as const]) {
      const asked = { key: nextKey(), session, payment: { ...payment, ...proof } };
      await this.#settlePayment(customer, asked, chance);
    }
    await look(tools, customer, session);
    await this.#logIn(chance, customer);
    customer.isAtTheDoor = false;
  }

  get #scene(): Scene {
    const { tools, customers, nextKey } = this.#options;
    return {
      tools,
      customers,
      nextKey,
      someone: (chance) => this.#someone(chance),
      somebodyElse: (chance, than) => this.#somebodyElse(chance, than),
      settle: async (ask, chance) => this.#settle(ask, chance),
    };
  }

  readonly #acts: Readonly<Record<ActName, (chance: Random) => Promise<void>>> = {
    transfer: async (chance) => this.#newPayment(chance, 'TRANSFER', `${chance.between(1, 200)}`),
    deposit: async (chance) => this.#newPayment(chance, 'DEPOSIT', `${chance.between(1, 500)}`),
    withdraw: async (chance) => this.#newPayment(chance, 'WITHDRAWAL', `${chance.between(1, 400)}`),
    look: async (chance) => {
      const customer = this.#someone(chance);
      await look(this.#options.tools, customer, customer.session);
    },
    replay: async (chance) => this.#again(chance, (asked) => asked),
    tamper: async (chance) =>
      this.#again(chance, (asked) => ({ ...asked, payment: tampered(asked.payment) })),
    steal: async (chance) => this.#steal(chance),
    twins: async (chance) => this.#twins(chance),
    staleSession: async (chance) => this.#staleSession(chance),
    newSession: async (chance) => this.#newSession(chance),
    idleSession: async (chance) => this.#idleSession(chance),
    share: async (chance) => specials.share(this.#scene, chance),
    card: async (chance) => specials.card(this.#scene, chance),
    order: async (chance) => specials.order(this.#scene, chance),
    bank: async (chance) => specials.bank(this.#scene, chance),
    second: async (chance) => specials.second(this.#scene, chance),
    main: async (chance) => specials.main(this.#scene, chance),
    pot: async (chance) => specials.pot(this.#scene, chance),
    hold: async (chance) => specials.hold(this.#scene, chance),
    limited: async (chance) => specials.limited(this.#scene, chance),
    job: async (chance) => specials.job(this.#scene, chance),
    standing: async (chance) => specials.standing(this.#scene, chance),
    request: async (chance) => specials.request(this.#scene, chance),
    club: async (chance) => specials.club(this.#scene, chance),
    ownLimit: async (chance) => specials.ownLimit(this.#scene, chance),
    reverse: async (chance) => specials.reverse(this.#scene, chance),
  };
}
