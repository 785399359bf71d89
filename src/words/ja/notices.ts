/** Notices of what has happened. Cards and mails share the plain texts. */
import type { ActorRole, ProfileField } from '../../bank/model/index.ts';
import { type Markup, md } from '../text/markup.ts';
import { detailNames } from './common/shared.ts';
import { accountEvents } from './common/own-accounts.ts';
import { limitEvents } from './common/limits.ts';
import { potEvents } from './common/pots.ts';
import { plainNotices } from './plain-notices.ts';
import { passkeyEvents } from './refusals/passkeys.ts';

interface Event {
  readonly title: string;
  readonly sentence: (changed: readonly ProfileField[]) => string;
}
const event = (title: string, ...sentences: readonly string[]): Event => ({
  title,
  sentence: () => sentences.join(''),
});
const security = {
  PASSWORD_CHANGED: event('パスワードの変更', '口座のパスワードが変更されました。'),
  PASSWORD_RECOVERED: event(
    'パスワードの再設定',
    'コードを使ってパスワードが再設定され、すべての場所でログアウトしました。',
    '24時間は、出金・送金の限度額が低くなります。',
  ),
  RECOVERY_CODES_RENEWED: event(
    '新しい回復コード',
    '口座の回復コードが再発行されました。以前の回復コードは使えません。',
  ),
  RECOVERY_CODE_USED: event(
    '回復コードの使用',
    'ご本人確認に、口座の回復コードが使われました。このコードはもう使えません。',
  ),
  PROFILE_CHANGED: {
    title: '登録情報の変更',
    sentence: (changed: readonly ProfileField[]): string =>
      `登録情報が変更されました：${changed.map((field) => detailNames[field]).join('、')}`,
  },
  EMAIL_CHANGE_ASKED: event(
    '新しいメールアドレスの入力',
    '口座に新しいメールアドレスが入力されました。',
    '届いたコードが入力されると、新しいアドレスに切り替わります。',
  ),
  EMAIL_CHANGED: event('メールアドレスの変更', '口座のメールアドレスが変更されました。'),
  ACCOUNT_LOCKED: event(
    '口座のロック',
    '口座がロックされました。ログインと、口座からの出金・送金はできません。',
  ),
  ACCOUNT_UNLOCKED: event('口座のロック解除', '口座のロックが解除されました。'),
  ACCOUNT_FROZEN: event(
    '口座の凍結',
    '担当者が口座を凍結したため、出金・送金はできません。担当者にお問い合わせください。',
    'だれがなぜ行ったかは `/account access-log` で確認できます。',
  ),
  ACCOUNT_UNFROZEN: event('口座の凍結解除', '口座から、また出金・送金ができます。'),
  ACCOUNT_RELINKED: event(
    '別のDiscordユーザーへの口座移行',
    '担当者がこの口座を別のDiscordユーザーに移しました。すべてのログインは終了しました。',
    'パスワードは変わっていません。心当たりがない場合は、すぐに担当者にご連絡ください。',
  ),
  OWN_ACCOUNT_OPENED: event(...accountEvents.OWN_ACCOUNT_OPENED),
  MAIN_ACCOUNT_CHANGED: event(...accountEvents.MAIN_ACCOUNT_CHANGED),
  OWN_ACCOUNT_CLOSED: event(...accountEvents.OWN_ACCOUNT_CLOSED),
  POT_RELEASE_ASKED: event(...potEvents.POT_RELEASE_ASKED),
  OWN_LIMIT_CHANGED: event(...limitEvents.OWN_LIMIT_CHANGED),
  TOTP_ENABLED: event(
    '認証アプリの設定',
    '今後のご本人確認には、認証アプリのコードを入力してください。',
    'パスワードでの本人確認はできなくなりました。',
  ),
  PASSKEY_ADDED: event(...passkeyEvents.PASSKEY_ADDED),
  PASSKEY_REMOVED: event(...passkeyEvents.PASSKEY_REMOVED),
  PASSKEY_CLONED: event(...passkeyEvents.PASSKEY_CLONED),
  TOTP_DISABLED: event(
    '認証アプリの解除',
    '認証アプリが解除されました。ご本人確認には、またパスワードを使います。',
  ),
  NOTICES_LOWERED: event(
    '出金や送金先の通知が減りました',
    '通知の設定が変更され、出金や新しい送金先の通知が少なくなりました。',
    '設定は `/notices` で確認できます。',
  ),
};

const noReason = '記載なし';
const acts = {
  COUNTER_DEPOSIT: { what: '窓口での入金', reason: noReason },
  COUNTER_WITHDRAWAL: { what: '窓口での出金', reason: noReason },
  DEPOSIT_APPROVED: { what: '入金', reason: 'あなたが申請した入金です' },
  ADJUST_BOOKED: { what: '残高の調整', reason: noReason },
  ADJUST_APPROVED: { what: '残高の調整', reason: noReason },
  REVERSE_BOOKED: { what: '取引の取消', reason: noReason },
  REVERSE_APPROVED: { what: '取引の取消', reason: noReason },
};
const actors: Record<ActorRole, string> = {
  TELLER: '窓口担当',
  MANAGER: '管理者',
  AUDITOR: '監査担当',
  OWNER: '銀行のオーナー',
};

/** The facts in a notice of money moved by staff, besides the amount. */
interface Moved {
  readonly act: keyof typeof acts;
  readonly role: ActorRole | null;
  readonly reason: string | null;
  readonly numberTail: string;
  readonly reference: string;
}
type Fact = readonly [label: string, value: string];
/** Labels and values. Values that staff typed are not escaped yet. */
const facts = (moved: Moved): Record<'what' | 'by' | 'reason' | 'account' | 'reference', Fact> => ({
  what: ['内容', acts[moved.act].what],
  by: ['担当', moved.role === null ? '銀行の担当者' : actors[moved.role]],
  reason: ['理由', moved.reason ?? acts[moved.act].reason],
  account: ['口座', `…${moved.numberTail}`],
  reference: ['参照番号', moved.reference],
});

export const notices = {
  securityTitle: (of: keyof typeof security): string => security[of].title,
  /** Without place and time, which mail and Discord format differently. */
  securitySentence: (of: keyof typeof security, changed: readonly ProfileField[]): string =>
    security[of].sentence(changed),
  moved: {
    title: (direction: 'in' | 'out', amount: string): string =>
      direction === 'in'
        ? `担当者が口座に ${amount} を入金しました`
        : `担当者が口座から ${amount} を引き落としました`,
    facts,
    note: (bankName: string, at: Markup): Markup =>
      md`${bankName} · ${at} · だれが行ったかは \`/account access-log\` で確認できます`,
  },
  login: {
    title: '新しい場所からのログイン',
    sentence: (bankName: string, place: Markup): Markup =>
      md`これまでと違う場所（${place}）から、${bankName}のあなたの口座にログインがありました。`,
  },
  /** The customer's own account. */
  ownAccount: (numberTail: Markup): Markup => md`あなたの口座 ${numberTail}`,
  payments: {
    received: (amount: string): string => `${amount} を受け取りました`,
    sent: (amount: string): string => `口座から ${amount} が支払われました`,
    inSeveral: (title: string, count: number): string => `${title}（${count}件）`,
    from: (amount: Markup, party: Markup): Markup => md`${party} から ${amount}`,
    to: (amount: Markup, party: Markup): Markup => md`${party} へ ${amount}`,
    note: (bankName: string): Markup => md`${bankName} · \`/history\` で確認できます`,
  },
  plain: plainNotices,
};
