/** Refusals of shared accounts. */
import type { ErrorCode, ErrorData, Money, SharedAction } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import { approvalSentences } from './approvals.ts';
import { sharedRoleNames } from './forms.ts';

const actions: Record<SharedAction, string> = {
  READ: '閲覧',
  LEAVE: '脱退',
  DEPOSIT: '入金',
  PAY: '支払い',
  INVITE: '招待',
  CHANGE_ROLE: '役割の変更',
  REMOVE: 'メンバーの削除',
  APPROVE: '依頼の承認',
  SET_RULE: '承認ルールの設定',
  SAVE: '貯金箱の管理',
  CLOSE: '解約',
};
const selves: Record<ErrorData['SHARED_SELF']['tried'], string> = {
  INVITE: 'あなたはすでにメンバーです。',
  CHANGE_ROLE: 'ご自身の役割や上限額は変更できません。この口座の別の管理者に依頼してください。',
  REMOVE: 'ご自身が抜けるときは `/account share leave` を使ってください。',
  APPROVE: 'ご自身の依頼です。ほかの管理者が決めます。取り消すことはできます。',
};
const already: Record<ErrorData['SHARED_ALREADY']['what'], string> = {
  MEMBER: 'この人はすでにこの口座のメンバーです。',
  INVITED: 'この人はすでに招待されていて、まだ返答していません。',
  ROLE: 'このメンバーはすでにこの役割です。',
  RULE: 'このルールはすでに有効です。',
  RULE_ASKED:
    '承認ルールの変更がすでに承認を待っています。先にそれを決めるか、取り消してください。',
};
const over: Record<NonNullable<ErrorData['SHARED_INVITATION_OVER']['state']>, string> = {
  ACCEPTED: 'この招待はすでに承諾しています。',
  DECLINED: 'この招待はすでに辞退しています。',
  WITHDRAWN: 'この招待は取り消されました。',
  EXPIRED: 'この招待は期限が切れています。もう一度招待してもらってください。',
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

export const sharedSentences = {
  SHARED_ROLE: ({ role, action }, nothing) =>
    role === null
      ? `あなたはこの共有口座のメンバーではありません。${nothing}`
      : `この口座での役割（${sharedRoleNames[role]}）では、${actions[action]}はできません。` +
        `${nothing}口座の管理者に依頼してください。`,
  SHARED_ALLOWANCE: ({ limit, left }, nothing) =>
    `この口座から支払える額は月 ${sum(limit)} です。今月の残りは ${sum(left)} です。${nothing}`,
  SHARED_NAME: (_, nothing) =>
    `ピリオドを含む名前は、個人の名前と間違われるおそれがあります。${nothing}ピリオドを外してください。`,
  SHARED_SELF: ({ tried }, nothing) => `${selves[tried]}${nothing}`,
  SHARED_LAST_MANAGER: (_, nothing) =>
    `この口座の管理者はあなただけです。${nothing}` +
    '先に別のメンバーを管理者にするか、口座を解約してください。',
  SHARED_MEMBER_UNKNOWN: (_, nothing) =>
    `この人はこの口座のメンバーではなく、招待もされていません。${nothing}`,
  SHARED_INVITEE_UNKNOWN: (_, nothing) =>
    `このメンバーはこの銀行に口座がありません。${nothing}先に口座を開設してもらってください。`,
  SHARED_ALREADY: ({ what }, nothing) => `${already[what]}${nothing}`,
  SHARED_TOO_MANY: ({ what, max }, nothing) => {
    if (what === 'APPROVALS') {
      return `一つの口座で待てる依頼は${max}件までです。${nothing}いくつか決まるまでお待ちください。`;
    }
    return what === 'ACCOUNTS'
      ? `使える共有口座は${max}件までです。${nothing}先に一つから抜けるか、解約してください。`
      : `共有口座のメンバーは、返答待ちの招待を含めて${max}人までです。${nothing}`;
  },
  SHARED_INVITATION_OVER: ({ state }, nothing) =>
    `${state === null ? '該当する招待はありません。' : over[state]}${nothing}`,
  ...approvalSentences,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};
