/** Customers as staff see them. */
import type { AccountStatus, Gender } from '../../../bank/model/index.ts';

const states: Record<AccountStatus, string> = {
  OPEN: '利用中',
  FROZEN: '凍結中',
  CLOSED: '解約済み',
};
const genders: Record<Gender, string> = {
  female: '女性',
  male: '男性',
  other: 'その他',
  undisclosed: '無回答',
};

export const served = {
  holder: '名義人',
  state: (status: AccountStatus, isLocked: boolean): string =>
    `${states[status]}${isLocked ? '、本人がロック中' : ''}`,
  gender: (gender: Gender): string => genders[gender],
  found: {
    title: (count: number): string => `${count}人の顧客`,
    note: '表示は最大10人です。詳細は `/staff customer view` で確認できます。',
    none: {
      title: '顧客が見つかりません',
      sentence: '該当する顧客はいません。名前は単語単位で検索します：Anna Miller または Miller。',
    },
  },
  title: '顧客',
  titleWithDetails: '顧客（詳細あり）',
  note: 'この閲覧は記録され、顧客も確認できます。',
  frozen: {
    title: '口座を凍結しました',
    sentence:
      '以後この口座からは、確認中の画面を使っても出金・送金できません。顧客にメッセージを送ります。',
    note: '`/staff customer unfreeze` には別の担当者の承認が必要です。',
  },
  unlocked: {
    title: '口座のロックを解除しました',
    sentence: '本人によるロックを解除しました。顧客はまたログインでき、メッセージも届きます。',
  },
};
