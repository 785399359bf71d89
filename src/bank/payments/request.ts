/** From what a customer asks for to a request of the ledger. */
import type { AccountDirectory } from '../accounts/index.ts';
import { cashAccount, fingerprintOf, type LedgerRequest, type Posting } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError, normalMemo } from '../model/index.ts';
import type { MemberLink } from '../shared/index.ts';
import { dueLinkKind } from './requests/index.ts';

export interface Wanted {
  readonly kind: 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER';
  readonly requestId: m.RequestId;
  /** The customer's own account that pays or receives; their main account unless given. */
  readonly ownNumber?: m.AccountNumber | undefined;
  readonly payeeNumber: m.AccountNumber | null;
  readonly wish: m.AmountWish;
  readonly memo: string | null;
  readonly isProved?: boolean;
  /** What its card showed; null for a quote. Left out: none. */
  readonly fee?: bigint | null | undefined;
  /** What a request asks of the customer, and this transfer pays. */
  readonly pays?: m.RequestId | undefined;
  /** What this transfer puts aside. */
  readonly roundUp?: m.RoundUp | undefined;
}

/**
 * Throws AMOUNT_UNCLEAR for a share of the balance as a deposit, and SESSION_EXPIRED where no
 * account has the own number; booking refuses another customer's.
 */
export const requestMaker =
  ({
    directory,
    memberLink,
    currency,
  }: {
    directory: AccountDirectory;
    memberLink: MemberLink;
    currency: m.Currency;
  }) =>
  async (session: m.Session, wanted: Wanted): Promise<LedgerRequest> => {
    const { kind, requestId, ownNumber, payeeNumber, wish, isProved = false } = wanted;
    const { pays, roundUp, fee = 0n } = wanted;
    if (kind === 'DEPOSIT' && wish.kind !== 'exact') throw new BankError('AMOUNT_UNCLEAR');
    const memo = normalMemo(wanted.memo);
    const [first, own, payee, saved] = await Promise.all([
      directory.ofCustomer(session.customerId),
      ownNumber === undefined
        ? directory.mainOf(session.customerId)
        : directory.ofNumber(ownNumber),
      payeeNumber === null ? null : directory.ofNumber(payeeNumber),
      roundUp === undefined ? null : directory.ofNumber(roundUp.pot),
    ]);
    // A session whose customer is gone cannot be one of ours.
    if (first === null || own === null) throw new BankError('SESSION_EXPIRED');
    const member = own === first ? null : await memberLink(session.customerId, own);
    const links = {
      ...(pays === undefined ? {} : { pays: { kind: dueLinkKind, id: pays } }),
      ...(member === null ? {} : { member }),
    };
    const [source, target] = {
      DEPOSIT: [cashAccount.id, own] as const,
      WITHDRAWAL: [own, cashAccount.id] as const,
      TRANSFER: [own, payee] as const,
    }[kind];
    const further: Posting[] =
      roundUp === undefined
        ? []
        : [{ kind: 'ROUND_UP', source: own, target: saved, amount: roundUp.amount }];
    const more = [
      ...(pays === undefined ? [] : [`${pays}`]),
      ...(roundUp === undefined ? [] : [`+${roundUp.amount} ${roundUp.pot}`]),
      ...(fee === null || fee === 0n ? [] : [`fee ${fee}`]),
    ].join(' ');
    const asked = { kind, own, payeeNumber, wish, memo, currency: currency.code };
    return {
      requestId,
      initiator: { kind: 'SESSION', session },
      postings: [{ kind, source, target, amount: wish }, ...further],
      ...(own === first ? {} : { countedAt: first }),
      memo,
      fee: { shown: fee },
      isProved,
      links,
      fingerprint: fingerprintOf(more === '' ? asked : { ...asked, more }),
    };
  };
