/** Acts beyond plain payments: shares, cards, orders, second accounts, lowered limits and jobs. */
import type { Random } from '../support/random.ts';
import type { Payment } from '../history/model.ts';
import { makeMain, pay, recorded, shownBy } from './acts.ts';
import { club } from './clubs.ts';
import type { Scene } from './crowd.ts';
import type { AskedPayment, Customer } from './customer.ts';
import { hold, voided } from './holds.ts';
import { ownLimit } from './own-limits.ts';
import { request } from './requests.ts';
import { reverse } from './reversals.ts';
import { standing } from './standing.ts';

type Act = (scene: Scene, chance: Random) => Promise<void>;

/** A transfer from the customer's first account to another customer, unless changed. */
function paymentOf(scene: Scene, chance: Random, customer: Customer): Payment {
  const payee = scene.somebodyElse(chance, customer);
  return {
    kind: 'TRANSFER',
    own: customer.account,
    payee: chance.chance(0.8) ? payee.account : payee.other,
    wish: `${chance.between(1, 150)}`,
    memo: chance.chance(0.2) ? `note ${chance.between(1, 1_000)}` : null,
  };
}

async function settle(
  scene: Scene,
  chance: Random,
  { customer, asked }: { readonly customer: Customer; readonly asked: AskedPayment },
): Promise<void> {
  await scene.settle(async () => pay(scene.tools, customer, asked), chance);
}

async function payAs(
  scene: Scene,
  chance: Random,
  { customer, payment }: { readonly customer: Customer; readonly payment: Payment },
): Promise<void> {
  const asked = { key: scene.nextKey(), session: customer.session, payment };
  await settle(scene, chance, { customer, asked });
}

/** Books what the card showed, even if the balance has changed since: then it is refused. */
const share: Act = async (scene, chance) => {
  const customer = scene.someone(chance);
  const wish = chance.pick(['half', 'all']);
  const payment = { ...paymentOf(scene, chance, customer), wish };
  const asked = { key: scene.nextKey(), session: customer.session, payment };
  const shown = await shownBy(scene.tools, asked);
  if (shown !== null) {
    await settle(scene, chance, { customer, asked: { ...asked, payment: shown } });
  }
};

/** Books what the card showed: the fee, and what the payment puts aside. */
const card: Act = async (scene, chance) => {
  const customer = scene.someone(chance);
  const payment = paymentOf(scene, chance, customer);
  const out = chance.chance(0.2) ? ({ kind: 'WITHDRAWAL', payee: null } as const) : {};
  const asked = {
    key: scene.nextKey(),
    session: customer.session,
    payment: { ...payment, ...out },
  };
  const shown = await shownBy(scene.tools, asked);
  if (shown !== null) {
    await settle(scene, chance, { customer, asked: { ...asked, payment: shown } });
  }
};

const order: Act = async (scene, chance) => {
  const customer = scene.someone(chance);
  const payment = paymentOf(scene, chance, customer);
  await payAs(scene, chance, { customer, payment: { ...payment, initiator: 'ORDER' } });
};

const bank: Act = async (scene, chance) => {
  const customer = scene.someone(chance);
  const own = chance.pick([customer.account, customer.other]);
  const wish = `${chance.between(1, 20)}`;
  const payment = { kind: 'DEPOSIT', own, payee: null, wish, memo: null } as const;
  await payAs(scene, chance, { customer, payment: { ...payment, initiator: 'BANK' } });
};

/** From and into the second account; the limits are the customer's. */
const second: Act = async (scene, chance) => {
  const customer = scene.someone(chance);
  const transfer = { ...paymentOf(scene, chance, customer), own: customer.other };
  const plain = { ...transfer, payee: null };
  const payment = chance.pick<Payment>([
    transfer,
    { ...transfer, payee: customer.account },
    { ...plain, kind: 'DEPOSIT' },
    { ...plain, kind: 'DEPOSIT' },
    { ...plain, kind: 'WITHDRAWAL' },
  ]);
  await payAs(scene, chance, { customer, payment });
};

/** Into the pot and out of it; no limit counts it. */
const pot: Act = async (scene, chance) => {
  const customer = scene.someone(chance);
  const { account, pot: saved } = customer;
  const move = async (ends: Pick<Payment, 'kind' | 'own' | 'payee'>, most: number) => {
    const wish = `${chance.between(1, most)}`;
    await payAs(scene, chance, { customer, payment: { ...ends, wish, memo: null } });
  };
  await move({ kind: 'POT_ADD', own: account, payee: saved }, 60);
  if (chance.chance(0.6)) await move({ kind: 'POT_TAKE', own: saved, payee: account }, 40);
};

/** Large sums between the two accounts of a customer whose limit of the day is lowered. */
const limited: Act = async (scene, chance) => {
  const customer = chance.pick(scene.customers.filter(({ isLimited }) => isLimited));
  const ends = chance.pick([
    { own: customer.account, payee: customer.other },
    { own: customer.other, payee: customer.account },
  ]);
  const wish = `${chance.between(2, 9)}000000`;
  const payment = { ...ends, kind: 'TRANSFER', wish, memo: null } as const;
  const asked = { key: scene.nextKey(), session: customer.session, payment };
  if (chance.chance(0.3)) await voided(scene, chance, { customer, asked });
  else await settle(scene, chance, { customer, asked });
};

const job: Act = async (scene, chance) => {
  const { name, ...customer } = scene.someone(chance);
  const account = chance.pick([customer.account, customer.other]);
  const operation = { kind: 'enqueue', key: `${scene.nextKey()}`, account } as const;
  const ask = async () => {
    const { answer } = await recorded(
      scene.tools,
      name,
      operation,
      async (host) => host.call('ledger', 'enqueue', operation.key, account),
      () => ({ outcome: 'ok' }),
    );
    return answer;
  };
  await scene.settle(ask, chance);
};

/** Changes the customer's main account beneath payments under way. */
const main: Act = async (scene, chance) => {
  const customer = scene.someone(chance);
  const account = chance.pick([customer.account, customer.other]);
  await makeMain(scene.tools, customer, { account, requestId: scene.nextKey() });
};

export const specials = {
  share,
  card,
  order,
  bank,
  second,
  main,
  pot,
  hold,
  limited,
  job,
  standing,
  request,
  club,
  ownLimit,
  reverse,
};
