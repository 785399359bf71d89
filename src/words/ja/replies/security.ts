/** Lock, authenticator app and recovery codes. */
import { type Markup, md } from '../../text/markup.ts';

export const security = {
  place: {
    directMessages: 'ダイレクトメッセージ',
    server: (channel: Markup): Markup => md`サーバーの ${channel}`,
  },
  lock: {
    question: '口座をロックしますか？',
    sentence:
      'ログアウトし、口座から出金・送金できなくなります。解除にはパスワードとコード、' +
      'または担当者の手続きが必要です。',
    done: '口座をロックしました',
    wasLocked: '口座はすでにロックされています',
    effect: 'ログインと、口座からの出金・送金はできません。お金の受け取りはできます。',
    unlockByMail:
      '解除するには `/login` でログインしてください。メールでコードを送ります。回復コードも使えます。',
    unlockByCode: '解除には、パスワードと回復コードが必要です。',
  },
  unlock: {
    done: {
      title: '口座のロックを解除しました',
      sentence:
        '`/login` でログインしてください。パスワードをほかの人に知られたおそれがあれば、' +
        '`/profile password` で変更してください。',
    },
    wasNotLocked: {
      title: '口座はロックされていません',
      sentence: 'コードは使われていません。`/login` でログインしてください。',
    },
  },
  overview: {
    title: 'セキュリティ',
    appOn:
      '**認証アプリ**：有効。ご本人確認では、パスワードではなく、アプリのコードか回復コードを入力します。',
    appOff:
      '**認証アプリ**：無効。ご本人確認にはパスワードを使います。' +
      'コードが一度しか使えない認証アプリのほうが安全です。',
    recoveryCodes:
      '**回復コード**は、パスワードを忘れたときのログインや、' +
      '認証アプリの入ったスマートフォンをなくしたときの本人確認に使えます。それぞれ一度だけ有効です。',
  },
  app: {
    /** These two precede `します`. */
    setUpIntent: '認証アプリを設定',
    turnOffIntent: '認証アプリを解除',
    begun: {
      title: '認証アプリの設定',
      sentence: '認証アプリでこのコードを読み取るか、キーを入力してください。',
      picture: '認証アプリ用のQRコード',
      key: (key: Markup): Markup => md`キー ${key}`,
      note: '次に、アプリに表示されるコードを入力すると完了です。キーは人に見せないでください。',
    },
    enabled: {
      title: '認証アプリを設定しました',
      sentence:
        '今後のご本人確認では、パスワードの代わりにアプリのコードを入力してください。' +
        'コードはそれぞれ一度だけ使えます。' +
        'スマートフォンをなくしたときは、**回復コード**でアプリの解除などができます。',
    },
    disabled: {
      title: '認証アプリを解除しました',
      sentence: 'ご本人確認には、またパスワードを使います。',
    },
  },
};
