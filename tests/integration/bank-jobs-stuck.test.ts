/** A stuck job waits until a manager has it run again or gives it up; both are audited. */
import { beforeEach, expect, test } from 'vitest';
import type { CustomerId, JobId, StuckId } from '../../src/bank/index.ts';
import { withTransaction } from '../../src/db/transaction.ts';
import { bigintOf } from '../../src/db/rows.ts';
import { jobProcess, notingKind } from '../support/jobs.ts';
import { refusal } from '../support/staff.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, staff, anna } = withBank({ hasStaff: true, balances: { anna: 0n } });
const page = { after: 0n, limit: 9 };
let kind: ReturnType<typeof notingKind>;
let one: ReturnType<typeof jobProcess>;
let id: JobId;

async function stick(key: string, customerId: CustomerId | null = null): Promise<JobId> {
  await withTransaction(database.pool, async (tx) =>
    one.jobs.enqueue(tx, { kind: 'NOTING', key, subject: { customerId } }),
  );
  await one.round();
  const [row] = await database.pool.rows('SELECT id FROM jobs WHERE job_key = ?', [key]);
  return bigintOf(row!, 'id') as JobId;
}
const stateOf = async (job: StuckId) =>
  (await database.pool.rows('SELECT state FROM jobs WHERE id = ?', [job]))[0]?.['state'];
const audited = async () =>
  (
    await database.pool.rows(
      `SELECT action, details FROM audit WHERE action LIKE 'STUCK%' ORDER BY id`,
    )
  ).map((row) => [row['action'], JSON.parse(String(row['details'])) as unknown]);

beforeEach(async () => {
  kind = notingKind({ attemptsMax: 1 });
  kind.state.fails = true;
  one = jobProcess(database.pool, [kind.row]);
  id = await stick('first');
});

test('is listed for managers, who settle those of others only', async () => {
  const second = await stick('second');
  const listed = await bank.stuck.list(staff.mona.session, page);
  expect(listed).toMatchObject([
    { id, job: 'NOTING', attempts: 1, errorCode: 'DEFECT' },
    { id: second },
  ]);
  expect(await bank.stuck.list(staff.mona.session, { after: id, limit: 1 })).toMatchObject([
    { id: second },
  ]);
  for (const by of [staff.teller, staff.auditor, anna]) {
    expect(await refusal(bank.stuck.tryAgain(by.session, id))).toBe('STAFF_RIGHT_MISSING');
    expect(await refusal(bank.stuck.giveUp(by.session, id))).toBe('STAFF_RIGHT_MISSING');
  }
  const own = await stick('own', staff.mona.session.customerId);
  expect(await refusal(bank.stuck.giveUp(staff.mona.session, own))).toBe('STAFF_SELF');
  expect(await refusal(bank.stuck.tryAgain(staff.mona.session, own))).toBe('STAFF_SELF');
});

test('is tried again with as many attempts as at first', async () => {
  expect(await bank.stuck.tryAgain(staff.mona.session, id)).toBe('DUE');
  expect(await refusal(bank.stuck.tryAgain(staff.max.session, id))).toBe('STUCK_SETTLED');
  await one.round();
  expect(await stateOf(id)).toBe('STUCK');
  expect(one.events.filter(({ name }) => name === 'jobStuck')).toHaveLength(2);
  kind.state.fails = false;
  await bank.stuck.tryAgain(staff.max.session, id);
  await one.round();
  expect(await stateOf(id)).toBe('DONE');
  expect(kind.runs).toEqual(['first', 'first', 'first']);
  expect(await audited()).toMatchObject([
    ['STUCK_TRIED_AGAIN', { job: 'NOTING', after: 'DUE' }],
    ['STUCK_TRIED_AGAIN', { job: 'NOTING', after: 'DUE' }],
  ]);
});

test('is given up once, by two managers at the same moment, and not run any more', async () => {
  const codes = await Promise.all(
    [staff.mona, staff.max].map(async ({ session }) => refusal(bank.stuck.giveUp(session, id))),
  );
  expect(new Set(codes)).toEqual(new Set([null, 'STUCK_SETTLED']));
  expect(await stateOf(id)).toBe('GIVEN_UP');
  expect(await one.round()).toBe(0);
  // The card of a settled job is not posted any more.
  expect(await bank.staffCards.claim(9)).toEqual([]);
  expect(await audited()).toMatchObject([['STUCK_GIVEN_UP', { job: 'NOTING', after: 'GIVEN_UP' }]]);
});

test('that is cancelled by its room needs no manager', async () => {
  await withTransaction(database.pool, async (tx) =>
    one.jobs.cancel(tx, { kind: 'NOTING', key: 'first' }),
  );
  expect(await bank.stuck.list(staff.mona.session, page)).toEqual([]);
  expect(await refusal(bank.stuck.giveUp(staff.mona.session, id))).toBe('STUCK_SETTLED');
});
