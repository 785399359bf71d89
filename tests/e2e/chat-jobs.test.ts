/** A job that failed too often, as managers meet it: a card in the staff’s channel, and a list. */
import { beforeAll, expect, test } from 'vitest';
import { withTransaction } from '../../src/db/transaction.ts';
import { textOf, type Player } from '../../src/sandbox/driver.ts';
import { jobProcess, notingKind } from '../support/jobs.ts';
import { openChat, register, said } from './chat.ts';

const chat = openChat();
const staff = { channel: 'staff' };
const reason = 'by the book';
let mona: Player;
let max: Player;

beforeAll(async () => {
  [mona, max] = await Promise.all([chat.driver.person('Mona'), chat.driver.person('Max')]);
  await register(mona, 'Mona Berg');
  await register(max, 'Max Stein');
  await mona.run('/staff role grant', { member: mona, role: 'MANAGER', reason }, staff);
  await mona.run('/staff role grant', { member: max, role: 'MANAGER', reason }, staff);
});

test('a manager has a stuck job run again, and gives another up', async () => {
  const { row, runs, state } = notingKind({ attemptsMax: 1 });
  state.fails = true;
  const jobs = jobProcess(chat.database.pool, [row]);
  const enqueue = async (key: string) =>
    withTransaction(chat.database.pool, async (tx) =>
      jobs.jobs.enqueue(tx, { kind: 'NOTING', key }),
    );
  await enqueue('again');
  await jobs.round();
  const card = await max.sees('A job is stuck', staff);
  expect(textOf(card)).toContain('NOTING');
  expect(textOf(card)).toContain('DEFECT');
  await max.press('Try again', { on: card });
  await max.seesChange(card, (one) => textOf(one).includes('running the job again'));
  state.fails = false;
  await jobs.round();
  expect(runs).toEqual(['again', 'again']);

  state.fails = true;
  await enqueue('never');
  await jobs.round();
  await expect
    .poll(async () => said(await mona.run('/staff stuck list', {}, staff)))
    .toContain('A job is stuck');
  expect(said(await mona.press('Give up'))).toContain('will not run this job again');
  expect(said(await mona.run('/staff stuck list', {}, staff))).toContain('Nothing is stuck');
});
