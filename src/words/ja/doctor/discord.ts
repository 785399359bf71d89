/** What the doctor finds on Discord. */

export const discord = {
  sandbox: 'Discord のトークンが未設定です。銀行はサンドボックスで動きます。',
  login: {
    well: (name: string) => `Discord でのボットの名前は ${name} です。`,
    refused: {
      says: 'Discord がトークンを受け付けません。',
      advice: '開発者ポータルから新しいトークンを DISCORD_TOKEN に設定してください。',
    },
    unreachable: (code: string) => ({
      says: `Discord が応答しません（${code}）。`,
      advice: 'ネットワークと、設定していれば DISCORD_API_URL を確認してください。',
    }),
  },
  servers: {
    well: (count: number) => `ボットは ${count} 個のサーバーにいます。`,
    none: (invite: string) => ({
      says: 'ボットはどのサーバーにもいません。',
      advice: `招待してください：${invite}`,
    }),
  },
  commands: {
    well: 'すべてのコマンドが登録されています。',
    differ: {
      says: 'Discord のコマンド一覧が、このバージョンの Passbook と異なります。',
      advice: '銀行を起動すると登録されます。',
    },
  },
  staffServer: {
    well: (name: string) => `ボットはスタッフサーバー ${name} にいます。`,
    none: {
      says: 'スタッフサーバーが未設定のため、スタッフ用コマンドがありません。',
      advice: 'Discord で /setup を使うか、DISCORD_STAFF_GUILD_ID を設定してください。',
    },
    absent: (invite: string) => ({
      says: 'ボットがスタッフサーバーにいません。',
      advice: `DISCORD_STAFF_GUILD_ID を直すか、ボットを招待してください：${invite}`,
    }),
  },
  channel: {
    well: (name: string) => `ボットは #${name} に書き込めます。`,
    none: (setting: string) => ({
      says: `${setting} が未設定のため、カードや記録が送られません。`,
      advice: `Discord で /setup を使うか、${setting} にスタッフサーバーのチャンネルを設定してください。`,
    }),
    absent: (setting: string) => ({
      says: `ボットから ${setting} のチャンネルが見えません。`,
      advice: '設定を直すか、ボットに「チャンネルを見る」権限を与えてください。',
    }),
    elsewhere: (setting: string, name: string) => ({
      says: `${setting} のチャンネル #${name} はスタッフサーバーにありません。`,
      advice: 'カードはスタッフ専用です。スタッフサーバーのチャンネルを選んでください。',
    }),
    mayNot: (name: string, permissions: string) => ({
      says: `ボットに #${name} での権限が足りません：${permissions}。`,
      advice: 'チャンネル設定でボットのロールに与えてください。',
    }),
  },
  permissions: { ViewChannel: 'チャンネルを見る', SendMessages: 'メッセージを送信' },
  members: {
    well: 'ボットはロールのメンバーを読み取れます。',
    none: {
      says: 'ボットがロールのメンバーを読み取れないため、請求でロールを指定できません。',
      advice: '開発者ポータルで「Server Members Intent」を有効にしてください。',
    },
  },
};
