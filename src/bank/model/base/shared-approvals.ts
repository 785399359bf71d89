/** What waits for the managers of a shared account. */
import type { TransactionKind } from './money-kinds.ts';
import type { ApprovalEnd, SharedRef, SharedRule } from './shared.ts';
import type { Amount, Balance, DiscordUserId, RequestId } from './types.ts';
import type { PartyView } from './views.ts';

/** What waits for the managers: a payment whose money is set aside, or another rule. */
export interface SharedApproval {
  /** Of a payment also the id of the transaction that it becomes. */
  readonly id: RequestId;
  readonly account: SharedRef;
  readonly asker: { readonly member: DiscordUserId; readonly name: string };
  readonly asked:
    | {
        readonly kind: 'PAYMENT';
        readonly movement: TransactionKind;
        /** Null: a withdrawal. */
        readonly to: PartyView | null;
        readonly amount: Amount;
        readonly fee: Balance;
        readonly memo: string | null;
      }
    /** Null: no payment waits any more. */
    | { readonly kind: 'RULE'; readonly rule: SharedRule | null };
  readonly needed: number;
  /** The managers whose approval counts. */
  readonly approvedBy: readonly string[];
  /** The member who decided or cancelled it; null: none did, or no longer a customer. */
  readonly endedBy: string | null;
  readonly state: 'WAITING' | ApprovalEnd;
  readonly expiresAt: Date;
}
