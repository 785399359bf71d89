/** Staff look at what is past: statements of any account, and balances at a time. */
import type { Pool, Reader } from '../../db/pool.ts';
import type * as m from '../model/index.ts';
import { utc } from '../model/index.ts';
import { findTimeZone } from '../people/index.ts';
import { pastBalance, type StatementFacts, statementOf } from '../records/index.ts';
import type { StaffActs } from './acts.ts';
import { servedBy, servedView } from './looking.ts';
import type { CounterService } from './serving.ts';
import { accountsServed } from './store/customers.ts';

const zoneOf = async (reader: Reader, id: m.CustomerId): Promise<m.TimeZone> =>
  (await findTimeZone(reader, id)) ?? utc;

export const createPastViews = ({
  pool,
  acts,
  facts,
}: {
  readonly pool: Pool;
  readonly acts: StaffActs;
  readonly facts: StatementFacts;
}): Pick<CounterService, 'viewAt' | 'statement'> => ({
  viewAt: async (session, { accountNumber, moment }) =>
    acts.read(session, 'look', async (tx, standing) => {
      const row = await servedBy(tx, accountNumber);
      const { customerId: target } = row;
      await acts.note(tx, { action: 'CUSTOMER_VIEWED', session, standing, target });
      const accounts = await accountsServed(tx, [target]);
      const own = accounts.map(({ accountId: id, account }) => ({ id, ...account }));
      const past = await pastBalance(tx, own, { moment, zone: await zoneOf(tx, target) });
      return { ...(await servedView(tx, row)), past };
    }),
  statement: async (session, { accountNumber, days }, use) => {
    const { account, period } = await acts.read(session, 'look', async (tx, standing) => {
      const row = await servedBy(tx, accountNumber);
      const { customerId: target, accountId: id, holderName } = row;
      const zone = await zoneOf(tx, target);
      const { from, to } = days(zone);
      const details = { from, to };
      await acts.note(tx, { action: 'STATEMENT_READ', session, standing, target, details });
      const { openedAt } = row.account;
      return { account: { id, accountNumber, openedAt, holderName }, period: { from, to, zone } };
    });
    return use(await statementOf(pool, account, { period, facts }));
  },
});
