/** Shared by the access tests: a bank with its people, and rows and forms for any command. */
import { afterAll, beforeAll } from 'vitest';
import { isoDate } from '../../../src/bank/index.ts';
import type { Storable } from '../../../src/lib/storable.ts';
import { encodeCustomId } from '../../../src/bot/cards/custom-id.ts';
import type { RawValues } from '../../../src/bot/forms/field.ts';
import { loadCommands } from '../../../src/bot/command/loader.ts';
import { proofForm } from '../../../src/bot/stages/prove.ts';
import { savePending } from '../../../src/bot/settle/pending.ts';
import type { RequestId } from '../../../src/bank/model/index.ts';
import type { Registry } from '../../../src/bot/command/registry.ts';
import { gems, openBank, password, type TestBank } from '../bank.ts';
import { createTestDatabase, type TestDatabase } from '../database.ts';
import { guilds, openCast, type Cast, type Principal } from './principals.ts';
import type { Handler } from './rules.ts';
import { sampleOrder, sampleValues, submittedParts } from './samples.ts';
import { openWire, type Answer, type Wire } from './wire.ts';

export interface Ground {
  readonly database: TestDatabase;
  readonly bank: TestBank;
  readonly cast: Cast;
  readonly registry: Registry;
  readonly wire: Wire;
  who(name: string): Principal;
  /** Complete values of the first form, or of both. */
  values(path: string, which: 0 | 1): RawValues;
  /** What the command's confirm card of these values asks for. */
  order(path: string): Storable;
  /** A row of the person's own, as after an earlier admission. */
  rowOf(path: string, kind: 'DRAFT' | 'CONFIRM', by: Principal): Promise<RequestId>;
  /** A text that the button's schema accepts. */
  detailOf(path: string, button: string): string;
  /** Calls one handler, with everything it needs. */
  play(handler: Handler, by: Principal, row: RequestId | null): Promise<Answer>;
}

export const facts = () => ({ currency: gems, today: isoDate(Date.now()) });

/** Called at the top of a test file; `seen` can replace the commands that the router serves. */
export function openGround(seen: (registry: Registry) => Registry = (same) => same): Ground {
  let ground: Ground;
  beforeAll(async () => {
    const database = await createTestDatabase();
    const bank = await openBank(database.pool);
    const cast = await openCast({ bank, pool: database.pool });
    const registry = await loadCommands();
    const wire = openWire({ bank, registry: seen(registry), staffGuildId: guilds.staff });
    ground = { database, bank, cast, registry, wire, ...helpers({ bank, cast, registry, wire }) };
  });
  afterAll(async () => {
    await ground.wire.close();
    await ground.bank.close();
    await ground.database.close();
  });
  return new Proxy({} as Ground, { get: (_, name) => ground[name as keyof Ground] });
}

function helpers({
  bank,
  cast,
  registry,
  wire,
}: Pick<Ground, 'bank' | 'cast' | 'registry' | 'wire'>) {
  const { accountNumber, discordUserId: member } = cast.served;
  const { transaction, approval } = cast;
  const about = { accountNumber, member, transaction };
  const known = new Map<string, RawValues>();
  const values: Ground['values'] = (path, which) => {
    const key = `${path} ${which}`;
    const found = known.get(key) ?? valuesOf(path, which);
    known.set(key, found);
    return found;
  };
  const valuesOf: Ground['values'] = (path, which) => {
    const { form, second } = registry.get(path)!;
    const first = form === null ? {} : sampleValues(form, facts(), about);
    const rest = which === 1 && second ? sampleValues(second.form, facts(), about) : {};
    return { ...first, ...rest };
  };
  const detailOf: Ground['detailOf'] = (path, button) => {
    const { token } = registry.get(path)!.actions[button]!;
    const statement = '2026-01-01_2026-01-31_csv';
    const ofAccount = `${statement}_${accountNumber}`;
    const others = [
      '1',
      '1_2026-01-31',
      statement,
      ofAccount,
      'on',
      'received-DM',
      '1-0',
      accountNumber,
      member,
    ];
    const texts = ['', `${approval}`, '2026-01-31', 'money', 'DAY', 'a', ...others];
    const found = texts.find((text) => token.safeParse(text).success);
    if (found === undefined) throw new Error(`no sample token for ${path}:${button}`);
    return found;
  };
  const play: Ground['play'] = async ({ path, step, kind }, by, row) => {
    const { form, second } = registry.get(path)!;
    if (kind === 'open') return wire.command(by, path);
    if (kind === 'form' || kind === 'form2') {
      const which = kind === 'form' ? 0 : 1;
      const customId = encodeCustomId({ path, step, row, detail: '' });
      const shown = which === 0 ? form! : second!.form;
      return wire.submit(by, customId, submittedParts(shown, values(path, which)));
    }
    if (kind === 'proof') {
      const customId = encodeCustomId({ path, step, row, detail: '' });
      return wire.submit(by, customId, submittedParts(proofForm, { proof: password }));
    }
    const detail = kind === 'button' ? detailOf(path, step) : '';
    return wire.press(by, encodeCustomId({ path, step, row, detail }));
  };
  const order = (path: string): Storable => sampleOrder(path, about);
  return {
    values,
    order,
    detailOf,
    play,
    who: (name: string) => {
      const found = cast.principals.find((one) => one.name === name);
      if (found === undefined) throw new Error(`nobody is called ${name}`);
      return found;
    },
    rowOf: async (path: string, kind: 'DRAFT' | 'CONFIRM', by: Principal) => {
      const person = by.discordUserId;
      const command = registry.get(path)!;
      const row = { person, kind, path, command, form: 0, values: values(path, 0) } as const;
      const asked = kind === 'CONFIRM' && command.confirm !== null ? { order: order(path) } : {};
      return (await savePending(bank, { ...row, ...asked })).requestId;
    },
  };
}
