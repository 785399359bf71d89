/** Acts of the members of a shared account. */
import type * as m from '../../../src/bank/model/index.ts';
import type { Answer, Operation, Payment } from '../history/model.ts';
import type { Random } from '../support/random.ts';
import { pay, recorded, shownBy } from './acts.ts';
import { decisions, paymentOf } from './club-approvals.ts';
import type { Scene } from './crowd.ts';
import type { Club, Customer } from './customer.ts';

type Grant = Pick<Extract<Operation, { kind: 'grant' }>, 'role' | 'allowance'>;

const spender = (allowance: number): Grant => ({ role: 'SPENDER', allowance: `${allowance}` });

async function settlePayment(scene: Scene, chance: Random, member: Customer, payment: Payment) {
  const asked = { key: scene.nextKey(), session: member.session, payment };
  return scene.settle(async () => pay(scene.tools, member, asked), chance);
}

async function spend(scene: Scene, chance: Random, club: Club, member: Customer): Promise<Answer> {
  const wish = chance.between(20, 600);
  return settlePayment(scene, chance, member, paymentOf(scene, chance, { club, member, wish }));
}

/** What the card showed: with the fee and what is put aside for the club. */
async function byCard(scene: Scene, chance: Random, club: Club, member: Customer): Promise<void> {
  const payment = paymentOf(scene, chance, { club, member, wish: chance.between(20, 600) });
  const asked = { key: scene.nextKey(), session: member.session, payment };
  const shown = await shownBy(scene.tools, asked);
  if (shown !== null) await settlePayment(scene, chance, member, shown);
}

async function grant(
  scene: Scene,
  chance: Random,
  given: {
    readonly club: Club;
    readonly member: Customer;
    readonly grant: Grant;
    readonly work: Parameters<typeof recorded<unknown>>[3];
  },
): Promise<Answer> {
  const { club, member, work } = given;
  const operation = { kind: 'grant', shared: club.account, member: member.account } as const;
  return scene.settle(async () => {
    const { answer } = await recorded(
      scene.tools,
      'a manager',
      { ...operation, ...given.grant },
      work,
      () => ({ outcome: 'ok' }),
    );
    return answer;
  }, chance);
}

async function changeRole(
  scene: Scene,
  chance: Random,
  { club, member, to }: { club: Club; member: Customer; to: Grant },
): Promise<Answer> {
  const { session } = chance.pick(club.managers);
  const allowance = to.allowance === null ? null : (BigInt(to.allowance) as m.Amount);
  const role = to.role as m.SharedRole;
  const about = { account: club.account, member: member.discordUserId, role, allowance };
  const order = { ...about, requestId: scene.nextKey(), isProved: true };
  const work: Parameters<typeof recorded<unknown>>[3] = async (bank) =>
    bank.call('shared', 'changeRole', session, order);
  const answer = await grant(scene, chance, { club, member, grant: to, work });
  if (answer.outcome === 'ok' && to.allowance !== null) {
    club.allowances.set(member, Number(to.allowance));
  }
  return answer;
}

/** Several clients of one member at once; once the allowance is used up, managers raise it. */
async function race(scene: Scene, chance: Random, club: Club): Promise<void> {
  const member = chance.pick(club.spenders);
  const forks = Array.from({ length: 4 }, (_, index) => chance.fork(`${index} ${scene.nextKey()}`));
  const answers = await Promise.all(forks.map(async (fork) => spend(scene, fork, club, member)));
  const isUsedUp = answers.some(
    (answer) => answer.outcome === 'declined' && answer.code === 'SHARED_ALLOWANCE',
  );
  if (!isUsedUp) return;
  const to = spender((club.allowances.get(member) ?? 0) + 1_500);
  await changeRole(scene, chance, { club, member, to });
}

