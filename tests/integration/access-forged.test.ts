/** Custom ids that are invented, too old, of other people or of another command. */
import { beforeEach, describe, expect, test } from 'vitest';
import { undoneBy } from '../../src/bot/command/command.ts';
import { encodeCustomId } from '../../src/bot/cards/custom-id.ts';
import type { RequestId } from '../../src/bank/model/index.ts';
import { openGround } from '../support/stage/ground.ts';
import type { Principal } from '../support/stage/principals.ts';
import { recorderOf, type Recorder } from '../support/stage/recorder.ts';
import { handlersOf, ruleFor, verdictOf, type Handler } from '../support/stage/rules.ts';

let recorder: Recorder;
const ground = openGround((registry) => (recorder = recorderOf(registry)).registry);

/** A person with the right, so that only the row or the id can cause a refusal. */
function entitledTo(handler: Handler): Principal {
  const rule = ruleFor(ground.registry, handler)!;
  return ground.cast.principals.find(
    (one) => verdictOf(rule, one) === 'admitted' && one.isLoggedIn,
  )!;
}

/** Handlers that use a row: all except a new command and a complete form. */
const rowHandlers = () =>
  handlersOf(ground.registry).filter(({ kind }) => kind !== 'open' && kind !== 'form');
const rowKindOf = ({ kind }: Handler) =>
  ['confirm', 'prove', 'proof'].includes(kind) ? 'CONFIRM' : 'DRAFT';

beforeEach(() => recorder.reached());

/** Handlers that refuse a closed row: *Start again* makes a new card of it. */
const closedHandlers = () => rowHandlers().filter(({ kind }) => kind !== 'start');

/** Runs each handler with a row that must be refused, and returns those that had an effect. */
async function passing(
  rowFor: (handler: Handler, by: Principal) => Promise<RequestId | null>,
  handlers = rowHandlers(),
): Promise<string[]> {
  const found: string[] = [];
  for (const handler of handlers) {
    const by = entitledTo(handler);
    const row = await rowFor(handler, by);
    if (row === null) continue;
    const { form, events, text } = await ground.play(handler, by, row);
    const failed = events.filter(({ name }) => name === 'bot.failed').length;
    const reached = recorder.reached();
    const name = `${handler.path}:${handler.step}`;
    if (form !== null || failed > 0 || reached.length > 0 || text === '') found.push(name);
  }
  return found;
}

const markRow = async (row: RequestId, column: string, value: string): Promise<void> => {
  const update = `UPDATE pending SET ${column} = ${value} WHERE id = ?`;
  expect((await ground.database.pool.write(update, [row])).affectedRows).toBe(1);
};

