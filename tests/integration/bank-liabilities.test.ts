/** The total that the bank owes is published once a day, and each customer proves their part of it. */
import { expect, test } from 'vitest';
import { liabilitiesKind } from '../../src/bank/records/index.ts';
import { bigintOf } from '../../src/db/rows.ts';
import { logRound } from '../support/log-round.ts';
import { verifyTexts } from '../support/verifier.ts';
import { pay } from '../support/bank.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { bank, anna, ben, database } = withBank({
  balances: { anna: 100_000n, ben: 2_500n, carla: 0n },
  // The tests run the jobs and the rounds.
  settings: { logEveryMs: 3_600_000, jobsEveryMs: 3_600_000 },
});

const recorded = async () => {
  const kind = liabilitiesKind(database.pool);
  await kind.run({} as never);
};

const logged = async () => logRound(database.pool);

const keyFile = async () => ({ name: 'key', text: (await bank.log.verifierKey())! });

test('each customer proves their own balance in the published total', async () => {
  await recorded();
  await pay(bank, anna, ben, 7n);
  await logged();
  const [proved] = await bank.proofs.balance(anna.session);
  const file = { name: 'balance', text: proved!.file! };
  const { verdict, lines } = await verifyTexts([await keyFile(), file]);
  const said = lines.map(({ text }) => text).join('\n');
  expect(said).toContain(`the balance of 1000.00 GEM on account ${anna.accountNumber}`);
  expect(said).toContain('is in the published total of 1025.00 GEM');
  expect(verdict).toBe('good');
  expect(file.text).not.toContain(ben.accountNumber);
  expect(file.text).not.toMatch(/\b2500\b/);
  const bens = (await bank.proofs.balance(ben.session))[0]!.file!;
  expect((await verifyTexts([await keyFile(), { name: 'b', text: bens }])).verdict).toBe('good');
  const wrong = { name: 'w', text: bens.replace(/^(share 1 \d+) \d+/m, '$1 999999') };
  expect((await verifyTexts([await keyFile(), wrong])).verdict).toBe('bad');
});

test('a day is recorded once, and its balances are those of one moment', async () => {
  await recorded();
  await pay(bank, anna, ben, 7n);
  await Promise.all([recorded(), recorded()]);
  const [row] = await database.pool.rows(
    `SELECT (SELECT COUNT(*) FROM liabilities) AS days, (SELECT total FROM liabilities) AS total,
      (SELECT SUM(balance) FROM liability_balances) AS summed`,
  );
  expect(bigintOf(row!, 'days')).toBe(1n);
  expect(bigintOf(row!, 'total')).toBe(102_500n);
  expect(bigintOf(row!, 'summed')).toBe(102_500n);
});

test('before the first night and for a session that has ended there is no proof', async () => {
  await logged();
  expect((await bank.proofs.balance(anna.session))[0]!.file).toBeNull();
  await bank.sessions.logout(anna.session);
  expect(await refusal(bank.proofs.balance(anna.session))).toBe('SESSION_EXPIRED');
});
