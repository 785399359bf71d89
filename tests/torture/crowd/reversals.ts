/** Two managers of the bank reverse a payment, with its fee and what it put aside. */
import type { Random } from '../support/random.ts';
import { recorded } from './acts.ts';
import type { Scene } from './crowd.ts';

const reason = 'paid by mistake';

export async function reverse(scene: Scene, chance: Random): Promise<void> {
  const customer = scene.someone(chance);
  const [asker, checker] = scene.tools.world.staff;
  if (customer.acknowledged.length === 0 || asker === undefined || checker === undefined) return;
  const { key: transaction } = chance.pick(customer.acknowledged);
  const requestId = scene.nextKey();
  const operation = {
    kind: 'reverse',
    key: `${requestId}`,
    transaction: `${transaction}`,
  } as const;
  const ask = async () => {
    const { answer } = await recorded(
      scene.tools,
      'the bank',
      operation,
      async (bank) => {
        await bank.call('corrections', 'reverse', asker, { requestId, transaction, reason });
        const decision = { id: requestId, verdict: 'APPROVED' } as const;
        return bank.call('approvals', 'decide', checker, decision);
      },
      () => ({ outcome: 'ok' }),
    );
    return answer;
  };
  await scene.settle(ask, chance);
}
