/** Two managers of the bank reverse a payment, with its fee and what it put aside. */
import type { Random } from '../support/random.ts';
import { recorded } from './acts.ts';
import type { Scene } from './crowd.ts';
import type { AskedPayment, Customer } from './customer.ts';

const reason = 'paid by mistake';

/** Without their opening deposit, customers with a lowered limit could never pass it. */
const reversible = ({ acknowledged, isLimited }: Customer): readonly AskedPayment[] =>
  isLimited ? acknowledged.filter(({ payment }) => payment.kind !== 'DEPOSIT') : acknowledged;

export async function reverse(scene: Scene, chance: Random): Promise<void> {
  const customer = scene.someone(chance);
  const [asker, checker] = scene.tools.world.staff;
  const choice = reversible(customer);
  if (choice.length === 0 || asker === undefined || checker === undefined) return;
  const { key: transaction } = chance.pick(choice);
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
