/** Refusals and notices of passkeys. */
import type { ErrorCode, ErrorData } from '../../../bank/model/index.ts';

export const passkeySentences = {
  PASSKEY_WRONG: (_, nothing) =>
    `このパスキーは受け付けられませんでした。${nothing}もう一度試すか、パスワードまたはコードを使ってください。`,
  PASSKEY_CLONED: (_, nothing) =>
    `このパスキーのカウンターが低すぎます。複製されている可能性があります。${nothing}\`/security\` で削除し、新しく作成してください。`,
  PASSKEY_MISSING: (_, nothing) => `このパスキーはすでに削除されています。${nothing}`,
  PASSKEYS_TOO_MANY: ({ max }, nothing) =>
    `パスキーは${max}個まで登録できます。${nothing}先に1つ削除してください。`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** Title, then sentences. */
export const passkeyEvents = {
  PASSKEY_ADDED: [
    'パスキーの追加',
    '口座にパスキーが追加されました。ログインと支払いの承認に使えます。',
  ],
  PASSKEY_REMOVED: ['パスキーの削除', '口座のパスキーが削除されました。今後は使えません。'],
  PASSKEY_CLONED: [
    'パスキーの拒否',
    'カウンターが進んでいないため、口座のパスキーが拒否されました。複製されている可能性があります。',
    '`/security` で削除してください。',
  ],
} as const;
