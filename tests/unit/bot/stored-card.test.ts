/** What a card stores: the order of its command, typed, and the values for *Edit*. */
import { describe, expect, expectTypeOf, test } from 'vitest';
import withdraw from '../../../commands/withdraw.ts';
import type { Bank, PendingAction } from '../../../src/bank/index.ts';
import { ask, done } from '../../../src/bot/cards/reply.ts';
import { defineCommand } from '../../../src/bot/command/command.ts';
import { memoField } from '../../../src/bot/forms/fields.ts';
import { savePending, storedIn } from '../../../src/bot/settle/pending.ts';
import type { Storable } from '../../../src/lib/storable.ts';

/** A bank that only notes the payload. */
async function payloadOf(order?: Storable): Promise<string> {
  const noted: string[] = [];
  const open = async ({ payload }: { readonly payload: string }) => void noted.push(payload);
  const card = { kind: 'CONFIRM', path: 'withdraw', command: withdraw, form: 0 } as const;
  const values = { amount: 'all', memo: 'rent' };
  const asked = order === undefined ? {} : { order };
  const bank = { pending: { open } } as unknown as Bank;
  await savePending(bank, { ...card, person: '1' as never, values, ...asked });
  return noted[0]!;
}
const read = (payload: string) => storedIn({ payload } as PendingAction);
const order = { wish: { kind: 'all', shown: 12_345_678_901_234_567n }, memo: null };

describe('the payload of a card', () => {
  test('holds the order with its version, and the values as they were typed', async () => {
    const payload = await payloadOf(order);
    expect(JSON.parse(payload)).toMatchObject({
      values: { amount: 'all', memo: 'rent' },
      order: { v: 1, input: { wish: { kind: 'all', shown: { $bigint: '12345678901234567' } } } },
    });
    expect(read(payload)).toMatchObject({ values: { amount: 'all' }, order: { input: order } });
  });

  test('tells an order of nothing from no order', async () => {
    expect(read(await payloadOf(null))?.order).toEqual({ input: null });
    expect(read(await payloadOf())?.order).toBeNull();
  });

  test('of another version keeps only its values', async () => {
    const older = JSON.stringify({ form: 0, values: { amount: '5' }, settled: { to: '1' } });
    expect(read(older)).toMatchObject({ order: null, settled: { to: '1' } });
    const newer = (await payloadOf(order)).replace('"v":1', '"v":2');
    expect(read(newer)).toMatchObject({ order: null, values: { amount: 'all' } });
  });

  test('with an order that cannot be decoded is unreadable', async () => {
    expect(read((await payloadOf(order)).replace('$bigint', '$float'))).toBeNull();
    expect(read('')).toBeNull();
  });
});

test('the type of what `run` gets is that of the order that `confirm` made', () => {
  defineCommand({
    name: 'pay',
    words: { description: 'Pays' },
    access: 'customer',
    form: { words: { title: 'Pay' }, fields: { memo: memoField() } },
    confirm: async (_, { memo }) => {
      expectTypeOf(memo).toEqualTypeOf<string | null>();
      return { card: ask('Pay?'), order: { memo, sums: [1n] } };
    },
    run: async ({ requestId }, given) => {
      expectTypeOf(requestId).toExtend<bigint>();
      expectTypeOf(given).toEqualTypeOf<{ memo: string | null; sums: bigint[] }>();
      return done('Paid');
    },
  });
  defineCommand({
    name: 'pay',
    words: { description: 'Pays' },
    access: 'customer',
    // @ts-expect-error A map cannot be stored.
    confirm: async () => ({ card: ask('Pay?'), order: new Map() }),
    run: async () => done('Paid'),
  });
});
