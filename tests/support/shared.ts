/** Shared accounts and their members. */
import type { Bank } from '../../src/bank/bank.ts';
import type * as m from '../../src/bank/model/index.ts';
import { exactly, newRequestId, type Person } from './bank.ts';

/** What belongs to each role; a spender may pay 50.00 a month. */
export const grantOf = (role: m.SharedRole): m.SharedGrant => ({
  role,
  allowance: role === 'SPENDER' ? (5_000n as m.Amount) : null,
});

/** A shared account that the person manages alone. */
export const openShared = async (
  bank: Bank,
  { session }: Person,
  name = 'Chess club',
): Promise<m.AccountNumber> => {
  const opened = await bank.shared.open(session, { name, requestId: newRequestId() });
  return opened.accountNumber;
};

/** The id of the invitation. */
export async function inviteTo(
  bank: Bank,
  account: m.AccountNumber,
  { by, person, ...given }: { by: Person; person: Person } & m.SharedGrant & { readsAll?: boolean },
): Promise<m.RequestId> {
  const requestId = newRequestId();
  const { role, allowance, readsAll = false } = given;
  const order = { account, member: person.discordUserId, role, allowance, readsAll };
  await bank.shared.invite(by.session, { ...order, requestId, isProved: true });
  return requestId;
}

/** Invited and accepted. */
export async function joinShared(
  bank: Bank,
  account: m.AccountNumber,
  invitation: Parameters<typeof inviteTo>[2],
): Promise<void> {
  const id = await inviteTo(bank, account, invitation);
  await bank.shared.answer(invitation.person.session, id, 'ACCEPTED');
}

export const changeRole = async (
  bank: Bank,
  account: m.AccountNumber,
  { by, person, ...grant }: { by: Person; person: Person } & m.SharedGrant,
): Promise<unknown> =>
  bank.shared.changeRole(by.session, {
    account,
    member: person.discordUserId,
    role: grant.role,
    allowance: grant.allowance,
    requestId: newRequestId(),
    isProved: true,
  });

/** Payments above the sum, in minor units, need so many approvals. */
export const setRule = async (
  bank: Bank,
  account: m.AccountNumber,
  { by, above, needed = 1 }: { by: Person; above: bigint | null; needed?: number },
): Promise<m.SharedApproval | null> => {
  const rule = above === null ? null : { above: above as m.Amount, needed };
  const order = { account, rule, requestId: newRequestId(), isProved: true };
  return (await bank.shared.changeRule(by.session, order)).approval;
};

/** The same, approved by another manager. */
export async function agreeRule(
  bank: Bank,
  account: m.AccountNumber,
  { approver, ...rule }: Parameters<typeof setRule>[2] & { approver: Person },
): Promise<void> {
  const asked = await setRule(bank, account, rule);
  if (asked !== null) await bank.shared.decide(approver.session, asked.id, 'APPROVED');
}

/** A withdrawal from a shared account that waits for its managers. */
export const askWithdrawal = async (
  bank: Bank,
  from: m.AccountNumber,
  { by, sum, requestId = newRequestId() }: { by: Person; sum: bigint; requestId?: m.RequestId },
): Promise<m.SharedApproval> =>
  bank.payments.askManagers(by.session, {
    requestId,
    from,
    wish: exactly(sum),
    memo: null,
    isProved: true,
  });

export const removeFrom = async (
  bank: Bank,
  account: m.AccountNumber,
  { by, person }: { by: Person; person: Person },
): Promise<unknown> =>
  bank.shared.remove(by.session, {
    account,
    member: person.discordUserId,
    requestId: newRequestId(),
  });

export const leaveShared = async (
  bank: Bank,
  account: m.AccountNumber,
  { session }: Person,
): Promise<unknown> => bank.shared.leave(session, { account, requestId: newRequestId() });

export const closeShared = async (
  bank: Bank,
  account: m.AccountNumber,
  { session }: Person,
): Promise<unknown> => bank.shared.close(session, { account, requestId: newRequestId() });

/** Role by Discord id, managers first. */
export const rolesOf = async (
  bank: Bank,
  account: m.AccountNumber,
  { session }: Person,
): Promise<[m.DiscordUserId, m.SharedRole][]> =>
  (await bank.shared.members(session, account)).members.map(({ member, role }) => [member, role]);
