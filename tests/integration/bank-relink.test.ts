/** Relinking: by two managers; the old login ends, both users are notified, imports follow. */
import { expect, test } from 'vitest';
import { readImports, verifyBooks } from '../../src/bank/index.ts';
import type * as m from '../../src/bank/model/index.ts';
import { balanceOf, discordId, openPerson, password, place, type Person } from '../support/bank.ts';
import { reason, refusal } from '../support/staff.ts';
import { importInto, fileOf, undoIn } from '../support/imports.ts';
import { inboxOf } from '../support/notices.ts';
import { withBank } from '../support/with-bank.ts';

const { database, bank, staff, anna } = withBank({
  settings: { canMail: true },
  hasStaff: true,
  balances: { anna: 5_000n },
});

const ask = async (member: m.DiscordUserId, by = staff.mona) =>
  bank.counter.relink(by.session, { accountNumber: anna.accountNumber, member, reason });
async function asked(member: m.DiscordUserId): Promise<m.RequestId> {
  const acted = await ask(member);
  if (acted.kind !== 'asked') throw new Error('nobody was asked');
  return acted.approval.id;
}
const approve = async (by: Person, id: m.RequestId) =>
  bank.approvals.decide(by.session, { id, verdict: 'APPROVED' });
const logIn = async (discordUserId: m.DiscordUserId) =>
  bank.sessions.login({ discordUserId, place, accountNumber: anna.accountNumber, password });

test('two managers relink an account to another Discord user, with money and password', async () => {
  const member = discordId();
  const id = await asked(member);
  expect(await refusal(approve(staff.mona, id))).toBe('APPROVAL_OWN');
  expect(await refusal(approve(staff.teller, id))).toBe('STAFF_RIGHT_MISSING');
  expect(await balanceOf(bank, anna)).toBe(5_000n);
  expect(await approve(staff.max, id)).toMatchObject({ state: 'APPROVED' });
  expect(await refusal(balanceOf(bank, anna))).toBe('SESSION_EXPIRED');
  expect((await bank.access.identify(anna.discordUserId, place)).customerId).toBeNull();
  expect(await refusal(logIn(anna.discordUserId))).toBe('CREDENTIALS_WRONG');
  const session = await logIn(member);
  expect((await bank.accounts.overview(session))[0]?.balance).toBe(5_000n);
  expect((await bank.accounts.accessLog(session, { size: 5 })).entries[0]).toMatchObject({
    action: 'RELINK_APPROVED',
    reason,
  });
});

test('the previous user, the new one and the e-mail address are notified', async () => {
  const member = discordId();
  await approve(staff.max, await asked(member));
  const told = [];
  // One customer's messages are sent in order: one per claim.
  for (;;) {
    const messages = await bank.outbox.claim(10);
    if (messages.length === 0) break;
    for (const { ids } of messages) await bank.outbox.sent(ids);
    told.push(...messages);
  }
  const relinked = told.filter(
    ({ notice }) => notice.kind === 'SECURITY' && notice.event === 'ACCOUNT_RELINKED',
  );
  expect(relinked.map(({ recipient }) => recipient).toSorted()).toEqual(
    [anna.discordUserId, member].toSorted(),
  );
  const mails = await bank.mail.claim(10);
  expect(mails.map(({ address }) => address)).toContain(anna.details.email);
});

test('a member with an account gets no second one, even if opened meanwhile', async () => {
  expect(await refusal(ask(staff.teller.discordUserId))).toBe('MEMBER_HAS_ACCOUNT');
  const late = { discordUserId: discordId() };
  const id = await asked(late.discordUserId);
  const other = await openPerson(bank);
  const details = { ...other.details, email: 'late@example.com', phone: '+49309999999' };
  await bank.customers.register({ ...late, place, details, password });
  expect(await refusal(approve(staff.max, id))).toBe('MEMBER_HAS_ACCOUNT');
  expect((await bank.access.identify(anna.discordUserId, place)).customerId).not.toBeNull();
});

test('tellers cannot request it, managers not for themselves, and the same request waits once', async () => {
  expect(await refusal(ask(discordId(), staff.teller))).toBe('STAFF_RIGHT_MISSING');
  const own = { accountNumber: staff.mona.accountNumber, member: discordId(), reason };
  expect(await refusal(bank.counter.relink(staff.mona.session, own))).toBe('STAFF_SELF');
  const member = discordId();
  await asked(member);
  expect(await refusal(ask(member))).toBe('APPROVAL_WAITING');
});

test('what an import left for the new Discord user is booked into the main account', async () => {
  const member = discordId();
  const importing = async (units: bigint, source: string) =>
    importInto(database.pool, fileOf([[member, units]], source));
  await importing(2_500n, 'csv');
  await importing(40n, 'red');
  await approve(staff.max, await asked(member));
  const session = await logIn(member);
  const [account] = await bank.accounts.overview(session);
  expect([account?.accountNumber, account?.balance]).toEqual([anna.accountNumber, 7_540n]);
  const { entries } = await bank.statements.page(session, { size: 1, filter: {} });
  expect(entries[0]).toMatchObject({ kind: 'IMPORT', direction: 'in', amount: 2_540n });
  expect(await inboxOf(bank, { ...anna, session })).toContain('MOVED_IN WAITING');
  expect((await bank.oversight.report(staff.mona.session)).unclaimed).toMatchObject({ people: 0 });
  // Neither a newer file of the same source pays again, nor can the import be undone.
  const { plan } = await importing(2_600n, 'csv');
  expect(plan.refused.map(({ reason: why }) => why)).toEqual(['IMPORTED_BEFORE']);
  const [first] = await readImports(database.pool);
  expect(await undoIn(database.pool, first!.id)).toMatchObject({ kind: 'TOUCHED' });
  expect((await verifyBooks(database.pool)).findings).toEqual([]);
});

test('a relink at the same moment as an import for the new user loses nothing', async () => {
  const member = discordId();
  const id = await asked(member);
  await Promise.all([
    approve(staff.max, id),
    importInto(database.pool, fileOf([[member, 70n]], 'csv:race')),
  ]);
  const [account] = await bank.accounts.overview(await logIn(member));
  expect(account?.balance).toBe(5_070n);
  expect((await verifyBooks(database.pool)).findings).toEqual([]);
});
