/** A shared account with its members, a pot and a rule, opened before the crowd begins. */
import type * as m from '../../../src/bank/model/index.ts';
import type { BankHost } from '../bank/host.ts';
import { type ActTools, pay, recorded } from '../crowd/acts.ts';
import type { Club, Customer } from '../crowd/customer.ts';
import type { Operation } from '../history/model.ts';

/** A club needs so many customers besides the hot and the limited ones. */
export const clubNeeds = 16;
const places = { managers: [4, 8], spenders: [8, 10], guest: 10 } as const;
const [above, needed] = [1_000, 2];
const allowance = 3_000;
const money = 50_000_000;

type Grant = Pick<Extract<Operation, { kind: 'grant' }>, 'role' | 'allowance'>;

interface Opening {
  readonly tools: ActTools;
  readonly nextKey: () => m.RequestId;
}

async function certainly<Value>(
  tools: ActTools,
  operation: Operation,
  work: (bank: BankHost) => Promise<Value>,
): Promise<Value> {
  const { answer, value } = await recorded(tools, 'the bank', operation, work, () => ({
    outcome: 'ok',
  }));
  if (value === null) throw new Error(`${operation.kind}: ${JSON.stringify(answer)}`);
  return value;
}

const grantOf = (shared: string, { account: member }: Customer, grant: Grant): Operation => ({
  kind: 'grant',
  shared,
  member,
  ...grant,
});

async function join(
  { tools, nextKey }: Opening,
  account: m.AccountNumber,
  { by, person, grant }: { by: Customer; person: Customer; grant: Grant },
): Promise<void> {
  const id = nextKey();
  const { role } = grant;
  if (role === 'NONE') throw new TypeError('nobody joins as nothing');
  const sum = grant.allowance === null ? null : (BigInt(grant.allowance) as m.Amount);
  const order = { account, member: person.discordUserId, role, allowance: sum, readsAll: false };
  await tools.bank().call('shared', 'invite', by.session, { ...order, requestId: id });
  await certainly(tools, grantOf(account, person, grant), async (bank) =>
    bank.call('shared', 'answer', person.session, id, 'ACCEPTED'),
  );
}

/** The pot to which the payments are rounded up. */
async function openPot({ tools, nextKey }: Opening, by: Customer, of: m.AccountNumber) {
  const terms = { name: 'Trip', goal: null, goalDate: null, of };
  const pot = await tools.bank().call('pots', 'open', by.session, {
    ...terms,
    requestId: nextKey(),
  });
  await roundUp({ tools, nextKey }, by, { account: of, pot: pot.accountNumber, units: 1 });
  return pot.accountNumber;
}

export async function roundUp(
  { tools, nextKey }: Opening,
  by: Customer,
  wanted: {
    readonly account: m.AccountNumber;
    readonly pot: m.AccountNumber;
    readonly units: m.RoundUpUnits;
  },
): Promise<void> {
  const { account, pot, units } = wanted;
  await certainly(tools, { kind: 'roundUps', account, pot, units }, async (bank) =>
    bank.call('pots', 'setRoundUps', by.session, { pot, units, requestId: nextKey() }),
  );
}

async function fill({ tools, nextKey }: Opening, by: Customer, own: string): Promise<void> {
  const plain = { kind: 'DEPOSIT', own, payee: null, wish: `${money}`, memo: null } as const;
  const payment = { ...plain, initiator: 'BANK' } as const;
  await pay(tools, by, { key: nextKey(), session: by.session, payment });
}

export async function openClub(opening: Opening, customers: readonly Customer[]): Promise<Club> {
  const { tools, nextKey } = opening;
  const managers = customers.slice(...places.managers);
  const spenders = customers.slice(...places.spenders);
  const guest = customers[places.guest]!;
  const [first, second] = managers;
  const asManager = { role: 'MANAGER', allowance: null } as const;
  const asSpender = { role: 'SPENDER', allowance: `${allowance}` } as const;
  const { accountNumber: account } = await tools.bank().call('shared', 'open', first!.session, {
    name: 'Chess club',
    requestId: nextKey(),
  });
  await certainly(tools, grantOf(account, first!, asManager), async () => account);
  for (const person of managers.slice(1)) {
    await join(opening, account, { by: first!, person, grant: asManager });
  }
  const rule = { above: BigInt(above) as m.Amount, needed };
  const order = { account, rule, requestId: nextKey() };
  const { approval } = await tools.bank().call('shared', 'changeRule', first!.session, order);
  if (approval !== null) {
    await tools.bank().call('shared', 'decide', second!.session, approval.id, 'APPROVED');
  }
  for (const person of [...spenders, guest]) {
    await join(opening, account, { by: first!, person, grant: asSpender });
  }
  const pot = await openPot(opening, first!, account);
  await fill(opening, first!, account);
  const allowances = new Map([...spenders, guest].map((one) => [one, allowance] as const));
  return { account, pot, above, managers, spenders, guest, allowances, isChanging: false };
}
