/** Notices about shared accounts, from the words of a language. */
import type * as m from '../../bank/model/index.ts';
import { numberTail, referenceOf } from '../../bank/model/index.ts';
import { formatAmount } from './amount.ts';
import { formatMoment } from './date.ts';
import { md } from './markup.ts';
import type { PlainNotice } from './plain-notice.ts';
import type { SharedWords } from './shared-words.ts';

interface Origin {
  readonly bankName: string;
  readonly currency: m.Currency;
}

interface Account {
  readonly name: string;
  readonly numberTail: string;
}

/** As the invited person reads it. */
interface Invitation {
  readonly account: Account;
  readonly inviter: { readonly name: string };
  readonly grant: m.SharedGrant;
  readonly readsAll: boolean;
  readonly expiresAt: Date;
}

/** Money into the account or out of it. */
interface Move {
  readonly account: Account;
  readonly direction: 'in' | 'out';
  readonly amount: bigint;
  readonly counterparty: { readonly name: string; readonly numberTail: string | null };
  readonly actor: string | null;
  readonly approvedBy: readonly string[];
  readonly memo: string | null;
  readonly reference: string;
}

/** What happened to the account or to a member. */
interface Change {
  readonly event: m.SharedEvent;
  readonly account: Account;
  readonly actor: string | null;
  readonly about: string | null;
  readonly isYou: boolean;
  readonly grant: m.SharedGrant | null;
  readonly reason: string | null;
}

type Facts = PlainNotice['facts'];

/** What waits for the managers, or how it ended. */
interface Approval {
  readonly approval: m.SharedApproval;
}

type Labels = Readonly<
  Record<'from' | 'to' | 'memo' | 'reason' | 'reference' | 'amount' | 'fee', string>
>;

/** The facts that several of these notices have. */
function factsWith(say: SharedWords) {
  const accountFact = ({ name, numberTail }: Account): Facts[number] => [
    say.labels.account,
    `${name} …${numberTail}`,
  ];
  const grantFacts = (grant: m.SharedGrant | null, currency: m.Currency): Facts => {
    const allowance = grant?.allowance ?? null;
    const sum = allowance === null ? null : say.perMonth(formatAmount(allowance, currency));
    return [
      [say.labels.role, grant === null ? null : say.roles[grant.role]],
      [say.labels.allowance, sum],
    ];
  };
  return { accountFact, grantFacts };
}

const sumText = (units: bigint, currency: m.Currency): string | null =>
  units === 0n ? null : formatAmount(units, currency);

/** What a manager reads before deciding, and all read afterwards. */
function approvalFacts(say: SharedWords, labels: Labels) {
  return ({ id, asked, asker }: m.SharedApproval, currency: m.Currency): Facts => {
    if (asked.kind === 'RULE') {
      const { rule } = asked;
      const { rule: named, noRule } = say.approvals;
      const shown = rule === null ? noRule : named(formatAmount(rule.above, currency), rule.needed);
      return [
        [say.approvals.labels.asker, asker.name],
        [say.approvals.labels.rule, shown],
      ];
    }
    const { to, amount, fee, memo } = asked;
    return [
      [say.approvals.labels.asker, asker.name],
      [labels.to, to === null ? null : `${to.name} …${to.numberTail}`],
      [labels.amount, sumText(amount, currency)],
      [labels.fee, sumText(fee, currency)],
      [labels.memo, memo],
      [labels.reference, referenceOf(id)],
    ];
  };
}

const namesText = (names: readonly string[]): string | null =>
  names.length === 0 ? null : names.join(', ');

function approvalNotices(say: SharedWords, labels: Labels) {
  const { approvals } = say;
  const aboutOf = approvalFacts(say, labels);
  const accountOf = ({ account }: m.SharedApproval): Facts[number] => [
    say.labels.account,
    `${account.name} …${numberTail(account.accountNumber)}`,
  ];
  return {
    SHARED_APPROVAL_ASKED: (
      { approval }: Approval,
      { bankName, currency }: Origin,
    ): PlainNotice => {
      const { account, asked, asker, approvedBy, needed, expiresAt } = approval;
      return {
        tone: 'show',
        title: approvals.notice.asked(account.name),
        sentence:
          asked.kind === 'RULE'
            ? approvals.notice.changes(asker.name)
            : approvals.notice.pays(asker.name, formatAmount(asked.amount, currency)),
        facts: [
          accountOf(approval),
          ...aboutOf(approval, currency),
          [approvals.labels.approvals, approvals.count(approvedBy.length, needed)],
          [approvals.labels.approvedBy, namesText(approvedBy)],
          [say.labels.expires, formatMoment(expiresAt)],
        ],
        small: md`${bankName}`,
        mails: false,
      };
    },
    SHARED_APPROVAL_ENDED: (
      { approval }: Approval,
      { bankName, currency }: Origin,
    ): PlainNotice => {
      const { account, asked, state, approvedBy, endedBy } = approval;
      const end = state === 'WAITING' ? 'EXPIRED' : state;
      return {
        tone: end === 'APPROVED' ? 'done' : 'show',
        title: approvals.notice.ended(account.name, asked.kind, end),
        sentence: approvals.endedBy(end, asked.kind, endedBy),
        facts: [
          accountOf(approval),
          ...aboutOf(approval, currency),
          [approvals.labels.approvedBy, namesText(approvedBy)],
        ],
        small: md`${bankName}`,
        mails: false,
      };
    },
  };
}

export const sharedNotices = (say: SharedWords, labels: Labels) => {
  const { accountFact, grantFacts } = factsWith(say);
  return {
    ...approvalNotices(say, labels),
    SHARED_INVITED: (invitation: Invitation, { bankName, currency }: Origin): PlainNotice => {
      const { account, inviter, grant, readsAll, expiresAt } = invitation;
      return {
        tone: 'show',
        title: say.invitation.title(account.name),
        sentence: say.invitation.sentence,
        facts: [
          [say.labels.invitedBy, inviter.name],
          accountFact(account),
          ...grantFacts(grant, currency),
          [say.labels.history, say.reads[`${readsAll}`]],
          [say.labels.expires, formatMoment(expiresAt)],
        ],
        small: md`${bankName}`,
        mails: false,
      };
    },
    SHARED_MOVED: (move: Move, { bankName, currency }: Origin): PlainNotice => {
      const { account, direction, counterparty, actor, approvedBy, memo, reference } = move;
      const { name, numberTail } = counterparty;
      // The bank's own accounts have no number.
      const party = numberTail === null ? null : `${name} …${numberTail}`;
      return {
        tone: 'done',
        title: say.moved[direction](account.name, formatAmount(move.amount, currency)),
        sentence: null,
        facts: [
          accountFact(account),
          [direction === 'in' ? labels.from : labels.to, party],
          [say.labels.by, actor],
          [say.approvals.labels.approvedBy, namesText(approvedBy)],
          [labels.memo, memo],
          [labels.reference, reference],
        ],
        small: md`${bankName}`,
        mails: false,
      };
    },
    SHARED_CHANGED: (change: Change, { bankName, currency }: Origin): PlainNotice => {
      const { event, account, grant, reason } = change;
      return {
        tone: 'show',
        title: say.notice.title(event, account.name),
        sentence: say.notice.sentence(event, change),
        facts: [accountFact(account), ...grantFacts(grant, currency), [labels.reason, reason]],
        small: md`${bankName}`,
        mails: false,
      };
    },
  };
};
