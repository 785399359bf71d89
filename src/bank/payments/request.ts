/** From what a customer asks for to a request of the ledger. */
import type { AccountDirectory } from '../accounts/index.ts';
import { cashAccount, fingerprintOf, type LedgerRequest } from '../ledger/index.ts';
import type * as m from '../model/index.ts';
import { BankError, normalMemo } from '../model/index.ts';

export interface Wanted {
  readonly kind: 'DEPOSIT' | 'WITHDRAWAL' | 'TRANSFER';
  readonly requestId: m.RequestId;
  readonly payeeNumber: m.AccountNumber | null;
  readonly wish: m.AmountWish;
  readonly memo: string | null;
  readonly isProved?: boolean;
}

/** Throws AMOUNT_UNCLEAR for a share of the balance as a deposit. */
export const requestMaker =
  ({ directory, currency }: { directory: AccountDirectory; currency: m.Currency }) =>
  async (session: m.Session, wanted: Wanted): Promise<LedgerRequest> => {
    const { kind, requestId, payeeNumber, wish, isProved = false } = wanted;
    if (kind === 'DEPOSIT' && wish.kind !== 'exact') throw new BankError('AMOUNT_UNCLEAR');
    const memo = normalMemo(wanted.memo);
    const [own, payee] = await Promise.all([
      directory.ofCustomer(session.customerId),
      payeeNumber === null ? null : directory.ofNumber(payeeNumber),
    ]);
    // A session whose customer is gone cannot be one of ours.
    if (own === null) throw new BankError('SESSION_EXPIRED');
    const [source, target] = {
      DEPOSIT: [cashAccount.id, own] as const,
      WITHDRAWAL: [own, cashAccount.id] as const,
      TRANSFER: [own, payee] as const,
    }[kind];
    const asked = { kind, own, payeeNumber, wish, memo, currency: currency.code };
    return {
      requestId,
      initiator: { kind: 'SESSION', session },
      postings: [{ kind, source, target, amount: wish }],
      memo,
      isProved,
      fingerprint: fingerprintOf(asked),
    };
  };
