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
  half: '（利用可能額の半分）',
  all: '（利用可能額の全額）',
};
const unsuccessful: Record<Exclude<ApprovalState, 'OPEN' | 'APPROVED'>, string> = {
  DECLINED: '却下されました',
  REFUSED: '完了できませんでした',
  EXPIRED: '期限までに承認されませんでした',
};

export const money = {
  /** The bank's own accounts. */
  ownAccounts: {
    CASH: '窓口',
    FEES: '手数料',
    INTEREST: '利息',
    SUSPENSE: '仮勘定',
    EQUITY: '純資産',
  } satisfies Record<OwnAccountKind, string>,
  noFee: 'なし',
  question: (kind: TransactionKind): string => moneyKinds[kind].question,
  done: (kind: TransactionKind, amount: string): string => moneyKinds[kind].done(amount),
  /** `half` and `all` are shown as the amount they stand for now. */
  amount: (amount: string, wish: AmountWish['kind']): string => `${amount}${shares[wish]}`,
  /** Precedes `します`. */
  intent: (kind: TransactionKind, amount: string, from: Markup, to: Markup): Markup =>
    md`${from} から ${to} へ ${written(moneyKinds[kind].intent(`**${amount}**`))}`,
  firstPayment: '⚠️ **この口座への送金は初めてです。** 名前と口座番号の下4桁をご確認ください。',
  alike: (party: Markup): Markup =>
    md`⚠️ **以前の送金先とは別の口座です。** 以前の送金先は ${party} です。`,
  bookedAt: (reference: Markup, at: Markup): Markup => md`参照番号 ${reference} · ${at}`,
  deposit: {
    needsTeller: '窓口担当の承認が必要です。',
    requested: (amount: string): string => `${amount} の入金を申請しました`,
    waits: (until: Markup): Markup =>
      md`まだお金は動いていません。窓口担当が ${until} までに判断し、メッセージでお知らせします。`,
    unsuccessful: (amount: string, state: keyof typeof unsuccessful): string =>
      `${amount} の入金は${unsuccessful[state]}`,
    nothingMoved,
    reference: (reference: Markup): Markup => md`参照番号 ${reference}`,
  },
};