/** The role or the allowance changes between a card and its press. */
async function demote(scene: Scene, chance: Random, club: Club): Promise<void> {
  const member = chance.pick(club.spenders);
  const allowance = club.allowances.get(member) ?? 0;
  const lower = chance.pick<Grant>([
    { role: 'VIEWER', allowance: null },
    { role: 'DEPOSITOR', allowance: null },
    spender(Math.max(1, allowance - 1_000)),
  ]);
  const fork = chance.fork(`spends ${scene.nextKey()}`);
  const [{ outcome }] = await Promise.all([
    changeRole(scene, chance, { club, member, to: lower }),
    spend(scene, fork, club, member),
  ]);
  if (outcome === 'ok') await spend(scene, chance, club, member);
  await changeRole(scene, chance, { club, member, to: spender(allowance + 1) });
}

async function remove(scene: Scene, chance: Random, club: Club): Promise<Answer> {
  const { account, guest: member } = club;
  const { session } = chance.pick(club.managers);
  const order = { account, member: member.discordUserId, requestId: scene.nextKey() };
  return grant(scene, chance, {
    club,
    member,
    grant: { role: 'NONE', allowance: null },
    work: async (bank) => bank.call('shared', 'remove', session, order),
  });
}

async function invite(scene: Scene, chance: Random, club: Club): Promise<void> {
  const { account, guest: member } = club;
  const manager = chance.pick(club.managers);
  const requestId = scene.nextKey();
  const terms = { role: 'SPENDER', allowance: 3_000n as m.Amount, readsAll: false } as const;
  const order = { account, member: member.discordUserId, ...terms, requestId, isProved: true };
  try {
    await scene.tools.bank().call('shared', 'invite', manager.session, order);
  } catch {
    // Invited already, or perhaps: the answer below decides.
  }
  const { session } = member;
  await grant(scene, chance, {
    club,
    member,
    grant: spender(3_000),
    work: async (bank) => bank.call('shared', 'answer', session, requestId, 'ACCEPTED'),
  });
}

/** The guest is removed while they pay, is refused from then on, and comes back. */
async function churn(scene: Scene, chance: Random, club: Club): Promise<void> {
  if (club.isChanging) return;
  club.isChanging = true;
  const { guest } = club;
  const forks = [chance.fork(`a ${scene.nextKey()}`), chance.fork(`b ${scene.nextKey()}`)];
  const paying = forks.map(async (fork) => spend(scene, fork, club, guest));
  const [{ outcome }] = await Promise.all([remove(scene, chance, club), ...paying]);
  if (outcome === 'ok') {
    await spend(scene, chance, club, guest);
    await decisions(scene, chance, { club, asker: guest, ways: ['none'] });
  }
  await invite(scene, chance, club);
  await spend(scene, chance, club, guest);
  club.isChanging = false;
}

async function deposit(scene: Scene, chance: Random, club: Club): Promise<void> {
  const member = chance.pick([...club.managers, ...club.spenders]);
  const wish = `${chance.between(100, 2_000)}`;
  const plain = { own: club.account, of: member.account, payee: null, wish, memo: null };
  await settlePayment(scene, chance, member, { ...plain, kind: 'DEPOSIT' });
}

export async function club(scene: Scene, chance: Random): Promise<void> {
  const { clubs } = scene.tools.world;
  if (clubs.length === 0) return;
  const one = chance.pick(clubs);
  const members = [...one.managers, ...one.spenders];
  const way = chance.weighted({ race: 3, demote: 2, churn: 2, ask: 9, card: 2, deposit: 1 });
  if (way === 'race') return race(scene, chance, one);
  if (way === 'demote') return demote(scene, chance, one);
  if (way === 'churn') return churn(scene, chance, one);
  if (way === 'card') return byCard(scene, chance, one, chance.pick(members));
  if (way === 'deposit') return deposit(scene, chance, one);
  // Mostly a manager, who then approves nothing.
  const asker = chance.pick(chance.chance(0.7) ? one.managers : one.spenders);
  await decisions(scene, chance, { club: one, asker });
}
