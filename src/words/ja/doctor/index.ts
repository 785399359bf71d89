/** What the doctor finds, one line for each check, and what to do about it. */
import { discord } from './discord.ts';
import { page } from './page.ts';

const gate = {
  version: {
    says: 'データベースサーバーが古すぎます。',
    advice: 'MariaDB 10.6 または MySQL 8.0 以降をインストールしてください。',
  },
  flush: {
    says: '停電のとき、データベースは直前 1 秒間のデータを失うことがあります。',
    advice: 'サーバーで innodb_flush_log_at_trx_commit = 1 を設定してください。',
  },
  redo: {
    says: 'redo ログが無効のため、障害のときデータベースは全データを失うことがあります。',
    advice: '次を実行してください：ALTER INSTANCE ENABLE INNODB REDO_LOG',
  },
  binlog: {
    says: 'データベースはコミットのたびにバイナリログをディスクへ書き込んでいません。',
    advice: 'サーバーで sync_binlog = 1 を設定してください。',
  },
  strict: {
    says: '銀行が要求したにもかかわらず、データベースが厳格な SQL モードではありません。',
    advice: '銀行とデータベースの間で設定を戻しているプロキシがないか確認してください。',
  },
  clock: {
    says: 'このマシンとデータベースの時計が 5 秒以上ずれています。',
    advice: '両方の時計を同期してください。',
  },
};

const database = {
  well: (version: string, size: string) => `データベースは応答しています：${version}、${size}。`,
  unreachable: (why: string) => ({
    says: why,
    advice: 'データベースサーバーを起動するか、DATABASE_URL を直してください。',
  }),
  rights: {
    well: '銀行のデータベースユーザーは記帳済みの取引を変更できません。',
    excess: {
      says: '銀行のデータベースユーザーが記帳済みの取引を変更できてしまいます。',
      advice: 'docs/operations.md のとおりに権限を制限してください。',
    },
  },
  migrations: {
    well: (count: number) => `${count} 件のマイグレーションはすべて適用済みです。`,
    open: (count: number) => ({
      says: `${count} 件のマイグレーションが未適用です。`,
      advice: '銀行を起動すると適用されます。',
    }),
    unfit: (why: string) => ({
      says: why,
      advice:
        'このデータベースで最後に使ったバージョンか、それより新しい Passbook を実行してください。',
    }),
  },
  durable: 'データベースは確定したデータを停電後も保持します。',
  gate,
};

const machine = {
  node: {
    well: (version: string) => `Node ${version} で Passbook を実行できます。`,
    old: (version: string, oldest: string) => ({
      says: `Node ${version} は古すぎます。`,
      advice: `Node ${oldest} 以降をインストールしてください。`,
    }),
  },
  disk: {
    well: (free: string) => `データフォルダーのディスクの空き容量は ${free} です。`,
    low: (free: string) => ({
      says: `データフォルダーのディスクの空き容量が ${free} しかありません。`,
      advice: '満杯になると銀行は支払いを断ります。その前に空き容量を増やしてください。',
    }),
  },
  settings: {
    well: 'すべての設定は有効です。',
    wrong: (line: string) => ({
      says: line,
      advice: '.env か環境変数で直してください。',
    }),
  },
};

const secrets = {
  well: '秘密鍵はこのデータベースのものです。',
  none: {
    says: '秘密鍵はまだありません。',
    advice: '銀行を一度起動すると作成されます。その後 secrets.json の写しを保管してください。',
  },
  missing: {
    says: 'このデータベースの秘密鍵がありません。お客様は誰もログインできません。',
    advice:
      'secrets.json をデータフォルダーに戻すか、PASSWORD_PEPPER と PII_KEY を設定してください。',
  },
  damaged: (why: string) => ({
    says: why,
    advice: '保管しておいた secrets.json の写しをデータフォルダーに戻してください。',
  }),
  other: {
    says: '秘密鍵は別のデータベースのものです。お客様は誰もログインできません。',
    advice: 'このデータベースと一緒に保管した secrets.json を使ってください。',
  },
};

