/** The sentence of each refusal: what happened, the assurance (`nothing`), and what to do next. */
import {
  type CodeHint,
  type CodePurpose,
  type ErrorCode,
  type ErrorData,
  type Money,
  type StaffRole,
} from '../../bank/model/index.ts';
import { feeSentences } from './common/fees.ts';
import { interestSentences } from './common/interest.ts';
import { limitSentences } from './common/limits.ts';
import { accountSentences } from './common/own-accounts.ts';
import { orderSentences } from './orders/errors.ts';
import { passwordFault } from './reasons.ts';
import { erasure } from './refusals/erasure.ts';
import { refusals } from './refusals/index.ts';
import { runAgain } from './common/shared.ts';
import { inTime } from './common/times.ts';
import { requestSentences } from './requests.ts';
import { formatAmount } from '../text/amount.ts';

export type Sentences = {
  readonly [C in ErrorCode]: (data: ErrorData[C], nothing: string) => string;
};

const sum = ({ units, currency }: Money): string => formatAmount(units, currency);

const newCode: Record<CodePurpose, string> = {
  RECOVERY: '`/forgot-password` で新しいコードを申請してください。',
  EMAIL: '`/profile update` でアドレスをもう一度入力してください。',
  UNLOCK: '`/login` でログインして新しいコードを受け取るか、回復コードを使ってください。',
};

function hintText(hint: CodeHint): string {
  switch (hint.kind) {
    case 'TRIES_LEFT':
      return `あと${hint.triesLeft}回入力できます。`;
    case 'NEW_CODE':
      return newCode[hint.purpose];
    case 'NEXT_APP_CODE':
      return 'アプリに次のコードが表示されるまでお待ちください。';
    case 'APP_OR_RECOVERY_CODE':
      return 'アプリの次のコード、または回復コードを入力してください。';
  }
}

const unlocking: Record<ErrorData['ACCOUNT_LOCKED']['unlockBy'], string> = {
  OWNER: '口座の名義人が `/unlock` で解除できます。',
  MAILED_CODE: 'パスワードと、たった今メールで送ったコード、または回復コードで解除してください。',
  RECOVERY_CODE: 'パスワードと回復コードで解除してください。',
};
const states: Record<ErrorData['STATE_UNCHANGED']['state'], string> = {
  FROZEN_OR_CLOSED: 'この口座はすでに凍結されているか、解約されています。',
  NOT_FROZEN: 'この口座は凍結されていません。',
  NOT_LOCKED: 'この口座は本人によってロックされていません。',
};
const roles: Record<StaffRole, string> = {
  TELLER: '窓口担当',
  MANAGER: '管理者',
  AUDITOR: '監査担当',
};
const decisions: Record<ErrorData['APPROVAL_DECIDED']['state'], string> = {
  APPROVED: 'すでに承認されています',
  DECLINED: 'すでに却下されています',
  REFUSED: 'すでに銀行が実行できないと判断しています',
};
const deciders: Record<ErrorData['APPROVAL_OWN']['decider'], string> = {
  MAKER: 'あなたが申請したもの',
  BENEFICIARY: 'あなた自身の口座に関するもの',
};
const senders: Record<ErrorData['REQUESTS_TOO_MANY']['from'], string> = {
  PERSON: '操作の回数が多すぎます。',
  SERVER: 'このサーバーからの操作が多すぎます。',
  EVERYONE: '銀行が混み合っています。',
};

const holdEndings = {
  CAPTURED: 'この支払いはすでに完了しています。',
  VOIDED: 'この支払いはキャンセルされました。',
  EXPIRED: 'この支払いは期限切れです。',
} as const;

