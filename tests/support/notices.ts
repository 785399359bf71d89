/** Notices of a test: what senders get, and what is in the inbox. */
import type { Bank } from '../../src/bank/bank.ts';
import type { OutboxMessage } from '../../src/bank/index.ts';
import type { Pool } from '../../src/db/pool.ts';
import type { Person } from './bank.ts';

/** The messages to one person that senders get now; the others' are marked as sent. */
export async function messagesTo(bank: Bank, person: Person): Promise<readonly OutboxMessage[]> {
  const claimed = await bank.outbox.claim(50);
  const others = claimed.filter(({ recipient }) => recipient !== person.discordUserId);
  for (const { ids } of others) await bank.outbox.sent(ids);
  return claimed.filter(({ recipient }) => recipient === person.discordUserId);
}

/** Sends everything that is due to the person, and returns its kinds. */
export async function sendAll(bank: Bank, person: Person): Promise<readonly string[]> {
  const kinds: string[] = [];
  for (;;) {
    const messages = await messagesTo(bank, person);
    if (messages.length === 0) return kinds;
    for (const { ids, notice } of messages) {
      await bank.outbox.sent(ids);
      kinds.push(notice.kind);
    }
  }
}

/** Kind and state of each notice in the inbox, newest first. */
export const inboxOf = async (bank: Bank, { session }: Person): Promise<readonly string[]> =>
  (await bank.inbox.page(session, { size: 20 })).entries.map(
    ({ notice, state }) => `${notice?.kind ?? 'GONE'} ${state}`,
  );

/** As if so many seconds had passed for all messages. */
export async function agedBy(pool: Pool, seconds: number): Promise<void> {
  await pool.write(
    `UPDATE outbox
     SET due_at = due_at - INTERVAL ? SECOND, tried_at = tried_at - INTERVAL ? SECOND
     WHERE channel <> 'INBOX'`,
    [seconds, seconds],
  );
}

/** Quiet hours in UTC that began an hour ago and end in an hour. */
export function quietNow(): { readonly from: number; readonly until: number } {
  const now = new Date();
  const minute = now.getUTCHours() * 60 + now.getUTCMinutes();
  return { from: (minute + 1380) % 1440, until: (minute + 60) % 1440 };
}
