/** Roles, requests that need a second person, and lines of the staff log. */
import type {
  ActorRole,
  ApprovalKind,
  ApprovalState,
  InitiatorKind,
  TransactionKind,
  Unreached,
} from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { setupNames } from '../common/setup.ts';
import { feeApproval, feeContents } from '../common/fees.ts';
import { interestApproval, interestContents } from '../common/interest.ts';
import { moneyKinds } from '../common/money-kinds.ts';
import { askedBy } from '../common/shared.ts';

const kinds: Record<ApprovalKind, string> = {
  ROLE_GRANT: '権限の付与',
  UNFREEZE: '口座の凍結解除',
  RELINK: '別のDiscordユーザーへの口座移行',
  ADJUST: '残高の調整',
  REVERSE: '取引の取消',
  DEPOSIT: '入金の承認',
  SETUP: '銀行の設定の変更',
  FEE: feeApproval,
  INTEREST: interestApproval,
};
const contents: Readonly<Record<string, string>> = {
  ...setupNames,
  role: '役割',
  member: '新しいDiscordユーザー',
  amount: '金額',
  side: '増減',
  memo: 'メモ',
  transaction: '取引',
  ...feeContents,
  ...interestContents,
};
const outcomes: Record<Exclude<ApprovalState, 'OPEN'>, string> = {
  APPROVED: '承認済み',
  DECLINED: '却下',
  REFUSED: '実行不可',
  EXPIRED: '期限切れ',
};
const roles: Record<ActorRole, string> = {
  TELLER: '窓口担当',
  MANAGER: '管理者',
  AUDITOR: '監査担当',
  OWNER: 'オーナー',
};
const by = (checker: Markup | null): Markup => (checker === null ? md`` : md`${checker} により`);
export const staff = {
  role: (role: ActorRole): string => roles[role],
  approval: {
    question: (kind: ApprovalKind): string => `${kinds[kind]}を行いますか？`,
    /** Null for content that the card does not show. */
    content: (name: string): string | null => contents[name] ?? null,
    owner: '口座の名義人',
    requestedBy: '申請者',
    request: (reference: Markup): Markup => md`申請 ${reference}`,
    openRequest: (reference: Markup, until: Markup): Markup =>
      md`申請 ${reference} · ${until} まで受付`,
    /** Precedes `します`. */
    intent: (reference: Markup): Markup => md`申請 ${reference} を承認`,
    outcome: (kind: ApprovalKind, state: keyof typeof outcomes): string =>
      `${kinds[kind]}：${outcomes[state]}`,
    approved: (checker: Markup | null): Markup => md`${by(checker)}承認されました。`,
    declined: (checker: Markup | null): Markup => md`${by(checker)}却下されました。`,
    notPossible: (checker: Markup | null): Markup =>
      md`${by(checker)}承認されましたが、実行できなくなったため申請を終了しました。何も行われていません。`,
    expired: (at: Markup): Markup =>
      md`${at} までに判断されませんでした。何も行われていません。改めて申請できます。`,
    list: '判断待ちの申請',
    none: '判断待ちの申請はありません。',
    needed: {
      title: '別の担当者の承認待ちです',
      sentence: 'まだ何も行われていません。別の担当者が承認または却下します。',
      note: '`/staff approvals list` で確認できます。',
    },
  },
  roles: {
    title: '担当者',
    none: '担当者はまだいません。',
    line: (member: Markup, role: Markup, since: Markup): Markup =>
      md`${member} ${role}（${since} から）`,
    revoked: '権限を取り消しました',
    was: (member: Markup, role: ActorRole): Markup =>
      md`${member} は${roles[role]}ではなくなりました。`,
  },
  /** Backups that fail. */
  upkeep: {
    title: {
      BACKUP: 'バックアップに失敗しました',
      COPY: 'バックアップの複製に失敗しました',
      RESTORE: 'バックアップの復元に失敗しました',
    },
    advice: {
      BACKUP: '運営者は npm run doctor で原因を確認してください。銀行は自動で再試行します。',
      COPY: '運営者は BACKUP_TO のフォルダーを確認してください。銀行は自動で再試行します。',
      RESTORE:
        '運営者は npm run drill で問題を確認してください。それまで以前のバックアップを残してください。',
    },
  },
  log: {
    checkpoint: (size: string, root: Markup): Markup => md`ログの検証点：**${size}** 件 · ${root}`,
    chainHead: (link: string, hash: Markup): Markup =>
      md`ログの検証点：リンク **${link}** · ${hash}`,
    unreached: (customer: Markup, reach: Unreached): Markup => {
      const why: Record<Unreached, string> = {
        CLOSED: '受け取らない設定です',
        NO_SERVER: '銀行と共通のサーバーがありません',
        GONE: 'Discordアカウントがありません',
        FAILED: 'Discordが受け付けませんでした',
      };
      return md`${customer} さんにダイレクトメッセージが届きません：${why[reach]}`;
    },
    movement: (kind: TransactionKind, initiator: InitiatorKind): string =>
      [askedBy[initiator], moneyKinds[kind].one].filter((part) => part !== null).join(''),
  },
};
