/** Refusals of payees and nicknames. */
import type { ErrorCode, ErrorData, ReasonCode, ReasonData } from '../../../bank/model/index.ts';

export const payeeSentences = {
  NICKNAME_TAKEN: (_, nothing) =>
    `このニックネームの送金先は、すでに登録されています。${nothing}別のものにしてください。`,
  NICKNAME_UNKNOWN: (_, nothing) =>
    `このニックネームの送金先は登録されていません。${nothing}` +
    '口座番号を入力するか、登録した送金先から選んでください。',
  PAYEE_UNCLEAR: (_, nothing) =>
    `送金したことのある相手を1人に特定できません。${nothing}口座番号を入力してください。`,
  PAYEES_TOO_MANY: ({ max }, nothing) =>
    `登録できる送金先は${max}件までです。${nothing}先に1件削除してください。`,
} satisfies {
  readonly [C in ErrorCode]?: (data: ErrorData[C], nothing: string) => string;
};

/** `shown` quotes a sign where it formats and mentions nothing. */
export const payeeReasons = (shown: (sign: string) => string) =>
  ({
    NICKNAME_EMPTY: () => 'ニックネームを入力してください。',
    NICKNAME_TOO_LONG: ({ lengthMax, length }) =>
      `ニックネームは${lengthMax}文字までです。入力されたのは${length}文字です。短くしてください。`,
    NICKNAME_LETTERLESS: () => 'ニックネームには文字を1つ以上入れてください。',
    NICKNAME_RESERVED: () =>
      '取引の参照番号や名義のように見えます。別のニックネームにしてください。',
    PAYEE_SHAPE: () =>
      '口座番号（数字10桁）、ニックネーム、または受け取った送金の参照番号を入力してください。',
    NICKNAME_SIGN: ({ sign }) =>
      `${shown(sign)}は使えません。使えるのは、文字、数字、空白と . ’ & + / - だけです。`,
  }) satisfies { readonly [C in ReasonCode]?: (data: ReasonData[C]) => string };
