/** Labels, hints and examples of form fields, by the use of the field. */
import { type TransactionKind, transactionKinds } from '../../bank/model/index.ts';
import type { ChoiceText, FieldText } from '../text/shapes.ts';
import { moneyKinds } from './common/money-kinds.ts';
import { accountFields } from './common/own-accounts.ts';
import { settingFields } from './common/setting-fields.ts';
import { potFields } from './common/pots.ts';
import { sharedFields } from './shared/index.ts';
import { orderFields } from './orders/forms.ts';
import { noticeSettings } from './replies/notice-settings.ts';
import { requestFields } from './requests.ts';

const bankPassword =
  'この**銀行**のパスワードです。*Discordのパスワードは入力しないでください*。' +
  '入力した文字は画面に表示されます。';
const goodPassword = '10文字以上。単語をいくつか組み合わせると安全です。';
const day = { hint: 'YYYY-MM-DD（年-月-日）', example: '2026-01-31' };
const oneTimeCode = { label: 'コード', example: 'ABCD-EFGH-JKMN-P' };

const kindChoices = Object.fromEntries(
  transactionKinds.map((kind) => [kind, { label: moneyKinds[kind].one }]),
) as Record<TransactionKind, ChoiceText>;

const labelled = <Name extends string>(labels: Readonly<Record<Name, string>>) =>
  Object.fromEntries(
    Object.entries<string>(labels).map(([name, label]) => [name, { label }]),
  ) as Record<Name, ChoiceText>;

const money = {
  amount: {
    label: '金額',
    hint: '12、12.50、1.5k、半分、全額',
    example: '12.50',
  },
  /** Without `half` and `all`. */
  exactAmount: { label: '金額', hint: '12、12.50、1.5k', example: '12.50' },
  accountNumber: { label: '口座番号', hint: '数字10桁' },
  toAccount: {
    label: '送金先の口座番号',
    name: '口座番号',
    hint: '口座番号、ニックネーム、または返す送金の参照番号',
  },
  toMember: { label: 'または送金先のメンバー', name: 'メンバー' },
  nickname: {
    label: 'ニックネーム',
    hint: '文字と数字で32文字まで。ほかの人には見えません',
    example: '大家さん',
  },
  newNickname: {
    label: '新しいニックネーム',
    hint: '文字と数字で32文字まで。ほかの人には見えません',
    example: '大家さん',
  },
  savedNickname: { label: '登録した送金先', hint: 'ニックネーム' },
  payeeAccount: { label: '口座', hint: '口座番号、または送金したことのある相手' },
  payeeMember: { label: 'またはメンバー', name: 'メンバー' },
  payMember: { label: '送金先のメンバー', name: 'メンバー' },
  payeeName: { label: '受取人の名前', hint: '口座の名義と照合します。空欄でもかまいません' },
  memo: { label: 'メモ', hint: '相手にも表示されます' },
  transactionKinds: {
    label: '表示する取引',
    name: '取引の種類',
    choices: kindChoices,
  },
  days: { label: '日数', hint: '最近の日数（例：7、30、365）' },
  direction: {
    label: '受け取り・支払い',
    choices: { in: { label: '受け取り' }, out: { label: '支払い' } },
  },
  month: { label: '月', hint: '2026-03 または 3月', example: '2026-03' },
  statementFormats: {
    label: '形式',
    choices: {
      pdf: { label: 'PDF' },
      csv: { label: '表計算（CSV）' },
      hledger: { label: '会計：hledger・Ledger' },
      beancount: { label: '会計：Beancount' },
      ofx: { label: '家計・会計アプリ（OFX）' },
      camt: { label: '銀行（camt.053）' },
    },
  },
  receiptCode: {
    label: '領収書のコードまたは全文',
    name: 'コード',
    hint: '領収書のコード、またはその全文',
  },
  pastMoment: { label: '日時', hint: '2026-03-01、または2026-03-01 14:30', example: '2026-03-01' },
  fromDate: { label: '開始日', name: '開始日', ...day },
  toDate: { label: '終了日', name: '終了日', ...day },
  counterparty: {
    label: '相手',
    hint: '名前の一部、または口座番号の下の桁',
  },
  sentence: { label: '質問または依頼', example: 'ベンに5送って' },
  memoText: { label: '文字', hint: 'メモの一部' },
  amountRange: { label: '金額', hint: '12、「12以上」、「50以下」、12–50' },
} satisfies Record<string, FieldText>;

