/** Japanese: verb forms that order a payment, forms that do not, numbers, and names by sound. */
import { describe, expect, test } from 'vitest';
import { type Meaning, readSentence } from '../../../src/talk/index.ts';

const names = ['Ben Okafor', 'Anna Miller', 'Chloé Dubois', 'Jürgen Weiß', 'José García', 'Mia'];
const people = [...names, 'Max Power', '田中 優希'].map((name, index) => ({
  id: `${index}`,
  name,
}));
const read = (text: string): Meaning =>
  readSentence(text, {
    language: 'ja',
    now: new Date('2026-11-28T12:00:00Z'),
    timeZone: 'UTC',
    people,
  });
const parties = ['ベン', 'アンナさん', 'Mia', '田中優希', '<@900000000000000001>'];
const moving = ['send', 'request', 'schedule', 'deposit', 'withdraw'];

/** Verbs by their stem, て form, い form and dictionary form. */
const verbs = [
  ['送', 'って', 'り', 'る'],
  ['払', 'って', 'い', 'う'],
  ['渡', 'して', 'し', 'す'],
  ['振り込', 'んで', 'み', 'む'],
  ['送金', 'して', 'し', 'する'],
] as const;

describe('forms that order a payment', () => {
  const afterTe =
    ' ね よ ください くださいませ もらえますか もらえる？ もらえませんか もらえないでしょうか ' +
    'いただけますか いただけませんか いただきたいのですが いただけると助かります くれる？ くれない？ ' +
    'くれ くれませんか ほしい ほしいんだけど おいて おいてください あげて やって みて しまって ' +
    'ちょうだい もらってもいいですか お願いします';
  const afterStem = 'たい たいです たいんだけど たいのですが ます ますね なさい';

  test.each(verbs)('%s', (stem, te, i, plain) => {
    const forms = [
      ...afterTe.split(' ').map((ending) => te + ending),
      ...afterStem.split(' ').map((ending) => i + ending),
      plain,
      `${plain}ね`,
      `${plain}必要があります`,
    ];
    const missed = forms.filter((form) => {
      const meaning = read(`ベンに12${stem}${form}`);
      return !(meaning.intent === 'send' && meaning.to === 'ベン' && meaning.amount === '12');
    });
    expect(missed).toEqual([]);
  });
});

test.each([
  '12ジェムをベンに送って',
  'ベンへ12を払いたい',
  '12、ベンに振り込んで',
  'ベンさん宛に12送金',
  'ベンくんに十二ジェムほどよろしく',
  '送って、ベンに12',
  'ベンちゃんへ １２ お願いします',
  'ベンさんのところに12.00GEM送金してください',
])('%s: pays 12 to ベン', (text) => {
  expect(read(text)).toMatchObject({ intent: 'send', to: 'ベン', amount: '12' });
});

/** What follows the party and 5, and orders nothing. */
const reports =
  '送らないで 送りません 送らなくていい 送ったよ 送りました 送ったっけ 送ったらどうなる 送れば足りる？ ' +
  '送るべきかな 送ろうかな 送ろうと思ってる 送るところだった 送るかどうか 送ってもらった 送ってくれた ' +
  '送られた 送ってと言われた 送ってって頼まれた 送れだって 送るらしい 送るそうだ 送るつもり 送る予定 ' +
  '送るのはやめて 送るのを忘れた 送るのをキャンセル 送る前に教えて 送るときは連絡して 送りたくない ' +
  '送りたかった 送りたいと言ってた 払ってない 払わないと怒られる 払う必要ある？ 払えない 払えなかった ' +
  '払うわけない 払うな 送らせないで 送金しないで 送金しました 送金したい人いる？ 送金禁止 送金済み ' +
  '返した 返してない 返すかも 借りた 貸してる 渡したのに 送ってしまった 送ってもらえなかった ' +
  '送ってくれなかった 送ってよかった 送っても大丈夫？ 送っちゃダメ 送る？ 送りますか？ 送りましょうか？ ' +
  '送る人 送った件 送れなかった 送りつけた 送り損ねた あげるもんか 使った 請求された 請求しないで ' +
  '回電話して 時に会う 分後に電話して 個送って 通メール送って';

test('forms that report, deny, suppose or ask move nothing', () => {
  const moved = reports
    .split(' ')
    .flatMap((report) => parties.map((party) => `${party}に5${report}`))
    .filter((text) => moving.includes(read(text).intent));
  expect(moved).toEqual([]);
});

test.each([
  'もし{}が来たら5送って',
  '「{}に5送って」と書いてある',
  '{}とホセに5送って',
  '{}に5、ホセに6送って',
  '{}の代わりに5送って',
  '{}から5もらった',
  '{}が5払う',
  '{}を駅まで5時に送って',
])('%s moves nothing', (frame) => {
  const texts = parties.map((party) => frame.replace('{}', party));
  expect(texts.filter((text) => moving.includes(read(text).intent))).toEqual([]);
});

describe('numbers', () => {
  test.each([
    ['１２．５', '12.5'],
    ['1,250.50', '1250.5'],
    ['1.5k', '1500'],
    ['8千', '8000'],
    ['1万2千', '12000'],
    ['1.5万', '15000'],
    ['三千五百', '3500'],
    ['十二万三千四百五十六', '123456'],
    ['七点五', '7.5'],
  ])('%s is %s', (written, amount) => {
    expect(read(`Miaに${written}送って`)).toMatchObject({ intent: 'send', amount });
    expect(read(`${written}ジェムをMiaに`)).toMatchObject({ intent: 'send', amount });
  });

  test.each(['12,5', '12,50', '-5', '5円', '$5', '5.555', '二、三', '数百', '5〜10', '0'])(
    '%s is asked about',
    (written) => {
      expect(read(`Miaに${written}送って`)).toMatchObject({ intent: 'unclear', about: 'amount' });
    },
  );

  test('letters between digits make no amount', () => {
    expect(read('Miaに1e3送って')).toEqual({ intent: 'none' });
  });
});

test.each([
  ['ベン', 'Ben Okafor'],
  ['アンナ', 'Anna Miller'],
  ['クロエ', 'Chloé Dubois'],
  ['ユルゲン', 'Jürgen Weiß'],
  ['ホセ', 'José García'],
  ['ミア', 'Mia'],
  ['マックス', 'Max Power'],
])('%s may be %s', (written, name) => {
  const meaning = read(`${written}に5送って`) as { candidates?: readonly { name: string }[] };
  expect(meaning.candidates?.map((person) => person.name)).toEqual([name]);
});

test('a name that sounds like none has no candidates', () => {
  expect(read('ミオに5送って')).toMatchObject({ to: 'ミオ', candidates: [] });
});
