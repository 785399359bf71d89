/** A database as commit 76fbc33 left it, what held in it, and the start that upgrades it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../../src/app/database.ts';
import { createLifecycle } from '../../../src/app/lifecycle.ts';
import type { Bank } from '../../../src/bank/bank.ts';
import type * as m from '../../../src/bank/model/index.ts';
import { readConfig } from '../../../src/config/config.ts';
import { ensureSchema } from '../../../src/db/migrate.ts';
import { splitStatements } from '../../../src/db/migrate-files.ts';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { systemClock } from '../../../src/lib/clock.ts';
import { databaseUrl, type DatabaseAddress } from '../../../src/lib/database-address.ts';
import type { Logger } from '../../../src/log/logger.ts';
import { place, testSecrets } from '../bank.ts';
import { dropSchema, newSchemaAddress } from '../database.ts';

/** JSON with bigints as digits and dates in ISO 8601, as `plain` makes it. */
type Plain = Readonly<Record<string, unknown>>;

export interface OldPerson {
  readonly discordUserId: m.DiscordUserId;
  readonly accountNumber: m.AccountNumber;
  readonly password: string;
  readonly recoveryCodes: readonly string[];
  readonly totpSecret?: string;
  /** As a manager saw the customer. */
  readonly served: Plain & { readonly account: Plain };
  /** Null where the customer could not log in. */
  readonly history: { readonly entries: readonly Plain[] } | null;
  readonly profile: (Plain & { readonly details: Plain }) | null;
  readonly access: { readonly entries: readonly Plain[] } | null;
}
export interface OldCard {
  readonly owner: PersonName;
  /** Custom ids of its buttons, as they still stand in Discord. */
  readonly buttons: readonly string[];
  readonly row: string;
  /** Minor units; missing where it is a share of the balance. */
  readonly amount?: string;
}
export type PersonName =
  | ('mona' | 'max' | 'teller' | 'auditor')
  | ('anna' | 'ben' | 'cleo' | 'dora' | 'emil' | 'fred' | 'gina' | 'hugo');

interface Expected {
  readonly takenAt: string;
  readonly heads: readonly {
    readonly link: string;
    readonly hash: string;
    readonly signature: string;
  }[];
  readonly people: Readonly<Record<PersonName, OldPerson>>;
  /** Some of the bookings, by what they were. */
  readonly references: Readonly<
    Record<string, { readonly reference: string; readonly requestId: string }>
  >;
  readonly waiting: Readonly<Record<m.ApprovalKind, string>>;
  readonly decided: Readonly<Record<'declined' | 'approved', string>>;
  readonly cards: Readonly<Record<string, OldCard>>;
  /** Newest first. */
  readonly audit: readonly Plain[];
  /** Approvals that waited, oldest first. */
  readonly open: readonly Plain[];
  readonly trialBalance: { readonly lines: readonly Plain[] };
  readonly books: Plain;
  readonly chainLinks: string;
}

export const personNames = (): PersonName[] => Object.keys(expected.people) as PersonName[];

const read = (name: string): string =>
  readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');

export const expected = JSON.parse(read('expected.json')) as Expected;

export const idOf = (digits: string): m.RequestId => BigInt(digits) as m.RequestId;

export const balanceThen = (name: PersonName): bigint =>
  BigInt(expected.people[name].served.account['balance'] as string);

export const loginAs = async (bank: Bank, name: PersonName): Promise<m.Session> => {
  const { discordUserId, accountNumber, password } = expected.people[name];
  return bank.sessions.login({ discordUserId, place, accountNumber, password });
};

export const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}` : part)),
  );

const statementMs = 60_000;

/** Moves the ends of sessions, cards, codes and approvals: the old bank was closed a moment ago. */
const closedNow = [
  "UPDATE pending SET expires_at = NOW(6) + INTERVAL 5 MINUTE WHERE state = 'OPEN'",
  'UPDATE codes SET expires_at = NOW(6) + INTERVAL 10 MINUTE WHERE used_at IS NULL',
  "UPDATE approvals SET expires_at = NOW(6) + INTERVAL 1 DAY WHERE state = 'OPEN'",
  'UPDATE sessions SET created_at = NOW(6), last_seen_at = NOW(6) WHERE ended_at IS NULL',
];

/** When the old bank was closed: the day it was made, or now. */
export type Closed = 'long-ago' | 'now';

async function load(address: DatabaseAddress, closed: Closed): Promise<void> {
  await ensureSchema(address);
  const pool = createPool(address, { limits: { connections: 1 } });
  try {
    await pool.use(async (session) => {
      await session.write('SET SESSION foreign_key_checks = 0', [], statementMs);
      const moves = closed === 'now' ? closedNow : [];
      for (const statement of [...splitStatements(read('dump.sql')), ...moves]) {
        await session.write(statement, [], statementMs);
      }
      session.discard();
    });
  } finally {
    await pool.close();
  }
}

export interface UpgradedDatabase {
  readonly address: DatabaseAddress;
  /** As the bank gets it from its start. */
  readonly pool: Pool;
  /** Names of the log events of the start, with their facts. */
  readonly events: readonly { readonly name: string; readonly facts: object }[];
  /** Starts once more on the same database, and answers the log events of that start. */
  startAgain(): Promise<UpgradedDatabase['events']>;
  close(): Promise<void>;
}

/** From the start of `npm start` to its pool: looks at the server, migrates, compares secrets. */
async function start(address: DatabaseAddress) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'passbook-upgrade-'));
  const events: { name: string; facts: object }[] = [];
  const logger: Logger = {
    event: (name, facts) => events.push({ name, facts }),
    close: () => {},
  };
  const config = readConfig({
    DATABASE_URL: databaseUrl(address),
    DATABASE_DURABILITY: 'relaxed',
    PASSBOOK_DATA: dataFolder,
  });
  const lifecycle = createLifecycle(logger);
  const tools = { config, logger, clock: systemClock, lifecycle, progress: () => {} };
  const close = async () => {
    await lifecycle.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    return { pool: await openDatabase(tools, testSecrets), events, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Loads the old database into a schema of its own and starts today's bank on it. */
export async function upgradeOldDatabase(closed: Closed): Promise<UpgradedDatabase> {
  const address = newSchemaAddress();
  await load(address, closed);
  const { pool, events, close } = await start(address);
  return {
    address,
    pool,
    events,
    startAgain: async () => {
      const again = await start(address);
      await again.close();
      return again.events;
    },
    close: async () => {
      await close();
      await dropSchema(address);
    },
  };
}
