/** Managers decide from which sum on payments wait for them; the others must agree. */
import type { Reader } from '../../db/pool.ts';
import type { Tx } from '../../db/transaction.ts';
import type * as m from '../model/index.ts';
import { BankError } from '../model/index.ts';
import { readDone } from '../audit/index.ts';
import { assertProved } from '../people/index.ts';
import type { RuleOrder, SharedService } from './service.ts';
import { findApproval, findSettled, insertRuleChange, unendedOf } from './store/approvals.ts';
import { type MemberRow, membersOf } from './store/members.ts';
import { findRule, saveRule } from './store/rules.ts';
import {
  changeShared,
  managersOf,
  noteShared,
  readShared,
  refOf,
  type Shared,
  type SharedTools,
  tellMembers,
} from './tools.ts';
import { noteApproval, tellOf } from './ending.ts';
import { viewOf } from './waiting.ts';

/** Throws SHARED_APPROVERS: the payer does not approve, so one manager more is needed. */
function assertEnough(rule: m.SharedRule | null, managers: number): void {
  if (rule === null || managers > rule.needed) return;
  const approvers = managers === 0 ? 0 : managers - 1;
  throw new BankError('SHARED_APPROVERS', { needed: rule.needed, approvers });
}

/**
 * So that no manager can remove those who would approve, whoever is left must be enough for the
 * rule. Throws SHARED_APPROVERS.
 */
export async function assertEnoughWithout(
  reader: Reader,
  { account, members }: Pick<Shared, 'account' | 'members'>,
  leaving: MemberRow,
): Promise<void> {
  if (leaving.role !== 'MANAGER') return;
  const left = members.filter(({ approves, id }) => approves && id !== leaving.id);
  assertEnough(await findRule(reader, account.holderId), left.length);
}

/** The holder and the account must be locked. Throws SHARED_APPROVERS. */
export async function applyRule(
  tx: Tx,
  holderId: m.CustomerId,
  rule: m.SharedRule | null,
): Promise<void> {
  assertEnough(rule, managersOf(await membersOf(tx, holderId)).length);
  await saveRule(tx, holderId, rule);
}

/** How many others must approve the change; 0: it holds at once. */
async function neededFor(
  reader: Reader,
  { account, members, own }: Shared,
  rule: m.SharedRule | null,
): Promise<{ readonly before: m.SharedRule | null; readonly needed: number }> {
  const before = await findRule(reader, account.holderId);
  if (before?.above === rule?.above && before?.needed === rule?.needed) {
    throw new BankError('SHARED_ALREADY', { what: 'RULE' });
  }
  assertEnough(rule, managersOf(members).length);
  const waiting = await unendedOf(reader, account.holderId);
  if (waiting.some(({ asked, state }) => asked.kind === 'RULE' && state === 'WAITING')) {
    throw new BankError('SHARED_ALREADY', { what: 'RULE_ASKED' });
  }
  const others = members.filter(({ approves, id }) => approves && id !== own.id).length;
  return { before, needed: Math.min(before?.needed ?? 1, others) };
}

const changeRule = async (
  tools: SharedTools,
  session: m.Session,
  order: RuleOrder & m.Confirmed,
): ReturnType<SharedService['changeRule']> => {
  const { requestId: id, account: number, rule, isProved } = order;
  if (tools.asksProof) assertProved(isProved);
  const asked = { requestId: id, account: number, action: 'SET_RULE' } as const;
  const account = await changeShared(tools, session, asked, async (tx, shared) => {
    const { needed } = await neededFor(tx, shared, rule);
    const { holderId } = shared.account;
    const { customerId } = session;
    const managers = managersOf(shared.members).map((one) => one.customerId);
    if (needed === 0) {
      await applyRule(tx, holderId, rule);
      const act = { auditId: id, action: 'SHARED_RULE_CHANGED', customerId, rule } as const;
      await noteShared(tx, session, { ...act, account: shared.account });
      await tellMembers(tx, tools, { auditId: id, actor: customerId, customers: managers });
      return;
    }
    await insertRuleChange(tx, { id, holderId, customerId, needed, rule });
    const row = (await findApproval(tx, id))!;
    await noteApproval(tx, row, { auditId: id, action: 'SHARED_ASKED', session });
    const told = { approvalId: id, actor: customerId, customers: managers };
    await tellOf(tx, tools, { kind: 'SHARED_APPROVAL_ASKED', ...told });
  });
  return readDone(async () => {
    const waiting = await findSettled(tools.pool, id);
    return { account, approval: waiting === null ? null : await viewOf(tools.pool, waiting) };
  });
};

export const createRules = (
  tools: SharedTools,
): Pick<SharedService, 'judgeRule' | 'changeRule'> => ({
  judgeRule: async (session, { account, rule }) => {
    const shared = await readShared(tools, session, { account, action: 'SET_RULE' });
    const { before, needed } = await neededFor(tools.pool, shared, rule);
    const needsProof = tools.asksProof;
    return { account: refOf(shared.account), before, needed, needsProof };
  },
  changeRule: async (session, order) => changeRule(tools, session, order),
});
