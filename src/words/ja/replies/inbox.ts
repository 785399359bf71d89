/** The inbox, and what other replies say of it. */
import type { InboxState } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';

const states: Record<Exclude<InboxState, 'HELD'>, string> = {
  SENT: '送信済み',
  KEPT: '設定により受信箱のみ',
  CLOSED: '未送信：ダイレクトメッセージを受け取らない設定です',
  NO_SERVER: '未送信：銀行と共通のサーバーがありません',
  GONE: '未送信：Discordで見つかりませんでした',
  FAILED: '未送信：Discordが受け付けませんでした',
  UNSURE: '届いていない可能性があります',
  WAITING: '送信中',
};

export const inbox = {
  title: '受信箱',
  unread: (count: number): string => `新着${count}件`,
  empty: '通知はまだありません。',
  emptyPage: 'このページには何もありません。',
  states,
  heldUntil: (at: Markup): Markup => md`${at} に届きます`,
  gone: { title: '通知', sentence: 'この通知の内容は表示できなくなりました。' },
  missing: {
    title: 'この通知は受信箱にありません',
    sentence: '90日を過ぎたか、別の口座の通知です。',
  },
  kept: '通知は90日間残ります。',
  open: '通知を開く',
  buttons: { allRead: 'すべて既読にする', settings: '通知の設定' },
  /** Below the next reply, once. */
  news: (count: number): string => `新しい通知が${count}件あります`,
  /** Below a message that may have been sent twice. */
  repeated: 'このメッセージは、すでに届いている可能性があります。',
};