describe('a row of a card', () => {
  test('that does not exist has no effect', async () => {
    const unknown = [0n, 1n, (1n << 63n) - 1n, 123_456_789_012_345n] as RequestId[];
    for (const row of unknown) expect(await passing(async () => row)).toEqual([]);
  });

  test('of another person has no effect and is unchanged', async () => {
    const rows: RequestId[] = [];
    const found = await passing(async (handler, by) => {
      const owner = ground.who(by.name === 'customer' ? 'revoked staff' : 'customer');
      const row = await ground.rowOf(handler.path, rowKindOf(handler), owner);
      rows.push(row);
      return row;
    });
    expect(found).toEqual([]);
    // A person has at most twenty open rows, so only the last ones can still be open.
    const select = `SELECT state FROM pending WHERE id = ?`;
    for (const row of rows.slice(-5)) {
      expect(await ground.database.pool.rows(select, [row])).toEqual([{ state: 'OPEN' }]);
    }
  });

  test('that has expired has no effect', async () => {
    const found = await passing(async (handler, by) => {
      const row = await ground.rowOf(handler.path, rowKindOf(handler), by);
      await markRow(row, 'expires_at', 'NOW(6) - INTERVAL 1 SECOND');
      return row;
    }, closedHandlers());
    expect(found).toEqual([]);
  });

  test('that was cancelled has no effect', async () => {
    const found = await passing(async (handler, by) => {
      const row = await ground.rowOf(handler.path, rowKindOf(handler), by);
      await ground.bank.pending.cancel(row, by.discordUserId);
      return row;
    }, closedHandlers());
    expect(found).toEqual([]);
  });

  test('of another command has no effect', async () => {
    const found = await passing(async (handler, by) => {
      const other = handler.path === 'transfer' ? 'withdraw' : 'transfer';
      return ground.rowOf(other, rowKindOf(handler), by);
    });
    expect(found).toEqual([]);
  });

  test('of another kind cannot be confirmed or continued', async () => {
    const found = await passing(async (handler, by) => {
      if (handler.kind === 'confirm') return ground.rowOf(handler.path, 'DRAFT', by);
      return handler.kind === 'form2' ? ground.rowOf(handler.path, 'CONFIRM', by) : null;
    });
    expect(found).toEqual([]);
  });

  test('is confirmed once by many presses', async () => {
    for (const handler of rowHandlers().filter(({ kind }) => kind === 'confirm')) {
      const by = entitledTo(handler);
      const row = await ground.rowOf(handler.path, 'CONFIRM', by);
      await ground.play(handler, by, row);
      expect(recorder.reached()).toEqual([`${handler.path}:run`]);
      await ground.play(handler, by, row);
      // A settled row may be shown again, never as another request.
      expect(recorder.reached().filter((one) => one !== `${handler.path}:run`)).toEqual([]);
    }
  });
});

describe('a custom id', () => {
  const odd = [
    'v1:transfer:constructor:',
    'v1:transfer:hasownproperty:',
    'v1:transfer:run:',
    'v1:balance:number:.x',
    'v1:history:older:.',
    'v1:history:older:.99999999999999999999',
    'v1:history:older:.-1',
    'v1:history:older:.0x10',
    'v1:staff approvals list:approve:.',
    'v1:staff approvals list:approve:.1e3',
    'v1:nothing:confirm:1',
    'v1:staff:open:',
    'v1:constructor:confirm:1',
    'v0:transfer:confirm:1',
    'v2:transfer:confirm:1',
    'v1:transfer:confirm:zzzzzzzzzzzzz',
    'v1:transfer:confirm:ZZZ',
    'v1:__proto__:confirm:1',
    'v1:transfer:__proto__:1',
    'v1::::',
    'v1:transfer:confirm:1:2',
    'v1:transfer:confirm:1\n',
    '',
    ':',
    'nothing of ours',
    'v1:' + 'a'.repeat(97),
  ];

  test('that was invented has no effect, as a press or as a form', async () => {
    const by = ground.who('manager');
    for (const customId of odd) {
      for (const send of [ground.wire.press, ground.wire.submit]) {
        const { form, text, events } = await send(by, customId, [] as never);
        expect([customId, form, recorder.reached()]).toEqual([customId, null, []]);
        expect(events.filter(({ name }) => name === 'bot.failed')).toEqual([]);
        const command = ground.registry.get(customId.split(':')[1] ?? '');
        expect([customId, text]).toEqual([customId, expect.stringContaining(undoneBy(command))]);
      }
    }
  });

  test('of a step used as a form, or of a form used as a press, has no effect', async () => {
    for (const { path, step, kind } of handlersOf(ground.registry)) {
      if (kind === 'open' || kind === 'edit' || kind === 'next') continue;
      const by = ground.who('manager');
      const id = encodeCustomId({ path, step, row: null, detail: '' });
      const isForm = kind === 'form' || kind === 'form2';
      const { form } = isForm
        ? await ground.wire.press(by, id)
        : await ground.wire.submit(by, id.replace(`:${step}:`, ':none:'), []);
      const reached = recorder.reached().filter((one) => one === `${path}:${step}`);
      expect([path, step, form, reached]).toEqual([path, step, null, []]);
    }
  });
});
