/** Why an entry was refused, and what to change. */
import {
  type Money,
  type PasswordFault,
  type PasswordWord,
  type Reason,
  type ReasonCode,
  type ReasonData,
} from '../../bank/model/index.ts';
import { scriptName } from './common/scripts.ts';
import { formatAmount } from '../text/amount.ts';
import { noticeReasons } from './refusals/notices.ts';
import { accountReasons } from './common/own-accounts.ts';
import { payeeReasons } from './refusals/payees.ts';

type Reasons = { readonly [C in ReasonCode]: (data: ReasonData[C]) => string };

const amounts = '12、12.50、1,250.50、1.5k のように入力してください。';
const reference = '取引の控えからコピーしてください。';
const address = 'name@example.com';

/** Characters that can be shown in a sentence: none of them formats or mentions. */
const printable = /^[\p{L}\p{Extended_Pictographic},;:!?()"&/+=%$€£]$/u;
const codePointOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
const shown = (sign: string): string => (printable.test(sign) ? `「${sign}」` : codePointOf(sign));

const dayAndMonth = new Intl.DateTimeFormat('ja-JP', {
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const dayText = (date: string): string => `${date}（${dayAndMonth.format(Date.parse(date))}）`;

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const typed = {
  ACCOUNT_NUMBER_EMPTY: () => '口座番号を数字10桁で入力してください。',
  ACCOUNT_NUMBER_NOT_DIGITS: () => '口座番号は0から9の数字だけです。',
  ACCOUNT_NUMBER_LENGTH: ({ expected, length }) =>
    `口座番号は${expected}桁です。入力されたのは${length}桁です。`,
  ACCOUNT_NUMBER_ZERO: () => '口座番号は0から始まりません。1桁ずつ確認してください。',
  ACCOUNT_NUMBER_MISTYPED: () =>
    '口座番号に入力の間違いがあります（最後の桁が合いません）。1桁ずつ確認してください。',

  AMOUNT_EMPTY: () => `金額を入力してください。${amounts}`,
  AMOUNT_TOO_LONG: () => `金額としては長すぎます。${amounts}`,
  AMOUNT_SHARE: ({ share }) =>
    `「${share}」は残高に対する割合です。ここでは数字を入力してください。`,
  AMOUNT_AMBIGUOUS: ({ typed: text, whole, decimal }) =>
    decimal === null
      ? `「${text}」が${sum(whole)}の意味なら、区切りなしで入力してください。`
      : `「${text}」は${sum(whole)}とも${sum(decimal)}とも読めます。どちらかを選んでください。`,
  AMOUNT_NOT_PLAIN: () => `半角の数字0から9と小数点だけを使ってください。${amounts}`,
  AMOUNT_SIGNED: () => '符号は付けないでください。金額は必ずゼロより大きい数です。',
  AMOUNT_HEXADECIMAL: () => '金額は0から9の数字だけで入力してください。',
  AMOUNT_EXPONENT: () => '1500 や 1.5k のように、数字で入力してください。',
  AMOUNT_UNDERSCORE: () => '「_」は使えません。位取りにはコンマが使えます：1,250.50',
  AMOUNT_SPACES: () => '空白は入れないでください。位取りにはコンマが使えます：1,250.50',
  AMOUNT_POINTS: () => '小数点は一つだけにしてください：1,250.50',
  AMOUNT_POINT_FIRST: () => '小数点の前にも数字を入れてください。例：0.50',
  AMOUNT_POINT_LAST: () => '小数点のあとに数字を入れるか、小数点を消してください。',
  AMOUNT_COMMA_LATE: () => 'コンマは小数点の前だけに使ってください：1,250.50',
  AMOUNT_COMMAS: () => 'コンマは3桁ごとの位取りだけに、小数には小数点を使ってください：1,250.50',
  AMOUNT_SUFFIXES: () => '「k」（千）または「m」（百万）は一つだけにしてください。',
  AMOUNT_OTHER_CURRENCY: ({ currency }) =>
    `この銀行の通貨は ${currency} だけです。数字だけ、または通貨を付けて入力してください：` +
    `12 または 12 ${currency}`,
  AMOUNT_UNREADABLE: () => `金額として読み取れません。${amounts}`,
  AMOUNT_ZEROS_FIRST: () => '先頭のゼロを消してください。',
  AMOUNT_DECIMALS: ({ decimalsMax, currency }) =>
    decimalsMax === 0
      ? `${currency} に小数はありません。整数を入力してください。`
      : `${currency} の小数は${decimalsMax}桁までです。`,
  AMOUNT_ZERO: () => '金額はゼロより大きくしてください。',
  AMOUNT_TOO_LARGE: ({ max }) => `口座で持てる上限（${sum(max)}）を超えています。`,

  APP_CODE_SHAPE: () => 'コードは6桁の数字です。アプリに今表示されているものを入力してください。',
  PROOF_CODE_EMPTY: () => 'コードを入力してください。',
  PROOF_CODE_SIGNS: () => 'コードは英字、数字、ハイフンだけです：ABCD-EFGH-JKMN-P',
  PROOF_CODE_LENGTH: ({ mailed, recovery, length }) =>
    `メールのコードは${mailed}文字、回復コードは${recovery}文字です。入力されたのは${length}文字です。`,

  BIRTH_DATE_EMPTY: () => '生年月日を YYYY-MM-DD の形で入力してください。',
  BIRTH_DATE_FUTURE: () => '未来の日付です。年を確認してください。',
  BIRTH_DATE_TOO_OLD: () => '古すぎる日付です。年を確認してください。',
  DATE_SHAPE: ({ example }) => `日付は YYYY-MM-DD の形で入力してください。例：${example}`,
  DATE_UNKNOWN: () => 'この日付は存在しません。月と日を確認してください。',
  MONTH_SHAPE: () => '月は YYYY-MM の形（例：2026-03）または月の名前で入力してください。',
  DATE_AMBIGUOUS: ({ typed: text, dates: [one, other] }) =>
    `「${text}」は二つの日付に読めます。${dayText(one)}または${dayText(other)}と入力してください。`,

  EMAIL_EMPTY: () => `メールアドレスを入力してください。例：${address}`,
  EMAIL_NOT_PLAIN: () => 'メールアドレスに使えるのは、半角の英字、数字、記号だけです。',
  EMAIL_SPACES: () =>
    `メールアドレスに空白は使えません。アドレスだけを入力してください：${address}`,
  EMAIL_TOO_LONG: () => 'メールアドレスとしては長すぎます。一つだけ入力してください。',
  EMAIL_AT: () => `メールアドレスには「@」が一つ必要です：${address}`,
  EMAIL_LOCAL_PART: () => '「@」の前に使えるのは、英字、数字と、間に入る「.」などの記号です。',
  EMAIL_POINT_LAST: () => `最後の点を消してください：${address}`,
  EMAIL_ENDING: () => '「@」のあとには、example.com の「.com」のような末尾が必要です。',
  EMAIL_DOMAIN: () => '「@」のあとは、example.com のようなドメインにしてください。',

  PHONE_EMPTY: () => '電話番号を入力してください。例：+81 90 1234 5678',
  PHONE_NOT_PLAIN: () => '半角の数字0から9だけを使ってください。',
  PHONE_COUNTRY_CODE: () => '00ではなく、「+」と国番号から入力してください。例：+81 90 1234 5678',
  PHONE_NOT_DIGITS: () =>
    '電話番号は「+」と数字で入力してください。空白やハイフンで区切ることができます。',
  PHONE_TOO_LONG: () => '電話番号としては長すぎます。',
  PHONE_COUNTRY_UNKNOWN: () => 'この国番号の国がないか、桁が足りません。番号を確認してください。',
  PHONE_LENGTH: () => 'この国の番号としては、桁が足りないか多すぎます。桁を確認してください。',
  PHONE_UNKNOWN: () => 'この国にそのような番号はありません。桁を確認してください。',

  CUSTOMER_QUERY_DIGITS: ({ number }) =>
    `${sentence(number)}もう一度入力するか、口座番号の下4桁、「+」と国番号からの電話番号、` +
    'または17〜20桁のDiscord IDを入力してください。',
  DISCORD_USER_SHAPE: () =>
    'メンション、またはDiscordの開発者モードの「ユーザーIDをコピー」で得られる17〜20桁を入力してください。',

  MEMO_TOO_LONG: ({ lengthMax, length }) =>
    `メモは${lengthMax}文字までです。入力されたのは${length}文字です。短くしてください。`,

  NAME_HIDDEN: ({ sign }) =>
    `名前に見えない文字（${codePointOf(sign)}）が含まれています。その文字を除いて入力し直してください。`,
  NAME_EMPTY: () => '名前を入力してください。',
  NAME_TOO_SHORT: ({ lengthMin }) => `名前は${lengthMin}文字以上です。氏名を入力してください。`,
  NAME_TOO_LONG: ({ lengthMax, length }) =>
    `名前は${lengthMax}文字までです。入力されたのは${length}文字です。ミドルネームを省いてください。`,
  NAME_DIGITS: () => '名前に数字は使えません。数は文字で書いてください。',
  NAME_SIGN: ({ sign }) =>
    `${shown(sign)}は使えません。名前に使えるのは、文字、空白、ハイフン、ピリオド、アポストロフィだけです。`,
  NAME_BEGINNING: () => '名前は文字で始めてください。その前にあるものは消してください。',
  NAME_SIGNS_DOUBLED: () =>
    'パスポートのとおりに入力してください。文字の間に使える記号は一つまでです。',
  NAME_RARE: ({ sign }) => `名前は普段使う文字で入力してください。${shown(sign)}は使えません。`,
  NAME_MIXED: ({ sign, of, most }) =>
    `名前は一種類の文字で入力してください。${shown(sign)}は${scriptName(of)}ですが、` +
    `ほとんどは${scriptName(most)}です。`,

  ...accountReasons,
  ...payeeReasons(shown),
  ...noticeReasons,

  REFERENCE_SHAPE: () => `参照番号は 01AB-23CD-45EF-GHJ のような形です。${reference}`,
  REFERENCE_MISTYPED: () =>
    `参照番号に入力の間違いがあります（最後の文字が合いません）。${reference}`,
  REFERENCE_UNKNOWN: () => `この参照番号の取引はありません。${reference}`,
} satisfies Reasons;

type ReasonOf<C extends ReasonCode> = {
  readonly [Code in C]: { readonly code: Code; readonly data: ReasonData[Code] };
}[C];

function sentence<C extends ReasonCode>(reason: ReasonOf<C>): string {
  const all: Reasons = typed;
  return all[reason.code](reason.data);
}

const passwordWords: Record<PasswordWord, string> = {
  NAME: '名前',
  EMAIL: 'メールアドレス',
  PHONE: '電話番号',
  DATE_OF_BIRTH: '生年月日',
  BANK_NAME: '銀行名',
};

/** What is wrong with a new password. */
export function passwordFault(fault: PasswordFault): string {
  switch (fault.kind) {
    case 'TOO_SHORT':
      return `${fault.lengthMin}文字以上にしてください。`;
    case 'TOO_LONG':
      return `${fault.lengthMax}文字以下にしてください。`;
    case 'HOLDS':
      return `${passwordWords[fault.what]}を含めないでください。`;
    case 'COMMON':
      return 'よく使われるものか、規則的な並びです。珍しい単語をいくつか組み合わせてください。';
    case 'UNCHANGED':
      return '現在のパスワードと同じです。新しいものにしてください。';
  }
}

export const reasons = {
  sentence: (reason: Reason): string => sentence(reason),
  passwordFault,
  /** For any field of a form. */
  form: {
    missing: '入力してください。',
    tooLong: '長すぎます。',
    unfit: '入力内容が正しくありません。',
    lengthMax: (lengthMax: number) => `${lengthMax}文字以下にしてください。`,
    oneMissing: (labels: readonly string[]) => `${eitherOf(labels)}を入力してください。`,
    onlyOne: (labels: readonly string[]) => `${eitherOf(labels)}の一つだけを入力してください。`,
    choice: '選択肢から一つ選んでください。',
    choices: '同じ種類は一度だけ選んでください。',
    currencyName: '英大文字で始まる2〜6文字の英大文字と数字にしてください。',
    member: 'メンバーを1人選んでください。',
    days: '1から3660までの整数を入力してください。',
    daysOrDates: '日数か日付の、どちらか一方を入力してください。',
    memberFromList: '一覧からメンバーを選んでください。',
    password: 'パスワードを入力してください。',
    passwordTooLong: (lengthMax: number) => `パスワードは${lengthMax}文字までです。`,
    passwordsDiffer: 'パスワードが一致しません。',
    daysReversed: '「開始日」より前の日付です。',
    amountsReversed: '最初の金額が次の金額より大きくなっています。',
    reason: '理由を短く入力してください。',
  },
};

function eitherOf(labels: readonly string[]): string {
  return labels.map((label) => `「${label}」`).join('または');
}
