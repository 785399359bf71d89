/** Saved payees, the check of a payee's name, and the entries of the context menu. */
import { type Markup, md } from '../../text/markup.ts';

export const payees = {
  closed: '解約済みの口座',
  list: {
    title: '登録した送金先',
    none: {
      title: '登録した送金先はありません',
      sentence: '口座にニックネームを付けて登録すると、口座番号の代わりに使えます。',
    },
  },
  saved: (nickname: string): Markup => md`${nickname}を登録しました`,
  savedUse: '口座を入力する欄では、このニックネームが使えます。',
  renamed: (nickname: string): Markup => md`ニックネームを${nickname}に変更しました`,
  removed: (nickname: string): Markup => md`${nickname}を削除しました`,
  add: '送金先を登録',
  rename: '名前を変更',
  remove: '削除',
  nameNotShown: '名前は表示されません',
  check: {
    MATCH: '✅ **名前は口座の名義と一致しています。**',
    close: (name: Markup): Markup =>
      md`⚠️ **名前は似ていますが、同じではありません。** 口座の名義は${name}です。`,
    NO_MATCH:
      '⚠️ **名前が口座の名義と一致しません。** 確認する前に、相手の方に口座番号をもう一度お尋ねください。',
    UNAVAILABLE: 'この口座の名義は照合できません。',
    LIMIT: '名前は照合していません。照合できるのは1時間に10回までです。',
  },
  /** A button beside the one that sends money. */
  request: '送金依頼',
  menus: { send: '送金する', request: '送金を依頼する' },
};
