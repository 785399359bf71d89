/** Shared accounts: commands, fields and the names of roles. */
import type { SharedRole } from '../../../bank/model/index.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const sharedCommands = {
  'account share open': {
    description: 'ほかの人と一緒に使う口座を開設します',
    title: '共有口座の開設',
  },
  'account share invite': {
    description: 'メンバーを共有口座に招待します',
    title: '共有口座への招待',
  },
  'account share invitations': {
    description: '共有口座への招待を承諾または辞退します',
  },
  'account share members': {
    description: '共有口座を使う人と役割を確認します',
    title: '共有口座のメンバー',
  },
  'account share role': {
    description: 'メンバーが共有口座でできることを変更します',
    title: '役割の変更',
  },
  'account share remove': {
    description: 'メンバーまたは招待を共有口座から外します',
    title: '共有口座から外す',
  },
  'account share leave': {
    description: '共有口座から抜けます',
    title: '共有口座から抜ける',
  },
  'account share close': {
    description: '残高のない共有口座を解約します',
    title: '共有口座の解約',
  },
  'account share rule': {
    description: '承認が必要になる金額を決める',
    title: '承認ルールを設定',
  },
  'account share approvals': {
    description: '共有口座で待っているものを承認、却下、取り消しする',
  },
} satisfies Record<string, CommandText>;

export const sharedRoleNames: Record<SharedRole, string> = {
  VIEWER: '閲覧者',
  DEPOSITOR: '入金者',
  SPENDER: '支払者',
  MANAGER: '管理者',
};

export const sharedFields = {
  sharedAccount: {
    label: '共有口座',
    hint: '名前または番号。共有口座が一つだけなら空欄でも構いません',
  },
  potOf: {
    label: '共有口座',
    hint: '名前または番号。空欄なら自分だけの貯金箱になります',
  },
  sharedName: {
    label: '名前',
    hint: '文字と数字で32文字まで。支払う人と受け取る人全員に表示されます。',
    example: 'チェスクラブ',
  },
  sharedMember: { label: 'メンバー' },
  sharedRole: {
    label: '役割',
    choices: {
      VIEWER: { label: sharedRoleNames.VIEWER, hint: '残高と履歴を見られます' },
      DEPOSITOR: { label: sharedRoleNames.DEPOSITOR, hint: '入金もできます' },
      SPENDER: { label: sharedRoleNames.SPENDER, hint: '月の上限まで支払いもできます' },
      MANAGER: { label: sharedRoleNames.MANAGER, hint: 'すべての操作ができ、役割も決められます' },
    },
  },
  allowance: {
    label: '月の上限額',
    name: '上限額',
    hint: '支払者のみ',
    example: '50',
  },
  sharedReads: {
    label: '履歴',
    hint: '空欄：参加後の取引',
    choices: {
      joining: { label: '参加後の取引' },
      all: { label: 'すべての取引' },
    },
  },
  ruleAbove: {
    label: 'この額を超える支払い',
    hint: 'これを超えると承認待ちになります。空欄：承認は不要',
    example: '100',
  },
  ruleNeeded: {
    label: '承認の人数',
    hint: '必要なほかの管理者の人数。空欄：1人',
    example: '2',
    refusal: '1から24までの整数を入力してください。',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const sharedOptions = {
  sharedAccount: '共有口座',
  potOf: '共有',
  sharedName: '名前',
  sharedMember: 'メンバー',
  sharedRole: '役割',
  allowance: '上限額',
  sharedReads: '履歴',
  ruleAbove: '基準額',
  ruleNeeded: '承認人数',
};
