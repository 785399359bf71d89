import { describe, expect, test } from 'vitest';
import { parseFullName } from '../../../src/bank/index.ts';
import { skeletonOf } from '../../../src/bank/model/parse/skeleton.ts';

describe('names that look alike', () => {
  test.each([
    ['Anna M.', 'anna m'],
    ['Anna M.', 'Аnnа M.'],
    ['Pop C.', 'Рор С.'],
    ['Aca T.', 'Аса Т.'],
    ['Zoë K.', 'Zoe K.'],
    ['Zoé K.', 'Zoë K.'],
    ['Bill G.', 'BiII G.'],
    ['Bernd M.', 'Bemd M.'],
    ["O'Neill S.", 'O’Neill S.'],
    ['Jean-Luc P.', 'Jean Luc P.'],
    ['OʼNeill S.', 'O’Neill S.'],
    ['Kaʻiulani', "Ka'iulani"],
    ['OꞌNeill S.', 'O’Neill S.'],
    ['ᴀɴɴᴀ M.', 'Anna M.'],
    ['Biǀǀ G.', 'Bill G.'],
    ['علی‌رضا', 'علیرضا'],
    ['علی', 'علي'],
    ['محمـد', 'محمد'],
    ['ක්‍රිෂාන්', 'ක්රිෂාන්'],
    ['ローラ', 'ロ一ラ'],
    ['ローラ', '口-ラ'],
    ['アンナ・ミラ', 'アンナ ミラ'],
    ['ג׳ורג׳', "ג'ורג'"],
  ])('%s and %s have one skeleton', (one, other) => {
    expect(skeletonOf(one)).toBe(skeletonOf(other));
  });

  test.each([
    ['Anna M.', 'Anne M.'],
    ['Anna M.', 'Hanna M.'],
    ['Иван П.', 'Ирина П.'],
    ['山田 太.', '山本 太.'],
    ['一郎', '二郎'],
    ['علی', 'علا'],
  ])('%s and %s do not', (one, other) => {
    expect(skeletonOf(one)).not.toBe(skeletonOf(other));
  });

  test('need a whole name in another alphabet, because a name cannot mix alphabets', () => {
    expect(parseFullName('Аnnа Miller').ok).toBe(false);
    expect(parseFullName('Рор Сора').ok).toBe(true);
  });
});
