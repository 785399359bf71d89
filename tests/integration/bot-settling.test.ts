/** The answer about a confirmed payment whose first run lost its answer. */
import { describe, expect, test } from 'vitest';
import deposit from '../../commands/deposit.ts';
import type { Bank, ErrorCode, PendingAction } from '../../src/bank/index.ts';
import { createSettler, type Taken } from '../../src/bot/settle/settling.ts';
import type { Logger } from '../../src/log/logger.ts';
import { savePending } from '../../src/bot/settle/pending.ts';
import { exactly, place } from '../support/bank.ts';
import { withBank } from '../support/with-bank.ts';
import { errorOf } from '../support/refusals.ts';
import { testSetup } from '../support/setup.ts';

const logger: Logger = { event: () => {}, close: () => {} };
const { bank, anna } = withBank({ balances: { anna: 0n } });

/** The same bank, whose deposits end in these ways in turn; `booked` lets the money move first. */
function troubled(fates: readonly { readonly booked: boolean; readonly code: ErrorCode }[]): Bank {
  const left = [...fates];
  return {
    ...bank,
    payments: {
      ...bank.payments,
      deposit: async (session, order) => {
        const fate = left.shift();
        if (fate === undefined) return bank.payments.deposit(session, order);
        if (fate.booked) await bank.payments.deposit(session, order);
        throw errorOf(fate.code);
      },
    },
  };
}

async function takenCard(): Promise<PendingAction> {
  const { discordUserId, session } = anna;
  const order = { wish: exactly(500n), memo: null, decidedBy: 'open' } as const;
  const card = { person: discordUserId, kind: 'CONFIRM', path: 'deposit', form: 0 } as const;
  const values = { amount: '5' };
  const { requestId } = await savePending(bank, { ...card, command: deposit, values, order });
  const taken = await bank.pending.take(requestId, discordUserId, session);
  return taken!.action;
}

const takenWith = (action: PendingAction, its: Bank, isFirst: boolean): Taken => ({
  action,
  command: deposit,
  isFirst,
  context: {
    bank: its,
    bankName: 'Passbook',
    person: anna.discordUserId,
    place,
    now: Date.now(),
    identity: null,
    isProved: false,
    session: anna.session,
    commands: [],
    roleMembers: async () => [],
    examine: async () => [],
    setup: testSetup,
    asked: null,
  },
});

const stateOf = async ({ requestId }: PendingAction) =>
  (await bank.pending.find(requestId, anna.discordUserId))?.state;

describe('settling', () => {
  test.each(['OUTCOME_UNKNOWN', 'CHANGE_UNKNOWN'] as const)(
    'never reports a refusal if an earlier run may have booked (%s)',
    async (code) => {
      const action = await takenCard();
      const its = troubled([
        { booked: true, code },
        { booked: false, code: 'BANK_BUSY' },
      ]);
      const settler = createSettler(logger);
      expect((await settler.run(takenWith(action, its, true))).kind).toBe('unknown');
      expect((await settler.run(takenWith(action, its, false))).kind).toBe('unknown');
      expect(await stateOf(action)).toBe('TAKEN');
      expect((await settler.run(takenWith(action, its, false))).kind).toBe('booked');
      const [account] = await bank.accounts.overview(anna.session);
      expect(account!.balance).toBe(500n);
    },
  );

  test('a busy bank at the first run moves nothing, and the card is closed', async () => {
    const action = await takenCard();
    const its = troubled([{ booked: false, code: 'BANK_BUSY' }]);
    const settler = createSettler(logger);
    expect((await settler.run(takenWith(action, its, true))).kind).toBe('refused');
    expect(await stateOf(action)).toBe('CANCELLED');
  });
});
