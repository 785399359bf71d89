/** The parts of a chat load: people with accounts, their sandbox, and a bot. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createPool, type Pool } from '../../../src/db/pool.ts';
import { integerOf } from '../../../src/db/rows.ts';
import type { SuiteContext } from '../support/context.ts';
import {
  startEchoBot,
  startHost,
  startOurBot,
  type BotProcess,
  type ChatHost,
} from '../support/processes.ts';
import { givePasswords, openAccounts } from './people.ts';

export type BotKind = 'ours' | 'echo';

export interface Stage {
  readonly pool: Pool;
  readonly context: SuiteContext;
  readonly host: ChatHost;
  readonly bot: BotProcess;
  readonly accounts: readonly string[];
}

/** Notices of one load must not be sent during the next. */
export async function noticesSent(pool: Pool): Promise<void> {
  for (let left = 1_200; left > 0; left -= 1) {
    const [row = {}] = await pool.rows(
      "SELECT COUNT(*) AS waiting FROM outbox WHERE channel IN ('BOTH', 'DM')",
    );
    if (integerOf(row, 'waiting') === 0) return;
    await sleep(100);
  }
  throw new Error('Notices were still waiting after two minutes');
}

/** A bot with everybody's account, on a sandbox of its own. */
export async function withStage(
  context: SuiteContext,
  kind: BotKind,
  people: number,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const schema = 'bench_chat';
  const address = await context.server.freshSchema(schema);
  const host = await startHost(people);
  try {
    const customers = await openAccounts(address, host.people);
    await givePasswords(address, customers);
    const pool = createPool(address, { limits: { connections: 1 } });
    const bot = await (kind === 'ours' ? startOurBot(host, address) : startEchoBot(host));
    try {
      await sleep(500);
      const accounts = customers.map(({ accountNumber }) => accountNumber);
      await work({ pool, context, host, bot, accounts });
    } finally {
      await pool.close();
      await bot.close();
    }
  } finally {
    await host.close();
    await context.server.dropSchema(schema);
  }
}
