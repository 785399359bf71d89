/** Several accounts of one customer: commands, fields, refusals, notices and cards. */
import type { AccountType, ErrorCode, ErrorData } from '../../../bank/model/index.ts';
import { formatAmount } from '../../text/amount.ts';
import type { CommandText, FieldText } from '../../text/shapes.ts';
import { pots, potSentences } from './pots.ts';
import { shared, sharedSentences } from '../shared/index.ts';

export const accountCommands = {
  'account open': {
    description: '別の番号を持つ口座をもう一つ開設します',
    title: '口座をもう一つ開設',
  },
  'account list': { description: 'すべての口座を確認します' },
  'account rename': { description: '口座に名前を付けます', title: '口座の名前' },
  'account main': {
    description: 'メンバーとしてのあなたへの入金を受け取る口座を選びます',
    title: 'メイン口座を選ぶ',
  },
  'account close': { description: '口座の一つを解約します', title: '口座の解約' },
} satisfies Record<string, CommandText>;

const named = '口座の名前、番号、または末尾4桁';

export const accountFields = {
  fromAccount: { label: '出金する口座', hint: named },
  intoAccount: { label: '入金する口座', hint: named },
  ownAccount: { label: '口座', hint: named },
  accountType: {
    label: '種類',
    choices: {
      CURRENT: { label: '普通口座', hint: '日々のお支払い用' },
      SAVINGS: { label: '貯蓄口座', hint: '取り分けておくお金用' },
    },
  },
  accountName: {
    label: '名前',
    hint: '文字と数字で32文字まで。ご本人だけに表示されます。',
    example: '旅行',
  },
} satisfies Record<string, FieldText>;

/** Names of options in Discord's list, by their field. */
export const accountOptions = {
  fromAccount: '出金口座',
  intoAccount: '入金口座',
  ownAccount: '口座',
  accountType: '口座の種類',
  accountName: '名前',
};

const uses: Record<ErrorData['ACCOUNT_IN_USE']['by'], string> = {
  ORDER: 'この口座は定期送金に使われています。先に `/schedule cancel` で取り消してください。',
  REQUEST:
    'この口座は、まだ支払い可能な請求に使われています。先に `/request cancel` で取り消してください。',
  DEPOSIT: 'この口座への入金が窓口係の承認を待っています。承認の結果が出てから解約してください。',
  POT: 'この口座の貯金箱がまだ開いています。先にお金を出し、`/pot close` で閉じてください。',
  MEMBER_ORDER:
    'メンバーの定期送金がこの口座から支払われています。そのメンバーが `/schedule cancel` で' +
    '取り消せます。メンバーを外したときにも終わります。',
};

export const accountSentences = {
  ...potSentences,
  ...sharedSentences,
  ACCOUNT_UNKNOWN: (_, nothing) =>
    `該当する口座がないか、複数あります。${nothing}一覧から選んでください。`,
  ACCOUNTS_TOO_MANY: ({ max, counted }, nothing) =>
    counted === 'OPEN'
      ? `開設中の口座は${max}件までです。${nothing}先に一つ解約してください。`
      : `解約済みを含めて${max}件の口座を開設したため、これ以上開設できません。${nothing}`,
  ACCOUNT_NAME_TAKEN: (_, nothing) =>
    `同じ名前の口座がすでにあります。${nothing}別の名前にしてください。`,
  ACCOUNT_IS_MAIN: ({ isOnly }, nothing) =>
    isOnly
      ? `これが唯一の口座です。${nothing}お取引の終了は \`/privacy erase\` で行えます。`
      : `これはメイン口座です。${nothing}先に \`/account main\` で別のメイン口座を選んでください。`,
  ACCOUNT_NOT_EMPTY: ({ why, balance: { units, currency } }, nothing) =>
    why === 'HELD'
      ? `この口座では支払いのためのお金が確保されています。${nothing}完了後に解約してください。`
      : `この口座にはまだ ${formatAmount(units, currency)} あります。${nothing}先に別の口座へ移してください。`,
  ACCOUNT_IN_USE: ({ by }, nothing) => `${uses[by]} ${nothing}`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

export const accountReasons = {
  OWN_ACCOUNT_SHAPE: () => 'ご自分の口座を、名前、番号、または末尾4桁で入力してください。',
};

/** Titles and sentences of notices. */
export const accountEvents = {
  OWN_ACCOUNT_OPENED: [
    '新しい口座の開設',
    'あなたの名義で口座がもう一つ開設されました。`/account list` で確認できます。',
  ],
  MAIN_ACCOUNT_CHANGED: [
    'メイン口座の変更',
    'メンバーとしてのあなたへの入金は、別の口座に届くようになりました。`/account list` で確認できます。',
  ],
  OWN_ACCOUNT_CLOSED: [
    '口座の解約',
    'あなたの口座の一つが解約されました。明細は取引明細書に残ります。',
  ],
} as const;

/** Labels in the audit trail. */
export const accountAudits = {
  OWN_ACCOUNT_OPENED: '口座の追加開設',
  OWN_ACCOUNT_RENAMED: '口座名の変更',
  MAIN_ACCOUNT_CHANGED: 'メイン口座の変更',
  OWN_ACCOUNT_CLOSED: '名義人による口座の解約',
};

const types: Record<AccountType, string> = {
  POT: pots.type,
  SHARED: shared.type,
  CURRENT: '普通口座',
  SAVINGS: '貯蓄口座',
};

export const ownAccounts = {
  types,
  main: 'メイン口座',
  total: '全口座の合計',
  type: '種類',
  name: '名前',
  list: { title: 'あなたの口座', closed: '解約済み' },
  open: {
    question: '口座をもう一つ開設しますか？',
    note: '専用の番号が付きます。限度額は、これまでどおり全口座の合計に適用されます。',
    done: '口座を開設しました',
  },
  renamed: '口座の名前を変更しました',
  makeMain: {
    question: 'この口座をメイン口座にしますか？',
    note: 'メンバーとしてのあなたへの入金はこの口座に届きます。ほかの口座を指定しない場合は、この口座から出金されます。',
    done: 'メイン口座を変更しました',
  },
  close: {
    question: 'この口座を解約しますか？',
    note: '再び開設することはできません。明細は取引明細書に残ります。',
    confirm: '口座を解約する',
    done: '口座を解約しました',
  },
  buttons: {
    open: '口座をもう一つ開設',
    rename: '名前を変更',
    main: 'メイン口座',
    close: '解約',
    list: 'あなたの口座',
  },
  /** Above a list of the customer's accounts, on a card. */
  choose: { from: '別の口座から支払う', into: '別の口座を使う', history: '別の口座を表示' },
};
