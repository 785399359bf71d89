/** A search of the history that stopped before its end. */
import { type Markup, md } from '../../text/markup.ts';

export const searching = {
  further: '続きを検索',
  nothingYet: '今のところ該当する取引はありません。',
  /** How far it came, by the direction in which it goes on. */
  reached: {
    older: (day: Markup): Markup =>
      md`${day}までさかのぼって検索しました。それより前にも該当する取引があるかもしれません。`,
    newer: (day: Markup): Markup =>
      md`${day}まで検索しました。それより後にも該当する取引があるかもしれません。`,
  },
};
