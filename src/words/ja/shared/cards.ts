/** Shared accounts: labels and cards. */
import { type Markup, md } from '../../text/markup.ts';
import { approvalAudits, approvals } from './approvals.ts';
import { sharedRoleNames } from './forms.ts';
import { moved, notice } from './notices.ts';
import { sharedPots } from './pots.ts';

/** Labels in the audit trail. */
export const sharedAudits = {
  SHARED_OPENED: '共有口座の開設',
  SHARED_INVITED: '共有口座への招待',
  SHARED_JOINED: '共有口座への参加',
  SHARED_DECLINED: '招待の辞退',
  SHARED_WITHDRAWN: '招待の取り消し',
  SHARED_ROLE_CHANGED: '共有口座の役割の変更',
  SHARED_REMOVED: '共有口座からの削除',
  SHARED_LEFT: '共有口座からの脱退',
  SHARED_CLOSED: '共有口座の解約',
  ...approvalAudits,
};

export const sharedSteps = {
  sharedMembers: 'メンバー',
  sharedInvitations: '招待の一覧',
  sharedRole: '役割を変更',
  sharedClose: '口座を解約',
  sharedApprovals: approvals.buttons.open,
  sharedRule: approvals.buttons.rule,
};
export const sharedTopics = {
  shared: '共有口座',
  sharedMembers: '共有口座：役割と脱退',
};

export const shared = {
  type: '共有口座',
  roles: sharedRoleNames,
  labels: {
    account: '共有口座',
    member: 'メンバー',
    role: '役割',
    before: '変更前',
    allowance: '上限額',
    history: '履歴',
    invitedBy: '招待した人',
    expires: '期限',
    by: '操作した人',
  },
  reads: { true: 'すべての取引', false: '参加後の取引' },
  perMonth: (sum: string): string => `月 ${sum}`,
  left: (left: string, allowance: string): string => `今月の残り ${left}（上限 ${allowance}）`,
  by: (name: Markup): Markup => md`${name} さんの操作`,
  form: {
    allowanceMissing: '支払者には上限額が必要です。月に支払える額を入力してください。',
    allowanceUnused: '上限額があるのは支払者だけです。空欄にしてください。',
  },
  section: '共有口座',
  open: {
    question: '共有口座を開設しますか？',
    note:
      'あなたが最初の管理者になります。誰が何をしたかはメンバー全員に表示され、各自が' +
      '自分の口座でログインします。',
    done: '共有口座を開設しました',
  },
  invite: {
    question: 'この招待を送りますか？',
    note: (days: number): string =>
      `${days}日以内に承諾できます。メンバーの名前と、誰が何をしたかは、メンバー全員に表示されます。`,
    done: '招待を送りました',
  },
  invitation: {
    title: (account: string): string => `「${account}」に招待されました`,
    sentence: '承諾すると、あなたの名前とこの口座での操作が、管理者とメンバーに表示されます。',
    none: '返答待ちの共有口座への招待はありません。',
    noneTitle: '招待の一覧',
    more: (count: number): string => `ほかに${count}件あります。`,
    accepted: (account: string): string => `「${account}」のメンバーになりました`,
    declined: (account: string): string => `「${account}」への招待を辞退しました`,
  },
  role: { question: 'この役割に変更しますか？', done: '役割を変更しました' },
  remove: {
    question: 'このメンバーを外しますか？',
    invitedQuestion: 'この招待を取り消しますか？',
    note: 'すぐに有効になり、確認待ちの支払いにも適用されます。',
    confirm: '外す',
    done: '外しました',
  },
  leave: {
    question: 'この口座から抜けますか？',
    note: '管理者がもう一度招待するまで、閲覧も利用もできなくなります。',
    confirm: '口座から抜ける',
    done: '口座から抜けました',
  },
  close: {
    question: 'この共有口座を解約しますか？',
    note: '元には戻せません。メンバーは引き続き履歴を確認できます。',
    confirm: '口座を解約',
    done: '共有口座を解約しました',
  },
  members: {
    title: (account: string): string => `「${account}」のメンバー`,
    invited: '招待中',
    until: (at: Markup): Markup => md`${at} まで`,
    fromJoining: '参加後の取引のみ閲覧',
  },
  moved,
  notice,
  approvals,
  pots: sharedPots,
  buttons: {
    open: '共有口座を開設',
    invite: '招待',
    role: '役割を変更',
    remove: '外す',
    leave: '抜ける',
    members: 'メンバー',
    accept: '承諾',
    decline: '辞退',
  },
};
