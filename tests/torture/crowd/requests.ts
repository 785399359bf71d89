/** Acts with requests: paid whole or in parts, declined, cancelled, expired, or all at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import type * as m from '../../../src/bank/model/index.ts';
import type { Answer, Operation } from '../history/model.ts';
import type { Random } from '../support/random.ts';
import { type ActTools, pay, recorded } from './acts.ts';
import type { Scene } from './crowd.ts';
import type { Customer } from './customer.ts';

/** What a request asks of one payer. */
interface Due {
  readonly request: m.RequestId;
  readonly id: m.RequestId;
  readonly asker: Customer;
  readonly payer: Customer;
  readonly amount: number;
}

const longMs = 60_000;

interface Wanted {
  readonly key: m.RequestId;
  readonly asker: Customer;
  readonly payers: readonly { readonly payer: Customer; readonly amount: number }[];
  readonly expiresInMs: number;
  readonly expiresAt: Date;
}

async function make(tools: ActTools, wanted: Wanted, session: m.Session): Promise<Answer> {
  const { key, asker, payers, expiresInMs, expiresAt } = wanted;
  const operation: Operation = {
    kind: 'request',
    key: `${key}`,
    session: `${session.id}`,
    own: asker.account,
    dues: payers.map(({ payer, amount }) => ({ payer: payer.account, amount: `${amount}` })),
    expiresInMs,
  };
  const dues = payers.map(({ payer, amount }) => ({
    accountNumber: payer.account,
    amount: BigInt(amount) as m.Amount,
  }));
  const intoAccount = asker.account;
  const order = { requestId: key, dues, memo: null, dueOn: null, expiresAt, intoAccount };
  const { answer } = await recorded(
    tools,
    asker.name,
    operation,
    async (bank) => bank.call('requests', 'create', session, order),
    (view) => ({ outcome: 'ok', dues: view.dues.map(({ id }) => `${id}`) }),
  );
  return answer;
}

/** No dues unless it is certain that the request exists. */
async function newRequest(
  scene: Scene,
  chance: Random,
  { people, expiresInMs }: { readonly people: number; readonly expiresInMs: number },
): Promise<Due[]> {
  const asker = scene.someone(chance);
  const payers = new Set<Customer>();
  while (payers.size < people) payers.add(scene.somebodyElse(chance, asker));
  const wanted: Wanted = {
    key: scene.nextKey(),
    asker,
    payers: [...payers].map((payer) => ({ payer, amount: chance.between(2, 80) })),
    expiresInMs,
    expiresAt: new Date(Date.now() + expiresInMs),
  };
  const { session } = asker;
  const answer = await scene.settle(async () => make(scene.tools, wanted, session), chance);
  const ids = answer.outcome === 'ok' ? (answer.dues ?? []) : [];
  return ids.map((id, index) => ({
    request: wanted.key,
    id: BigInt(id) as m.RequestId,
    asker,
    ...wanted.payers[index]!,
  }));
}

async function payPart(scene: Scene, chance: Random, due: Due, amount: number): Promise<void> {
  const { payer, asker, id } = due;
  const own = chance.chance(0.7) ? payer.account : payer.other;
  const ends = { own, payee: asker.account, wish: `${amount}`, memo: null };
  const payment = { kind: 'TRANSFER', ...ends, pays: `${id}` } as const;
  const asked = { key: scene.nextKey(), session: payer.session, payment };
  await scene.settle(async () => pay(scene.tools, payer, asked), chance);
}

async function decline(scene: Scene, chance: Random, { payer, id }: Due): Promise<void> {
  const { name, session } = payer;
  const ask = async () => {
    const { answer } = await recorded(
      scene.tools,
      name,
      { kind: 'decline', due: `${id}`, session: `${session.id}` },
      async (bank) => bank.call('requests', 'decline', session, id),
      () => ({ outcome: 'ok' }),
    );
    return answer;
  };
  await scene.settle(ask, chance);
}

async function cancel(scene: Scene, chance: Random, { asker, request }: Due): Promise<void> {
  const { name, session } = asker;
  const ask = async () => {
    const { answer } = await recorded(
      scene.tools,
      name,
      { kind: 'cancel', request: `${request}`, session: `${session.id}` },
      async (bank) => bank.call('requests', 'cancel', session, request),
      (count) => ({ outcome: 'ok', count }),
    );
    return answer;
  };
  await scene.settle(ask, chance);
}

const expireDues = async ({ tools }: Scene): Promise<void> =>
  void (await recorded(
    tools,
    'the bank',
    { kind: 'expireDues' },
    async (bank) => bank.call('ledger', 'expireDues'),
    (count) => ({ outcome: 'ok', count }),
  ));

/** In two parts, and then again, which is refused. */
async function inParts(scene: Scene, chance: Random, due: Due): Promise<void> {
  const first = chance.between(1, due.amount - 1);
  await payPart(scene, chance, due, first);
  if (chance.chance(0.3)) await payPart(scene, chance, due, due.amount);
  await payPart(scene, chance, due, due.amount - first);
  await payPart(scene, chance, due, first);
}

/** Paid at about the time when it is over. */
async function expiring(scene: Scene, chance: Random): Promise<void> {
  const expiresInMs = chance.between(100, 800);
  const begun = Date.now();
  const dues = await newRequest(scene, chance, { people: 2, expiresInMs });
  await sleep(Math.max(0, begun + expiresInMs - Date.now() + chance.between(-40, 40)));
  for (const due of dues) {
    await payPart(scene, chance, due, due.amount);
    if (chance.chance(0.5)) await expireDues(scene);
  }
  if (dues[0] !== undefined && chance.chance(0.3)) await cancel(scene, chance, dues[0]);
}

/** One of them wins; a part may be paid before the end. */
async function race(scene: Scene, chance: Random): Promise<void> {
  const expiresInMs = chance.chance(0.3) ? chance.between(20, 150) : longMs;
  const [due] = await newRequest(scene, chance, { people: 1, expiresInMs });
  if (due === undefined) return;
  const forks = Array.from({ length: 6 }, (_, index) => chance.fork(`${due.id} ${index}`));
  const part = chance.between(1, due.amount);
  await Promise.all([
    payPart(scene, forks[0]!, due, due.amount),
    payPart(scene, forks[1]!, due, due.amount),
    payPart(scene, forks[2]!, due, part),
    cancel(scene, forks[3]!, due),
    decline(scene, forks[4]!, due),
    expireDues(scene),
  ]);
}

const ways = ['whole', 'parts', 'decline', 'cancel', 'expire', 'race'] as const;

export async function request(scene: Scene, chance: Random): Promise<void> {
  const way = chance.pick([...ways, 'parts']);
  if (way === 'expire') return expiring(scene, chance);
  if (way === 'race') return race(scene, chance);
  const people = chance.between(1, 3);
  const dues = await newRequest(scene, chance, { people, expiresInMs: longMs });
  for (const due of dues) {
    if (way === 'parts') await inParts(scene, chance, due);
    else if (way === 'decline') await decline(scene, chance, due);
    // A whole payment; one that comes after the end is refused.
    if (way === 'cancel' && due === dues[0]) await cancel(scene, chance, due);
    if (way !== 'parts') await payPart(scene, chance, due, due.amount);
  }
  // What is left open would count against the asker's twenty.
  const [first] = dues;
  if (first !== undefined && chance.chance(0.7)) await cancel(scene, chance, first);
}
