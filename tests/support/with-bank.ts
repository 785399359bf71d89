/** The start of most bank tests: a bank on an empty database, and customers with money. */
import { afterEach, beforeEach } from 'vitest';
import type { BankSettings } from '../../src/bank/index.ts';
import type { Clock } from '../../src/lib/clock.ts';
import { openBank, openPerson, type Person, type TestBank } from './bank.ts';
import { expectBooksBalanced } from './books.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { openStaff, type Staff } from './staff.ts';

interface Options<Name extends string> {
  readonly settings?: Partial<BankSettings>;
  readonly clock?: Clock;
  /** With only the database rights of the bank in production. */
  readonly asBot?: boolean;
  /** Opens two managers, a teller and an auditor before the customers. */
  readonly hasStaff?: boolean;
  /** Customers by name, with their initial minor units. */
  readonly balances?: Readonly<Record<Name, bigint>>;
  /** For tests that damage the books on purpose. */
  readonly leavesBooksUnchecked?: boolean;
}

type Opened<Name extends string> = Readonly<Record<Name, Person>> & {
  readonly database: TestDatabase;
  readonly bank: TestBank;
  readonly staff: Staff;
};

/** A proxy for an object that is new in each test, so that a file can name it once at its top. */
function live(name: string, current: ReadonlyMap<string, object>): object {
  const now = (): object => {
    const found = current.get(name);
    if (found === undefined) throw new Error(`${name} exists only inside tests`);
    return found;
  };
  return new Proxy(
    {},
    {
      get: (_, key) => Reflect.get(now(), key) as unknown,
      has: (_, key) => Reflect.has(now(), key),
      ownKeys: () => Reflect.ownKeys(now()),
      getOwnPropertyDescriptor: (_, key) => Reflect.getOwnPropertyDescriptor(now(), key),
    },
  );
}

/**
 * Called at the top of a test file or a `describe`. Everything is created before each test; after
 * it the bank is closed and the books are checked. Read the result only inside tests and hooks.
 */
export function withBank<Name extends string = never>(options: Options<Name> = {}): Opened<Name> {
  const { settings, clock, asBot = false, hasStaff = false, leavesBooksUnchecked } = options;
  const balances = (options.balances ?? {}) as Readonly<Record<string, bigint>>;
  const database = testDatabase();
  const current = new Map<string, object>();
  let bank: TestBank;

  beforeEach(async () => {
    const pool = asBot ? database.botPool : database.pool;
    bank = await openBank(pool, { ...(settings && { settings }), ...(clock && { clock }) });
    current.set('bank', bank);
    if (hasStaff) current.set('staff', await openStaff(bank));
    for (const [name, balance] of Object.entries(balances)) {
      current.set(name, await openPerson(bank, balance));
    }
  });
  afterEach(async () => {
    await bank.close();
    if (leavesBooksUnchecked !== true) await expectBooksBalanced(database.pool);
  });
  const names = ['bank', 'staff', ...Object.keys(balances)];
  const opened = Object.fromEntries(names.map((name) => [name, live(name, current)]));
  return { ...opened, database } as unknown as Opened<Name>;
}
