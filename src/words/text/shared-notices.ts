/** Notices about shared accounts, from the words of a language. */
import type { Currency, SharedEvent, SharedGrant } from '../../bank/model/index.ts';
import { formatAmount } from './amount.ts';
import { formatMoment } from './date.ts';
import { md } from './markup.ts';
import type { PlainNotice } from './plain-notice.ts';

interface SharedWords {
  readonly roles: Readonly<Record<SharedGrant['role'], string>>;
  readonly labels: Readonly<
    Record<'account' | 'role' | 'allowance' | 'history' | 'invitedBy' | 'expires' | 'by', string>
  >;
  readonly reads: Readonly<Record<'true' | 'false', string>>;
  readonly perMonth: (sum: string) => string;
  readonly invitation: {
    readonly title: (account: string) => string;
    readonly sentence: string;
    readonly note: string;
  };
  readonly moved: Readonly<Record<'in' | 'out', (account: string, amount: string) => string>>;
  readonly notice: {
    readonly title: (event: SharedEvent, account: string) => string;
    readonly sentence: (
      event: SharedEvent,
      people: {
        readonly actor: string | null;
        readonly about: string | null;
        readonly isYou: boolean;
      },
    ) => string;
  };
}

interface Origin {
  readonly bankName: string;
  readonly currency: Currency;
}

interface Account {
  readonly name: string;
  readonly numberTail: string;
}

/** As the invited person reads it. */
interface Invitation {
  readonly account: Account;
  readonly inviter: { readonly name: string };
  readonly grant: SharedGrant;
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
  readonly memo: string | null;
  readonly reference: string;
}

/** What happened to the account or to a member. */
interface Change {
  readonly event: SharedEvent;
  readonly account: Account;
  readonly actor: string | null;
  readonly about: string | null;
  readonly isYou: boolean;
  readonly grant: SharedGrant | null;
}

type Facts = PlainNotice['facts'];

type Labels = Readonly<Record<'from' | 'to' | 'memo' | 'reference', string>>;

/** The facts that several of these notices have. */
function factsWith(say: SharedWords) {
  const accountFact = ({ name, numberTail }: Account): Facts[number] => [
    say.labels.account,
    `${name} …${numberTail}`,
  ];
  const grantFacts = (grant: SharedGrant | null, currency: Currency): Facts => {
    const allowance = grant?.allowance ?? null;
    const sum = allowance === null ? null : say.perMonth(formatAmount(allowance, currency));
    return [
      [say.labels.role, grant === null ? null : say.roles[grant.role]],
      [say.labels.allowance, sum],
    ];
  };
  return { accountFact, grantFacts };
}

export const sharedNotices = (say: SharedWords, labels: Labels) => {
  const { accountFact, grantFacts } = factsWith(say);
  return {
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
        small: md`${bankName} · ${say.invitation.note}`,
        mails: false,
      };
    },
    SHARED_MOVED: (move: Move, { bankName, currency }: Origin): PlainNotice => {
      const { account, direction, counterparty, actor, memo, reference } = move;
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
          [labels.memo, memo],
          [labels.reference, reference],
        ],
        small: md`${bankName}`,
        mails: false,
      };
    },
    SHARED_CHANGED: (change: Change, { bankName, currency }: Origin): PlainNotice => {
      const { event, account, grant } = change;
      return {
        tone: 'show',
        title: say.notice.title(event, account.name),
        sentence: say.notice.sentence(event, change),
        facts: [accountFact(account), ...grantFacts(grant, currency)],
        small: md`${bankName}`,
        mails: false,
      };
    },
  };
};
