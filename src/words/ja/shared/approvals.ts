/** What waits for the managers of a shared account: cards, notices and refusals. */
import type {
  ApprovalEnd,
  ErrorCode,
  ErrorData,
  SharedApproval,
} from '../../../bank/model/index.ts';

type Asked = SharedApproval['asked']['kind'];

/** Labels in the audit trail. */
export const approvalAudits = {
  SHARED_RULE_CHANGED: '共有口座の承認ルールの変更',
  SHARED_ASKED: '管理者への承認の依頼',
  SHARED_APPROVED: '管理者としての承認',
  SHARED_DECIDED: '管理者への依頼の終了',
};

const over: Record<ApprovalEnd, string> = {
  APPROVED: 'すでに承認されています。',
  DECLINED: 'すでに却下されています。',
  CANCELLED: '取り消されました。',
  EXPIRED: '期限が切れました。',
  WITHDRAWN: '無効になりました。',
  REFUSED: 'もう支払えません。',
};
/** The same where a member decided or cancelled it. */
const overBy: Partial<Record<ApprovalEnd, (by: string) => string>> = {
  APPROVED: (by) => `すでに${by}が最後に承認しました。`,
  DECLINED: (by) => `すでに${by}が却下しました。`,
  CANCELLED: (by) => `すでに${by}が取り消しました。`,
};
const overText = (state: ApprovalEnd, by: string | null): string =>
  (by === null ? undefined : overBy[state]?.(by)) ?? over[state];
const ends: Record<ApprovalEnd, string> = {
  APPROVED: '承認済み',
  DECLINED: '却下',
  CANCELLED: '取り消し',
  EXPIRED: '期限切れ',
  WITHDRAWN: '無効',
  REFUSED: '支払い不可',
};
const whats: Record<Asked, string> = {
  PAYMENT: '支払い',
  RULE: '承認ルール',
};
const kept: Record<Asked, string> = {
  PAYMENT: 'お金は動いていません。取り置いた分はまた使えます。',
  RULE: 'ルールは元のままです。',
};

/** How it ended; `by`: who decided, null: a former customer. */
function endedBy(state: ApprovalEnd, kind: Asked, decider: string | null): string {
  const by = decider === null ? '元のお客様' : `${decider} さん`;
  switch (state) {
    case 'APPROVED':
      return kind === 'PAYMENT'
        ? `${by}が最後に承認し、支払いが記帳されました。`
        : `${by}が最後に承認し、新しいルールが有効になりました。`;
    case 'DECLINED':
      return `${by}が却下しました。 ${kept[kind]}`;
    case 'CANCELLED':
      return `${by}が取り消しました。 ${kept[kind]}`;
    case 'EXPIRED':
      return `期限までに必要な承認がそろいませんでした。 ${kept[kind]}`;
    case 'WITHDRAWN':
      return `依頼したメンバーの役割が変わったか、口座が解約されました。 ${kept[kind]}`;
    case 'REFUSED':
      return `承認されましたが、支払えなくなりました。受取人、手数料、または請求が変わっています。 ${kept[kind]}`;
  }
}

export const approvals = {
  /** On the confirm card. */
  waits: (needed: number, days: number): string =>
    `この支払いには、ほかの管理者${needed}人の承認が必要です。` +
    `*確認* を押すと承認を依頼し、お金を最長${days}日間取り置きます。`,
  renewed: (): string =>
    '前のカードのあとに、この口座の承認ルールが変わりました。こちらをご確認ください。',
  count: (given: number, needed: number): string => `${given} / ${needed}`,
  payment: '支払い',
  withdrawal: '出金',
  rule: (above: string, needed: number): string =>
    `${above} を超える支払いには${needed}人の承認が必要`,
  noRule: '承認の必要な支払いはありません',
  labels: {
    asked: '依頼',
    asker: '依頼した人',
    approvals: '承認',
    approvedBy: '承認した人',
    rule: '承認ルール',
  },
  title: (account: string): string => `承認待ち：${account}`,
  none: 'あなたの承認を待っているものも、あなたが依頼したものもありません。',
  noneTitle: '承認',
  more: (count: number): string => `ほかに${count}件が待っています。`,
  own: 'あなたの依頼です。ほかの管理者が決めます。',
  counted: '承認しました。ほかの管理者の承認を待っています。',
  setAside: 'お金は取り置かれています。決まりしだいお知らせします。',
  askedRule: 'ほかの管理者が決めます。決まりしだいお知らせします。',
  ends,
  endedBy,
  notice: {
    asked: (account: string): string => `${account}：承認が必要です`,
    pays: (asker: string, sum: string): string => `${asker} さんが ${sum} を支払おうとしています。`,
    changes: (asker: string): string => `${asker} さんが承認ルールを変更しようとしています。`,
    ended: (account: string, kind: Asked, end: ApprovalEnd): string => {
      const [what, state] = [whats[kind], ends[end]];
      return `${account}：${what}（${state}）`;
    },
  },
  set: {
    question: '承認ルールを変更しますか？',
    now: 'すぐに有効になります。',
    needs: (needed: number): string => `ほかの管理者${needed}人が承認すると有効になります。`,
    note: '自分の支払いは承認できません。新しい管理者は三日後から承認できます。',
    done: '承認ルールを変更しました',
    asked: 'ほかの管理者に送りました',
  },
  buttons: {
    approve: '承認',
    decline: '却下',
    cancel: '依頼を取り消す',
    open: '承認の一覧',
    rule: '承認ルールを設定',
  },
};

export const approvalSentences = {
  SHARED_APPROVAL: ({ needed }, nothing) => {
    if (needed === 0)
      return `この支払いに承認は不要になりました。${nothing}もう一度送ってください。`;
    const lead = `この支払いには、ほかの管理者${needed}人の承認が必要です。`;
    return `${lead}${nothing}もう一度送って承認を依頼してください。`;
  },
  SHARED_APPROVERS: ({ needed, approvers }, nothing) =>
    `この口座の承認には、ほかの管理者が${needed}人必要ですが、${approvers}人しかいません。${nothing}` +
    '別のメンバーを管理者にするか、承認ルールを変更してください。',
  SHARED_APPROVER_NEW: ({ days }, nothing) =>
    `新しい管理者は${days}日後から承認できます。${nothing}`,
  SHARED_APPROVAL_OVER: ({ state, by }, nothing) =>
    `${state === null ? 'この番号であなたを待っているものはありません。' : overText(state, by)}${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};