const person = {
  fullName: { label: '氏名', example: '山田 花子' },
  email: { label: 'メールアドレス', example: 'hanako@example.com' },
  phone: { label: '電話番号', hint: '＋と国番号から', example: '+81 90 1234 5678' },
  dateOfBirth: { label: '生年月日', hint: 'YYYY-MM-DD（年-月-日）', example: '1990-12-31' },
  gender: {
    label: '性別',
    choices: {
      female: { label: '女性' },
      male: { label: '男性' },
      other: { label: 'その他' },
      undisclosed: { label: '答えない' },
    },
  },
  noticeKinds: { label: '対象', choices: labelled(noticeSettings.categories) },
  noticeWay: { label: '方法', choices: labelled(noticeSettings.ways) },
  noticeThreshold: {
    label: 'この金額から送る',
    hint: '少ない支払いは受信箱のみ。「なし」ならすべて送ります',
    example: '5',
  },
  quietHours: {
    label: '通知を止める時間',
    hint: '始まりと終わり。「なし」なら止めません',
    example: '22:00-07:00',
  },
  timeZone: { label: 'タイムゾーン', hint: '都市または地域', example: 'Asia/Tokyo' },
  /** Each language by its own name. */
  language: {
    label: '言語',
    choices: {
      discord: { label: 'Discordと同じ' },
      en: { label: 'English' },
      de: { label: 'Deutsch' },
      fr: { label: 'Français' },
      es: { label: 'Español' },
      ja: { label: '日本語' },
    },
  },
  terms: {
    label: '規約に同意します',
    name: '規約',
    hint: '銀行はサービスのためにこの情報を保管します。この銀行の通貨は法定通貨ではありません。',
    refusal: '口座を開設するには、規約に同意してチェックを入れてください。',
  },
  erasure: {
    label: '取り消せないことを理解しました',
    name: 'データの消去',
    hint: '口座の残高がゼロである必要があります',
    refusal: 'データを消去するには、チェックを入れてください。',
  },
} satisfies Record<string, FieldText>;

const secrets = {
  password: { label: 'パスワード', notice: bankPassword },
  firstPassword: { label: 'パスワード', hint: goodPassword, notice: bankPassword },
  firstPasswordAgain: {
    label: 'パスワード（確認）',
    name: 'パスワード（確認）',
    notice: bankPassword,
  },
  newPassword: { label: '新しいパスワード', hint: goodPassword, notice: bankPassword },
  newPasswordAgain: {
    label: '新しいパスワード（確認）',
    name: '新しいパスワード（確認）',
    notice: bankPassword,
  },
  currentPassword: { label: '現在のパスワード', notice: bankPassword },
  /** Replaces the password as a proof, for customers with an authenticator app. */
  appProof: {
    label: 'コード',
    hint: '認証アプリのコード、または回復コード',
    notice:
      '認証アプリの6桁のコード、または回復コードを入力してください。回復コードは一度しか使えません。' +
      'ここではパスワードは使えません。',
  },
  passkeyName: { label: 'パスキーの名前', example: '自分のスマートフォン' },
  appCode: { label: 'コード', hint: '認証アプリに今表示されている6桁', example: '123456' },
  emailCode: { ...oneTimeCode, hint: '新しいアドレスに届いたメールのコード' },
  recoveryCode: { ...oneTimeCode, hint: '届いたメールのコード、または回復コード' },
  unlockCode: { ...oneTimeCode, hint: 'ログイン後に届いたメールのコード、または回復コード' },
} satisfies Record<string, FieldText>;

const staff = {
  reason: { label: '理由', hint: '顧客も読むことができます' },
  roleReason: { label: '理由', hint: '本人も読むことができます' },
  termsReason: { label: '理由', hint: 'ほかのスタッフだけが読むことができます' },
  reference: {
    label: '参照番号',
    hint: '取引の控えまたは履歴にあります',
    example: '01AB-23CD-45EF-GHJ',
  },
  customerQuery: {
    label: '口座番号、電話、メール、名前、Discord ID',
    hint: '口座番号の下4桁や、名前の一語（Anna Miller、Miller など）でも探せます',
  },
  findMember: { label: 'またはメンバー', name: 'メンバー' },
  roleMember: { label: 'メンバー' },
  newUser: { label: '新しいDiscordユーザー' },
  discordId: {
    label: 'またはDiscord ID・メンション',
    name: 'Discord ID・メンション',
    hint: 'このサーバーにいない人の場合',
    example: '123456789012345678',
  },
  side: {
    label: '増減',
    choices: {
      credit: { label: '増やす（貸方）', hint: '顧客の残高が増えます' },
      debit: { label: '減らす（借方）', hint: '顧客の残高が減ります' },
    },
  },
  role: {
    label: '役割',
    choices: {
      TELLER: { label: '窓口担当', hint: '顧客の手続きを行います' },
      MANAGER: { label: '管理者', hint: '承認、訂正、権限の付与も行います' },
      AUDITOR: { label: '監査担当', hint: 'すべて閲覧でき、変更はできません' },
    },
  },
  auditActor: {
    label: '操作した人',
    name: '操作した人',
    hint: 'Discord IDまたはメンション',
    example: '123456789012345678',
  },
  auditAccount: { label: '対象の口座', hint: '数字10桁' },
  auditAction: { label: '操作', hint: '名称の一部。例：凍結、権限、入金' },
} satisfies Record<string, FieldText>;

export const fields = {
  ...money,
  ...accountFields,
  ...potFields,
  ...settingFields,
  ...sharedFields,
  ...orderFields,
  ...requestFields,
  ...person,
  ...secrets,
  ...staff,
};
