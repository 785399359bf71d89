/** `/setup`：コマンド、入力欄、選択肢、拒否、カード。 */
import type { ErrorData, SetupName } from '../../../bank/model/index.ts';
import { type Markup, md } from '../../text/markup.ts';
import { discord } from '../doctor/discord.ts';

export const setupCommands = {
  setup: { description: '銀行の初期設定：スタッフ用チャンネル、通貨、入金', title: '銀行の設定' },
};

export const setupFields = {
  staffChannel: {
    label: 'スタッフ用チャンネル',
    hint: 'このサーバーのチャンネル。空欄なら今のまま',
    example: '#staff',
  },
  logChannel: {
    label: '記録用チャンネル',
    hint: '取引ごとに1行。「-」でなし、空欄なら今のまま',
    example: '#staff-log',
  },
  currencyName: { label: '通貨', hint: '英大文字と数字で2〜6文字', example: 'GEM' },
  depositRule: {
    label: '入金',
    choices: { open: { label: 'すぐに記帳' }, approval: { label: '窓口係の承認後に記帳' } },
  },
};

export const setupOptions = {
  staffChannel: 'スタッフ用チャンネル',
  logChannel: '記録用チャンネル',
  currencyName: '通貨',
  depositRule: '入金',
};

type SetupCode = `SETUP_${'FORBIDDEN' | 'FIXED' | 'CHANNEL' | 'SERVER' | 'CURRENCY'}`;
export type SetupSentences = {
  readonly [C in SetupCode]: (data: ErrorData[C], nothing: string) => string;
};

const channels: Record<
  Exclude<ErrorData['SETUP_CHANNEL']['why'], 'PERMISSIONS'>,
  (nothing: string) => string
> = {
  UNKNOWN: (nothing) =>
    `そのチャンネルはこのサーバーにありません。${nothing}#スタッフ のように、表示どおりに入力してください。`,
  SEVERAL: (nothing) =>
    `同じ名前のチャンネルが複数あります。${nothing}代わりにチャンネルのリンクを貼ってください。`,
  KIND: (nothing) => `テキストチャンネルではありません。${nothing}別のチャンネルを選んでください。`,
  NO_SERVER: (nothing) =>
    `ボットがこのサーバーにいません。${nothing}コマンドと投稿の権限を付けて招待してください。`,
  AWAY: (nothing) => `Discord から応答がありません。${nothing}少し待ってもう一度お試しください。`,
};

const ownerOnly =
  '銀行を設定できるのは所有者だけです。Discord アプリの所有者か、BANK_OWNER_IDS のユーザーです。';

export const setupSentences: SetupSentences = {
  SETUP_FORBIDDEN: (_, nothing) => `${ownerOnly}${nothing}`,
  SETUP_FIXED: ({ setting }, nothing) =>
    `${setting} は銀行の環境で設定されており、そちらが優先されます。${nothing}運営者が環境から外せます。`,
  SETUP_CHANNEL: (data, nothing) => {
    if (data.why !== 'PERMISSIONS') return channels[data.why](nothing);
    const names = data.permissions.map((name) => discord.permissions[name]).join(', ');
    return `このチャンネルでボットの権限が足りません：${names}。${nothing}チャンネルの設定で権限を付け、*編集* を押してください。`;
  },
  SETUP_SERVER: ({ why }, nothing) =>
    why === 'DIRECT'
      ? `スタッフ用サーバーは、チャンネルを選んだサーバーになります。${nothing}そのサーバーで \`/setup\` を使ってください。`
      : `承認が必要な入金には、スタッフ用チャンネルが必要です。${nothing}チャンネルも選んでください。`,
  SETUP_CURRENCY: (_, nothing) => `今の通貨で記帳があるため、通貨名は変えられません。${nothing}`,
};

export const setupNames: Readonly<Record<SetupName, string>> = {
  DISCORD_STAFF_GUILD_ID: 'スタッフ用サーバー',
  DISCORD_STAFF_CHANNEL_ID: 'スタッフ用チャンネル',
  DISCORD_STAFF_LOG_CHANNEL_ID: '記録用チャンネル',
  BANK_CURRENCY: '通貨',
  DEPOSITS: '入金',
};

export const setup = {
  title: '銀行の設定',
  names: setupNames,
  notSet: '未設定',
  byOperator: '運営者が設定',
  intro: '変更には数秒かかります。銀行は新しい設定で開き直します。',
  saved: {
    title: '保存しました',
    sentence: '銀行が新しい設定で開き直します。開くとこのカードが変わります。',
  },
  opened: '銀行が再び開きました',
  unchanged: 'この設定はすでに使われています。',
  change: '変更',
  openAccount: '口座を開く',
  left: {
    title: '**残りの作業**',
    channel: 'スタッフ用チャンネルを選びます。スタッフのサーバーで `/setup` を使ってください。',
    account: (register: Markup): Markup => md`${register} でご自分の口座を開きます。`,
    managers: (grant: Markup, count: string): Markup =>
      md`スタッフ用サーバーで ${grant} を使い、管理者を2人任命します（現在 ${count} 人）。`,
    done: (register: Markup): Markup => md`設定は完了です。お客さまは ${register} から始めます。`,
  },
};