const books = {
  halt: {
    well: '支払いを受け付けています。',
    stopped: (when: string) => ({
      says: `帳簿が正しくないため、${when} から支払いを停止しています。`,
      advice:
        'npm run verify-ledger を実行し、docs/operations.md の「Checking the books」を読んでください。',
    }),
  },
  verified: {
    well: (when: string) => `帳簿は ${when} に検証され、正しいことが確認されました。`,
    wrong: (when: string) => ({
      says: `帳簿は ${when} に検証され、正しくありませんでした。`,
      advice:
        'npm run verify-ledger を実行し、docs/operations.md の「Checking the books」を読んでください。',
    }),
    never: {
      says: 'このデータフォルダーから帳簿を検証したことがありません。',
      advice: 'npm run verify-ledger を実行してください。',
    },
    old: (when: string) => ({
      says: `帳簿が最後に検証されたのは ${when} です。`,
      advice: '毎週 npm run verify-ledger を実行してください。',
    }),
  },
  stuck: {
    well: '止まっているジョブや確認はありません。',
    some: (count: number) => ({
      says: `${count} 件の処理が止まっています。`,
      advice: 'マネージャーが /staff stuck list で判断します。',
    }),
  },
  backup: {
    well: (when: string) => `最新のバックアップは ${when} のもので、読み取れます。`,
    none: {
      says: 'データフォルダーにバックアップがありません。',
      advice: 'npm run backup を実行してください。以後は自動で作成されます（BACKUP_EVERY_HOURS）。',
    },
    old: (when: string) => ({
      says: `最新のバックアップは ${when} のものです。`,
      advice: 'npm run backup を実行し、BACKUP_EVERY_HOURS を確認してください。',
    }),
    unreadable: (why: string) => ({
      says: `最新のバックアップは使えません：${why}`,
      advice: 'npm run backup を実行し、ディスクを点検してください。',
    }),
  },
  copy: {
    well: (when: string) => `バックアップの複製は ${when} のもので、読み込めます。`,
    none: {
      says: 'BACKUP_TO のフォルダーにバックアップがありません。',
      advice: '銀行が書き込めるか確認してください。',
    },
    old: (when: string) => ({
      says: `バックアップの最後の複製は ${when} のものです。`,
      advice: 'BACKUP_TO のフォルダーとディスクを確認してください。',
    }),
    unreadable: (why: string) => ({
      says: `バックアップの最後の複製は使えません：${why}`,
      advice: 'BACKUP_TO のフォルダーのディスクを確認してください。',
    }),
  },
  drill: {
    well: (when: string) => `${when} にバックアップを試しに復元し、帳簿は正常でした。`,
    never: {
      says: 'バックアップの復元を試したことがありません。',
      advice: 'npm run drill を実行するか、RESTORE_CHECK_DAYS を設定してください。',
    },
    old: (when: string) => ({
      says: `最後にバックアップを試しに復元したのは ${when} です。`,
      advice: 'npm run drill を実行してください。',
    }),
    wrong: (file: string) => ({
      says: `バックアップ ${file} の帳簿が正しくありません。`,
      advice: 'npm run drill で原因を確認し、以前のバックアップを残してください。',
    }),
    refused: {
      says: '復元を試すためのスキーマを作成する権限がありません。',
      advice: 'npm run drill を実行すると、データベースユーザーに必要な権限が表示されます。',
    },
  },
};

const mail = {
  well: (server: string) => `メールサーバー ${server} は銀行のメールを受け付けます。`,
  none: {
    says: 'メールサーバーが未設定です。銀行はメールを送らず、お客様はメールでパスワードを回復できません。',
    advice: 'SMTP_URL を設定してください。',
  },
  refused: (server: string, code: string) => ({
    says: `メールサーバー ${server} が銀行のメールを受け付けません（${code}）。`,
    advice: 'SMTP_URL を直すか、メールサーバーの管理者に問い合わせてください。',
  }),
};

export const doctor = {
  title: '銀行の状態',
  summary: (counts: { readonly ok: number; readonly warning: number; readonly error: number }) =>
    `正常 ${counts.ok} 件、警告 ${counts.warning} 件、エラー ${counts.error} 件。`,
  levels: { ok: '正常', warning: '警告', error: 'エラー' },
  failed: (check: string, why: string) => ({
    says: `確認 ${check} を実行できませんでした：${why}`,
    advice: 'ログを確認し、続く場合は報告してください。',
  }),
  machine,
  secrets,
  database,
  books,
  mail,
  page,
  discord,
};