export const sentences = {
  REQUEST_REUSED: (_, nothing) =>
    `この確定はすでに別の内容に使われました。${nothing}コマンドを初めからやり直してください。`,
  SESSION_MISSING: (_, nothing) =>
    `ログインしていません。${nothing}\`/login\` でログインして、もう一度お試しください。`,
  SESSION_EXPIRED: (_, nothing) =>
    `ログインの期限が切れました。${nothing}\`/login\` でログインして、もう一度お試しください。`,
  NOT_REGISTERED: () => 'まだ口座をお持ちではありません。`/register` で開設できます。',
  ALREADY_REGISTERED: () =>
    'すでに口座をお持ちです。`/login` でログインしてください。口座番号は入力済みです。',
  CONTACT_TAKEN: (_, nothing) =>
    'このメールアドレスまたは電話番号は使えません。' +
    `${nothing}内容を確認するか、別のものを入力してください。`,
  UNDER_AGE: ({ minimumAge }, nothing) =>
    `口座の開設は${minimumAge}歳以上の方に限ります。${nothing}`,
  PASSWORD_WEAK: ({ fault }) => `このパスワードは使えません。${passwordFault(fault)}`,
  CREDENTIALS_WRONG: () =>
    '口座番号またはパスワードが違います。両方を確認して、もう一度お試しください。',
  LOCKED_OUT: ({ waitMs }, nothing) =>
    `入力の間違いが続きました。${nothing}${inTime(waitMs)}にもう一度お試しください。`,
  PASSWORD_WRONG: (_, nothing) => `現在のパスワードと違います。${nothing}`,
  CODE_NEEDED: (_, nothing) =>
    '認証アプリをご利用中のため、ここではパスワードは使えません。' +
    `${nothing}アプリに表示される6桁、または回復コードを入力してください。`,
  CODE_WRONG: ({ hint }, nothing) =>
    `コードが違うか、すでに使われています。${nothing}${hintText(hint)}`,
  CODE_EXPIRED: ({ purpose }, nothing) =>
    `このコードはもう使えません。${nothing}${newCode[purpose]}`,
  CODES_TOO_MANY: ({ max, waitMs }) =>
    `24時間にコードを${max}回申請されました。次は${inTime(waitMs)}に申請できます。`,
  MAIL_UNAVAILABLE: (_, nothing) =>
    'この銀行はメールを送らないため、新しいメールアドレスを確認できません。' +
    `${nothing}アドレスは変更せずに入力してください。`,
  AMOUNT_UNCLEAR: (_, nothing) =>
    `「半分」と「全額」は残高に対する割合のため、ここでは使えません。${nothing}` +
    '数字を入力してください。',
  AMOUNT_ABOVE_LIMIT: ({ limit }, nothing) =>
    `1回の取引の上限は ${sum(limit)} です。${nothing}金額を減らしてください。`,
  STEP_UP_NEEDED: (_, nothing) =>
    `ご本人確認をお願いします。${nothing}先にパスワードまたはコードをお聞きします。`,
  TOTP_NEEDED: (_, nothing) =>
    '担当者がこの操作を行うには認証アプリが必要ですが、まだ設定されていません。' +
    `${nothing}\`/security\` で設定してから、やり直してください。`,
  TOTP_ENABLED: (_, nothing) =>
    '認証アプリはすでに設定されています。' +
    `${nothing}変更するには、先に \`/security\` で解除してください。`,
  TOTP_MISSING: (_, nothing) =>
    `認証アプリが設定されていません。${nothing}\`/security\` で設定できます。`,
  BALANCE_TOO_LARGE: (_, nothing) =>
    `一つの口座で持てる残高の上限を超えます。${nothing}金額を減らしてください。`,
  AMOUNT_CHANGED: ({ now }, nothing) =>
    'この画面が表示されたあとに残高が変わり、金額は ' +
    `${sum(now)} になります。${nothing}${runAgain}`,
  ACCOUNT_FROZEN: (_, nothing) =>
    `この口座は凍結されており、出金・送金できません。${nothing}担当者にお問い合わせください。`,
  ACCOUNT_LOCKED: ({ unlockBy }, nothing) =>
    'この口座はロックされており、ログインと出金・送金ができません。' +
    `${nothing}${unlocking[unlockBy]}`,
  ACCOUNT_CLOSED: (_, nothing) => `この口座は解約されています。${nothing}`,
  ERASURE_IMPOSSIBLE: ({ obstacle }, nothing) =>
    `今は口座を解約できません。${erasure[obstacle]}${nothing}`,
  TARGET_SAME: (_, nothing) => `出金元と同じ口座です。${nothing}別の口座を入力してください。`,
  TARGET_UNAVAILABLE: (_, nothing) =>
    `この番号で入金を受け取れる口座はありません。${nothing}相手の方に番号を確認してください。`,
  MEMBER_UNAVAILABLE: (_, nothing) =>
    'このメンバーには、入金を受け取れる口座がありません。' +
    `${nothing}相手の方に口座番号をお聞きください。`,
  ...accountSentences,
  ...limitSentences,
  ...refusals,
  ...feeSentences,
  ...interestSentences,
  STAFF_RIGHT_MISSING: (_, nothing) => `あなたの役割ではこの操作はできません。${nothing}`,
  STAFF_SELF: (_, nothing) =>
    `ご自身の口座に関するため、ご自身では行えません。${nothing}別の担当者に依頼してください。`,
  STAFF_CYCLE: (_, nothing) =>
    'この口座の名義人が24時間以内にあなたの口座のお金を動かしたため、' +
    `あなたがこの口座のお金を動かすことはできません。${nothing}別の担当者に依頼してください。`,
  STAFF_LIMIT_REACHED: ({ limit, left }, nothing) =>
    `担当者が24時間に動かせるのは ${sum(limit)} までで、残りは ${sum(left)} です。` +
    `${nothing}別の担当者に依頼してください。`,
  CUSTOMER_UNKNOWN: (_, nothing) =>
    `該当する顧客が見つかりません。${nothing}\`/staff customer find\` で探してください。`,
  STATE_UNCHANGED: ({ state }, nothing) => `${states[state]}${nothing}`,
  MEMBER_HAS_ACCOUNT: (_, nothing) =>
    'このメンバーはすでに口座を持っています。口座は1人のDiscordユーザーに一つだけです。' +
    `${nothing}口座のないメンバーを選んでください。`,
  TRANSACTION_UNKNOWN: (_, nothing) =>
    `この参照番号の取引はありません。${nothing}取引の控えまたは履歴からコピーしてください。`,
  REVERSAL_DONE: ({ reference }, nothing) =>
    `この取引は ${reference} ですでに取り消されています。${nothing}`,
  REVERSAL_IMPOSSIBLE: (_, nothing) =>
    `取消の取引を取り消すことはできません。${nothing}\`/staff adjust\` で訂正してください。`,
  REVERSAL_SHORT: ({ available, needed }, nothing) =>
    `受取人の利用可能額は ${sum(available)} で、${sum(needed)} に足りません。${nothing}` +
    '残りを `/staff adjust` で回収するか、口座を凍結してお待ちください。',
  REVERSAL_CLOSED: (_, nothing) =>
    'どちらかの口座が解約されているため、この取引は取り消せません。' +
    `${nothing}解約されていない口座を \`/staff adjust\` で訂正してください。`,
  ROLE_UNCHANGED: ({ role }, nothing) =>
    role === null
      ? `このメンバーには役割がありません。${nothing}`
      : `このメンバーはすでに${roles[role]}です。${nothing}`,
  APPROVAL_UNKNOWN: (_, nothing) =>
    `この申請はありません。${nothing}\`/staff approvals list\` で確認できます。`,
  APPROVAL_DECIDED: ({ state }) =>
    `この申請は${decisions[state]}。今の操作では何も起きていません。`,
  APPROVAL_EXPIRED: () => 'この申請は24時間を過ぎたため、期限切れです。改めて申請してください。',
  APPROVAL_OWN: ({ decider }, nothing) =>
    `${deciders[decider]}のため、別の担当者が承認または却下する必要があります。${nothing}`,
  APPROVAL_WAITING: (_, nothing) =>
    `同じ申請がすでに判断を待っています。${nothing}\`/staff approvals list\` で確認できます。`,
  STUCK_SETTLED: () =>
    '存在しないか、もう止まっていません。今の操作では何も起きていません。' +
    '`/staff stuck list` で確認できます。',
  DEPOSIT_NEEDS_APPROVAL: (_, nothing) =>
    `この銀行では、入金に窓口担当の承認が必要です。${nothing}\`/deposit\` からやり直してください。`,
  DEPOSITS_WAITING: ({ count }, nothing) =>
    `すでに${count}件の入金が窓口担当の承認を待っています。` +
    `${nothing}どれかの結果が出てから、もう一度お試しください。`,
  ...requestSentences,
  REQUESTS_TOO_MANY: ({ from, waitMs }, nothing) =>
    `${senders[from]}${nothing}${inTime(waitMs)}にもう一度お試しください。`,
  HOLD_UNKNOWN: (_, nothing) => `そのような保留中の支払いはありません。${nothing}`,
  HOLD_ENDED: ({ ending }, nothing) => `${holdEndings[ending]}${nothing}`,
  HOLD_EXCEEDED: (_, nothing) => `この支払いのために保留した金額を超えています。${nothing}`,
  ...orderSentences,
  BANK_HALTED: (_, nothing) =>
    '帳簿の確認のため、すべての取引を停止しています。' +
    `${nothing}担当者にお問い合わせのうえ、後でもう一度お試しください。`,
  NOT_BOOKABLE: ({ reference }, nothing) =>
    'データベースがこの依頼を受け付けなかったため、実行されませんでした。' +
    `${nothing}担当者に次の参照番号をお伝えください：${reference}`,
  BANK_BUSY: (_, nothing) =>
    `銀行が混み合っているか、データベースが利用できません。${nothing}` +
    '少し待ってからもう一度お試しください。',
  CHANGE_UNKNOWN: () =>
    'データベースから時間内に応答がなく、実行されたかどうか分かりません。' +
    'もう一度行う前に確認してください。',
  OUTCOME_UNKNOWN: ({ reference }) =>
    '完了したかどうか、まだ分かりません。確認してお知らせしますので、もう一度送らないでください。' +
    `参照番号：${reference}`,
} satisfies Sentences;
