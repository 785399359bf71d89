/** What waits for the managers of a shared account: cards, notices and refusals. */
import type {
  ApprovalEnd,
  ErrorCode,
  ErrorData,
  SharedApproval,
} from '../../../bank/model/index.ts';
import { pluralIn } from '../../text/plural.ts';

const plural = pluralIn('en');

type Asked = SharedApproval['asked']['kind'];

/** Labels in the audit trail. */
export const approvalAudits = {
  SHARED_RULE_CHANGED: 'Approvals of a shared account changed',
  SHARED_ASKED: 'Approval of managers asked for',
  SHARED_APPROVED: 'Approved as a manager',
  SHARED_DECIDED: 'Request to managers ended',
};

const over: Record<ApprovalEnd, string> = {
  APPROVED: 'This was approved already.',
  DECLINED: 'This was declined already.',
  CANCELLED: 'This was cancelled.',
  EXPIRED: 'This has expired.',
  WITHDRAWN: 'This was withdrawn.',
  REFUSED: 'This can no longer be paid.',
};
/** The same where a member decided or cancelled it. */
const overBy: Partial<Record<ApprovalEnd, (by: string) => string>> = {
  APPROVED: (by) => `${by} gave the last approval already.`,
  DECLINED: (by) => `${by} has declined this already.`,
  CANCELLED: (by) => `${by} has cancelled this already.`,
};
const overText = (state: ApprovalEnd, by: string | null): string =>
  (by === null ? undefined : overBy[state]?.(by)) ?? over[state];
const ends: Record<ApprovalEnd, string> = {
  APPROVED: 'Approved',
  DECLINED: 'Declined',
  CANCELLED: 'Cancelled',
  EXPIRED: 'Expired',
  WITHDRAWN: 'Withdrawn',
  REFUSED: 'Not possible',
};
const whats: Record<Asked, string> = {
  PAYMENT: 'payment',
  RULE: 'rule',
};
const kept: Record<Asked, string> = {
  PAYMENT: 'No money moved. What was set aside is available again.',
  RULE: 'The rule stays as it was.',
};

/** How it ended; `by`: who decided, null: a former customer. */
function endedBy(state: ApprovalEnd, kind: Asked, decider: string | null): string {
  const by = decider ?? 'A former customer';
  switch (state) {
    case 'APPROVED':
      return kind === 'PAYMENT'
        ? `${by} gave the last approval. The payment is booked.`
        : `${by} gave the last approval. The new rule holds now.`;
    case 'DECLINED':
      return `${by} has declined it. ${kept[kind]}`;
    case 'CANCELLED':
      return `${by} has cancelled it. ${kept[kind]}`;
    case 'EXPIRED':
      return `Too few managers approved it in time. ${kept[kind]}`;
    case 'WITHDRAWN':
      return `The part of the member who asked has changed, or the account is closed. ${kept[kind]}`;
    case 'REFUSED':
      return (
        'It was approved but can no longer be paid: the payee, the fee or the request has ' +
        `changed. ${kept[kind]}`
      );
  }
}

export const approvals = {
  /** On the confirm card. */
  waits: (needed: number, days: number): string =>
    'This payment needs the approval of ' +
    `${plural(needed, { one: 'one other manager', other: `${needed} other managers` })}. ` +
    `*Confirm* asks them and sets the money aside for up to ${days} days.`,
  renewed: (): string =>
    'The rule of this account has changed since the last card. Please check this one.',
  count: (given: number, needed: number): string => `${given} of ${needed}`,
  payment: 'Payment',
  withdrawal: 'Withdrawal',
  rule: (above: string, needed: number): string =>
    `Payments above ${above} need ${plural(needed, { one: 'one approval', other: `${needed} approvals` })}`,
  noRule: 'No payment needs an approval',
  labels: {
    asked: 'Request',
    asker: 'Asked by',
    approvals: 'Approvals',
    approvedBy: 'Approved by',
    rule: 'Rule',
  },
  title: (account: string): string => `Waiting for approval: ${account}`,
  none: 'Nothing waits for your approval, and you have asked for none.',
  noneTitle: 'Approvals',
  more: (count: number): string =>
    plural(count, { one: 'One more waits.', other: `${count} more wait.` }),
  own: 'You asked for this. Other managers decide.',
  counted: 'Your approval counts. It waits for other managers now.',
  setAside: 'The money is set aside. You get a message when it is decided.',
  askedRule: 'The other managers decide. You get a message then.',
  ends,
  endedBy,
  notice: {
    asked: (account: string): string => `${account}: approval needed`,
    pays: (asker: string, sum: string): string => `${asker} wants to pay ${sum}.`,
    changes: (asker: string): string => `${asker} wants to change which payments need an approval.`,
    ended: (account: string, kind: Asked, end: ApprovalEnd): string => {
      const [what, state] = [whats[kind], ends[end].toLowerCase()];
      return `${account}: ${what} ${state}`;
    },
  },
  set: {
    question: 'Change which payments need an approval?',
    now: 'It holds at once.',
    needs: (needed: number): string =>
      'It holds once ' +
      `${plural(needed, { one: 'another manager approves', other: `${needed} other managers approve` })}.`,
    note: 'The payer never approves their own payment. A manager who is new approves after three days.',
    done: 'Approvals changed',
    asked: 'Sent to the other managers',
  },
  buttons: {
    approve: 'Approve',
    decline: 'Decline',
    cancel: 'Cancel the request',
    open: 'Approvals',
    rule: 'Set approvals',
  },
};

export const approvalSentences = {
  SHARED_APPROVAL: ({ needed }, nothing) => {
    if (needed === 0) return `This payment needs no approval any more. ${nothing} Send it again.`;
    const lead = plural(needed, {
      one: 'This payment needs the approval of another manager.',
      other: `This payment needs the approval of ${needed} other managers.`,
    });
    return `${lead} ${nothing} Send it again to ask them.`;
  },
  SHARED_APPROVERS: ({ needed, approvers }, nothing) =>
    'The approvals of this account need ' +
    `${plural(needed, { one: 'one other manager', other: `${needed} other managers` })}; ` +
    `there ${plural(approvers, { one: 'is one', other: `are ${approvers}` })}. ${nothing} ` +
    'Make another member a manager, or change the approvals.',
  SHARED_APPROVER_NEW: ({ days }, nothing) =>
    `A new manager can approve after ${plural(days, { one: 'one day', other: `${days} days` })}. ${nothing}`,
  SHARED_APPROVAL_OVER: ({ state, by }, nothing) =>
    `${state === null ? 'Nothing with this number waits for you.' : overText(state, by)} ${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};
