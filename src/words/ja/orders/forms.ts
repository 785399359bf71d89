/** Standing orders: commands, fields, and why an entry was refused. */
import type { CommandText, FieldText } from '../../text/shapes.ts';

export const orderCommands = {
  'schedule create': {
    description: '口座に定期的に支払います（毎月、2週間ごとなど）',
    title: '新しい定期送金',
  },
  'schedule list': { description: '定期送金の一覧を見ます' },
  'schedule preview': {
    description: '次の支払いと、残高が足りるかを確認します',
    title: '次の支払い',
  },
  'schedule pause': { description: '定期送金を一時停止します', title: '定期送金の一時停止' },
  'schedule resume': { description: '停止中の定期送金を再開します', title: '定期送金の再開' },
  'schedule skip': { description: '定期送金の次の1回を休みます', title: '次の支払いを休む' },
  'schedule cancel': { description: '定期送金を取り消します', title: '定期送金の取り消し' },
  'staff order list': { description: 'お客さまの定期送金を見ます', title: 'お客さまの定期送金' },
  'staff order pause': {
    description: 'お客さまの定期送金を一時停止します',
    title: '定期送金の一時停止',
  },
  'staff order resume': {
    description: 'お客さまの定期送金を再開します',
    title: '定期送金の再開',
  },
  'staff order cancel': {
    description: 'お客さまの定期送金を取り消します',
    title: '定期送金の取り消し',
  },
} satisfies Record<string, CommandText>;

export const orderFields = {
  orderAmount: {
    label: '金額',
    hint: '12.50、または > 500（500 を超える分すべて）',
    example: '12.50',
  },
  every: { label: '間隔', hint: '1か月、2週間、10日', example: '1か月' },
  firstDate: {
    label: '最初の支払日',
    hint: 'YYYY-MM-DD。空欄なら次に可能な日',
    example: '2027-01-31',
  },
  monthDay: { label: '毎月の日', hint: '1〜31、または「末日」', example: '末日' },
  until: { label: '終わり', hint: '最後の日付、または回数', example: '2027-12-31 または 12' },
  payTime: { label: '時刻', hint: 'HH:MM。空欄なら 09:00', example: '09:00' },
  orderNumber: { label: '定期送金の番号', hint: '/schedule list に表示されます', example: '1' },
} satisfies Record<string, FieldText>;

export const orderOptions = {
  orderAmount: '金額',
  every: '間隔',
  firstDate: '最初',
  monthDay: '日',
  until: '終わり',
  payTime: '時刻',
  orderNumber: '番号',
};

/** What people write in fields of orders, in lower case. */
export const orderWriting = {
  units: {
    DAY: ['日', '日間', '毎日'],
    WEEK: ['週', '週間', '毎週'],
    MONTH: ['か月', 'ヶ月', 'カ月', '月', '毎月'],
    YEAR: ['年', '年間', '毎年'],
  },
  last: ['末日', '月末', '最終日'],
  above: ['超過分'],
};

export const orderReasons = {
  every: (most: number): string =>
    `支払いの間隔を「1か月」「2週間」「10日」のように入力してください。数は ${most} までです。`,
  monthDay: '1 から 31 の日、または「末日」と入力してください。',
  monthDayUnused: '毎月の日は、月単位の場合だけ使えます。空欄にするか、月単位にしてください。',
  until: (most: number): string =>
    `最後の日付（YYYY-MM-DD）、または 1 から ${most} までの回数を入力してください。`,
  untilBeforeFirst: 'この日付は最初の支払いより前です。',
  time: '時刻を HH:MM の形で入力してください（例：09:00）。',
  orderNumber: '定期送金の番号を入力してください（例：1）。`/schedule list` に表示されます。',
};
