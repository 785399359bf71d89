/** Payments: the confirm card and the receipt. */
import type {
  AmountWish,
  ApprovalState,
  OwnAccountKind,
  TransactionKind,
} from '../../../bank/model/index.ts';
import { type Markup, md, written } from '../../text/markup.ts';
import { moneyKinds } from '../common/money-kinds.ts';
import { nothingMoved } from '../common/shared.ts';

const shares: Record<AmountWish['kind'], string> = {
  exact: '',
  half: ' (half of the available balance)',
  all: ' (the whole available balance)',
};
const unsuccessful: Record<Exclude<ApprovalState, 'OPEN' | 'APPROVED'>, string> = {
  DECLINED: 'was declined',
  REFUSED: 'could not be completed',
  EXPIRED: 'was not approved in time',
};

export const money = {
  /** The bank's own accounts. */
  ownAccounts: {
    CASH: 'Cash desk',
    FEES: 'Fees',
    INTEREST: 'Interest',
    SUSPENSE: 'Suspense',
    EQUITY: 'Equity',
  } satisfies Record<OwnAccountKind, string>,
  noFee: 'none',
  question: (kind: TransactionKind): string => moneyKinds[kind].question,
  done: (kind: TransactionKind, amount: string): string => moneyKinds[kind].done(amount),
  /** `half` and `all` are shown as the amount they stand for now. */
  amount: (amount: string, wish: AmountWish['kind']): string => `${amount}${shares[wish]}`,
  /** Completes "You are about to ...". */
  intent: (kind: TransactionKind, amount: string, from: Markup, to: Markup): Markup =>
    md`${written(`${moneyKinds[kind].intent} **${amount}**`)} from ${from} to ${to}`,
  firstPayment:
    '⚠️ **First payment to this account.** Check the name and the last digits of the number.',
  alike: (party: Markup): Markup =>
    md`⚠️ **Not the account you paid before.** That was ${party}, a different account.`,
  bookedAt: (reference: Markup, at: Markup): Markup => md`Reference ${reference} · ${at}`,
  deposit: {
    needsTeller: 'A teller must approve it first.',
    requested: (amount: string): string => `Deposit of ${amount} requested`,
    waits: (until: Markup): Markup =>
      md`Nothing has moved yet. A teller will decide by ${until}, and you will get a message.`,
    unsuccessful: (amount: string, state: keyof typeof unsuccessful): string =>
      `Your deposit of ${amount} ${unsuccessful[state]}`,
    nothingMoved,
    reference: (reference: Markup): Markup => md`Reference ${reference}`,
  },
};
